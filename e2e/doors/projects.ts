import { adminGets, type Door, type DoorSubject, strangers, unknownId } from "./door";

const runs = "/api/projects/[slug]/runs";
const runsAt = (on: DoorSubject) => `/api/projects/${on.projectSlug}/runs`;
export const runDoors: readonly Door[] = [
  { route: runs, method: "GET", path: runsAt, ...adminGets(200) },
  {
    route: runs,
    method: "POST",
    path: runsAt,
    // Let in, and told that there is no such case.
    body: () => ({ steps: ["caption"], method: "offline", number: 999_999 }),
    ...adminGets(409),
  },
  { route: `${runs}/[runId]`, method: "GET", path: (on) => `${runsAt(on)}/${on.runId}`, ...adminGets(200) },
  {
    route: `${runs}/[runId]/cancel`,
    method: "POST",
    path: (on) => `${runsAt(on)}/${on.runId}/cancel`,
    body: () => ({}),
    ...adminGets(200),
  },
  {
    route: `${runs}/[runId]/retry`,
    method: "POST",
    path: (on) => `${runsAt(on)}/${on.runId}/retry`,
    body: () => ({}),
    ...adminGets(200),
  },
];

const comparisons = "/api/projects/[slug]/comparisons";
const comparisonsAt = (on: DoorSubject) => `/api/projects/${on.projectSlug}/comparisons`;
const unknown = { here: strangers, elsewhere: strangers };

export const studyDoors: readonly Door[] = [
  {
    route: comparisons,
    method: "POST",
    path: comparisonsAt,
    // Let in, and told that no image can be drawn.
    body: () => ({ name: "Captions", images: 1, seed: 1 }),
    ...adminGets(409),
  },
  {
    route: `${comparisons}/[comparisonId]/results`,
    method: "GET",
    path: (on) => `${comparisonsAt(on)}/${on.comparisonId}/results`,
    ...adminGets(200),
  },
  {
    route: "/api/comparison-images/[id]",
    method: "GET",
    when: "unknown",
    path: () => `/api/comparison-images/${unknownId}`,
    ...unknown,
  },
  {
    route: "/api/comparison-texts/[id]/rating",
    method: "PUT",
    when: "unknown",
    path: () => `/api/comparison-texts/${unknownId}/rating`,
    body: () => ({ accuracy: 3, relevance: 3, completeness: 3, usefulness: 3 }),
    ...unknown,
  },
  {
    route: "/api/projects/[slug]/prompts/try",
    method: "POST",
    path: (on) => `/api/projects/${on.projectSlug}/prompts/try`,
    // Let in, and told that there is no such prompt.
    body: () => ({ promptId: "nothing", version: 1, number: 1, send: false }),
    ...adminGets(409),
  },
];
