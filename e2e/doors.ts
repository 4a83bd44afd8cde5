/**
 * Every way into the app, and what the five kinds of people get there. The database test calls the handlers with this
 * table, the journeys ask the running server; both fail for a route that has no row.
 */
export const doorRoles = ["anonymous", "outsider", "reader", "adjudicator", "admin"] as const;
export type DoorRole = (typeof doorRoles)[number];

/** What a door is tried on: things of one project. The reading belongs to `reader`. */
export interface DoorSubject {
  readonly projectSlug: string;
  readonly caseId: string;
  readonly instanceId: string;
  readonly imageId: string;
  readonly readingId: string;
  /** A reading of the same case by somebody else. */
  readonly otherReadingId: string;
  /** A run of drafts that has nothing left to do. */
  readonly runId: string;
  /** A comparison of methods that nobody has rated. */
  readonly comparisonId: string;
  /** A draft of the case, for a change that can be saved. */
  readonly draft: { readonly id: string; readonly contentHash: string };
}

type Statuses = Readonly<Record<DoorRole, number>>;

export interface Door {
  /** As the build manifest names it. */
  readonly route: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** What makes this row another one of the same route. */
  readonly when?: string;
  readonly path: (subject: DoorSubject) => string;
  readonly body?: (subject: DoorSubject) => unknown;
  /** The case is held when the door is tried. */
  readonly held?: true;
  /** On things of a project in which the person has the role they are named after. */
  readonly here: Statuses;
  /** For the same people on things of a project they are not in. */
  readonly elsewhere: Statuses;
  /** Only a running server answers for pages and for next-auth's own routes. */
  readonly overHttpOnly?: true;
  /** The same file for everybody. */
  readonly publicFile?: true;
}

const statuses = (
  anonymous: number,
  outsider: number,
  reader: number,
  adjudicator: number,
  admin: number,
): Statuses => ({ anonymous, outsider, reader, adjudicator, admin });

const everybody = (status: number) => statuses(status, status, status, status, status);
const strangers = statuses(401, 404, 404, 404, 404);
const members = { here: statuses(401, 404, 200, 200, 200), elsewhere: strangers };
const ownerGets = (status: number) => ({
  here: statuses(401, 404, status, 404, 404),
  elsewhere: strangers,
});
const nobody = { here: strangers, elsewhere: strangers };
const heldPixels = { held: true, here: statuses(401, 404, 423, 423, 200), elsewhere: strangers } as const;

const key = "01890a5d-ac96-774b-bcce-b302099a8057";
const acceptChange = ({ draft }: DoorSubject) => ({
  key,
  changes: [
    {
      op: "put",
      part: "decision",
      id: draft.id,
      base: 0,
      value: { kind: "accept", draftHash: draft.contentHash },
    },
  ],
});
const submission = () => ({ revision: 0 });
const time = () => ({ seconds: 5 });
const again = ({ draft }: DoorSubject) => ({ draftId: draft.id });
const judgement = () => ({ documentId: key, pinned: true, relevance: 2 });

const reading = "/api/readings/[id]";
const instance = "/api/instances/[id]";

const readingDoors: readonly Door[] = (
  [
    { route: reading, method: "GET", tail: "", owner: 200 },
    { route: `${reading}/changes`, method: "PUT", tail: "/changes", body: acceptChange, owner: 200 },
    // Let in, and told what is missing.
    { route: `${reading}/submit`, method: "POST", tail: "/submit", body: submission, owner: 422 },
    { route: `${reading}/reopen`, method: "POST", tail: "/reopen", owner: 200 },
    { route: `${reading}/time`, method: "POST", tail: "/time", body: time, owner: 200 },
    // Let in, and told that no model can be asked.
    { route: `${reading}/drafts`, method: "POST", tail: "/drafts", body: again, owner: 409 },
    { route: `${reading}/context`, method: "GET", tail: "/context", owner: 200 },
    // Let in, and told that there is no such document.
    { route: `${reading}/context`, method: "PUT", tail: "/context", body: judgement, owner: 404 },
    // Let in, and told the same.
    {
      route: `${reading}/context/documents/[documentId]/picture`,
      method: "GET",
      tail: `/context/documents/${key}/picture`,
      owner: 404,
    },
    { route: `${reading}/context/search`, method: "GET", tail: "/context/search?words=cyst", owner: 200 },
  ] as const
).flatMap(
  ({ route, method, tail, owner, ...rest }) =>
    [
      { route, method, path: (on) => `/api/readings/${on.readingId}${tail}`, ...rest, ...ownerGets(owner) },
      {
        route,
        method,
        when: "another reader's",
        path: (on) => `/api/readings/${on.otherReadingId}${tail}`,
        ...rest,
        ...nobody,
      },
    ] satisfies readonly Door[],
);

const pixelDoors: readonly Door[] = ["frames/[frame]", "poster", "thumbnail"].flatMap((tail) => {
  const path = (on: DoorSubject) => `/api/instances/${on.instanceId}/${tail.replace("[frame]", "1")}`;
  const door = { route: `${instance}/${tail}`, method: "GET", path } as const;
  return [
    { ...door, ...members },
    { ...door, when: "held", ...heldPixels },
  ] satisfies readonly Door[];
});

const caseDoors: readonly Door[] = [
  {
    route: "/api/drafts/[id]/record",
    method: "GET",
    path: (on) => `/api/drafts/${on.draft.id}/record`,
    ...members,
  },
  {
    route: "/api/drafts/[id]/record",
    method: "GET",
    when: "held",
    path: (on) => `/api/drafts/${on.draft.id}/record`,
    ...heldPixels,
  },
  {
    route: "/api/cases/[id]/first-look",
    method: "GET",
    path: (on) => `/api/cases/${on.caseId}/first-look`,
    ...members,
  },
  {
    route: "/api/cases/[id]/first-look",
    method: "GET",
    when: "held",
    path: (on) => `/api/cases/${on.caseId}/first-look`,
    ...heldPixels,
  },
  {
    route: "/api/cases/[id]/report",
    method: "POST",
    path: (on) => `/api/cases/${on.caseId}/report`,
    body: () => ({ kind: "identity", reason: "A name in the corner" }),
    ...members,
  },
  {
    route: "/api/cases/[id]/release-hold",
    method: "POST",
    when: "held",
    held: true,
    path: (on) => `/api/cases/${on.caseId}/release-hold`,
    body: () => ({ reason: "Nobody is named." }),
    here: statuses(401, 404, 404, 404, 200),
    elsewhere: strangers,
  },
  {
    route: "/api/cases/[id]/mark-unusable",
    method: "POST",
    when: "held",
    held: true,
    path: (on) => `/api/cases/${on.caseId}/mark-unusable`,
    body: () => ({ reason: "A name in every picture." }),
    here: statuses(401, 404, 404, 404, 200),
    elsewhere: strangers,
  },
  {
    route: "/api/projects/[slug]/export",
    method: "GET",
    path: (on) => `/api/projects/${on.projectSlug}/export?format=llava`,
    here: statuses(401, 404, 404, 404, 200),
    elsewhere: strangers,
  },
];

const runs = "/api/projects/[slug]/runs";
const runsAt = (on: DoorSubject) => `/api/projects/${on.projectSlug}/runs`;
const drafting = (admin: number) => ({ here: statuses(401, 404, 404, 404, admin), elsewhere: strangers });

const runDoors: readonly Door[] = [
  { route: runs, method: "GET", path: runsAt, ...drafting(200) },
  {
    route: runs,
    method: "POST",
    path: runsAt,
    // Let in, and told that there is no such case.
    body: () => ({ steps: ["caption"], method: "offline", number: 999_999 }),
    ...drafting(409),
  },
  { route: `${runs}/[runId]`, method: "GET", path: (on) => `${runsAt(on)}/${on.runId}`, ...drafting(200) },
  {
    route: `${runs}/[runId]/cancel`,
    method: "POST",
    path: (on) => `${runsAt(on)}/${on.runId}/cancel`,
    body: () => ({}),
    ...drafting(200),
  },
  {
    route: `${runs}/[runId]/retry`,
    method: "POST",
    path: (on) => `${runsAt(on)}/${on.runId}/retry`,
    body: () => ({}),
    ...drafting(200),
  },
];

const comparisons = "/api/projects/[slug]/comparisons";
const comparisonsAt = (on: DoorSubject) => `/api/projects/${on.projectSlug}/comparisons`;
const unknown = { here: strangers, elsewhere: strangers };

const studyDoors: readonly Door[] = [
  {
    route: comparisons,
    method: "POST",
    path: comparisonsAt,
    // Let in, and told that no image can be drawn.
    body: () => ({ name: "Captions", images: 1, seed: 1 }),
    ...drafting(409),
  },
  {
    route: `${comparisons}/[comparisonId]/results`,
    method: "GET",
    path: (on) => `${comparisonsAt(on)}/${on.comparisonId}/results`,
    ...drafting(200),
  },
  {
    route: "/api/comparison-images/[id]",
    method: "GET",
    when: "unknown",
    path: () => `/api/comparison-images/${key}`,
    ...unknown,
  },
  {
    route: "/api/comparison-texts/[id]/rating",
    method: "PUT",
    when: "unknown",
    path: () => `/api/comparison-texts/${key}/rating`,
    body: () => ({ accuracy: 3, relevance: 3, completeness: 3, usefulness: 3 }),
    ...unknown,
  },
  {
    route: "/api/projects/[slug]/prompts/try",
    method: "POST",
    path: (on) => `/api/projects/${on.projectSlug}/prompts/try`,
    // Let in, and told that there is no such prompt.
    body: () => ({ promptId: "nothing", version: 1, number: 1, send: false }),
    ...drafting(409),
  },
];

const openDoors: readonly Door[] = [
  {
    route: "/api/health",
    method: "GET",
    path: () => "/api/health",
    here: everybody(200),
    elsewhere: everybody(200),
  },
  {
    route: "/api/me",
    method: "GET",
    path: () => "/api/me",
    here: statuses(401, 200, 200, 200, 200),
    elsewhere: statuses(401, 200, 200, 200, 200),
  },
  {
    route: "/api/me/layouts/[id]",
    method: "PUT",
    path: () => `/api/me/layouts/${key}`,
    body: () => ({
      id: key,
      name: "Two of a kind",
      kind: "sections:MR",
      layout: "1x2",
      linked: true,
      standard: false,
      cells: [null, null],
    }),
    here: statuses(401, 200, 200, 200, 200),
    elsewhere: statuses(401, 200, 200, 200, 200),
  },
  {
    route: "/api/me/layouts/[id]",
    method: "DELETE",
    path: () => `/api/me/layouts/${key}`,
    here: statuses(401, 200, 200, 200, 200),
    elsewhere: statuses(401, 200, 200, 200, 200),
  },
  {
    route: "/api/images/[id]/panels",
    method: "PUT",
    path: (on) => `/api/images/${on.imageId}/panels`,
    body: () => ({ panels: [] }),
    // A slice of a series is no figure: the door is open, and nothing is cut.
    here: statuses(401, 404, 409, 409, 409),
    elsewhere: strangers,
  },
  {
    route: "/api/images/[id]/panels",
    method: "PUT",
    when: "held",
    held: true,
    path: (on) => `/api/images/${on.imageId}/panels`,
    body: () => ({ panels: [] }),
    here: statuses(401, 404, 423, 423, 409),
    elsewhere: strangers,
  },
  {
    route: "/api/auth/[...nextauth]",
    method: "GET",
    path: () => "/api/auth/session",
    here: everybody(200),
    elsewhere: everybody(200),
  },
  {
    route: "/api/auth/[...nextauth]",
    method: "POST",
    path: () => "/api/auth/register",
    here: everybody(404),
    elsewhere: everybody(404),
  },
];

const page = (route: string, path: Door["path"], here: Statuses, elsewhere = here): Door => ({
  route,
  method: "GET",
  path,
  here,
  elsewhere,
  overHttpOnly: true,
});
const signedIn = statuses(307, 200, 200, 200, 200);

const pageDoors: readonly Door[] = [
  page("/", () => "/", everybody(307)),
  page("/sign-in", () => "/sign-in", everybody(200)),
  page("/setup/[token]", () => "/setup/invented", everybody(404)),
  page("/worklist", () => "/worklist", signedIn),
  page("/settings/keyboard", () => "/settings/keyboard", signedIn),
  page(
    "/studies",
    (on) => `/studies?project=${on.projectSlug}`,
    statuses(307, 404, 200, 200, 200),
    statuses(307, 404, 404, 404, 404),
  ),
  page(
    "/cases/[caseId]",
    (on) => `/cases/${on.caseId}`,
    statuses(307, 404, 200, 200, 200),
    statuses(307, 404, 404, 404, 404),
  ),
  page(
    "/settings/members",
    (on) => `/settings/members?project=${on.projectSlug}`,
    statuses(307, 404, 404, 404, 200),
    statuses(307, 404, 404, 404, 404),
  ),
  page(
    "/settings/checks",
    (on) => `/settings/checks?project=${on.projectSlug}`,
    statuses(307, 404, 404, 404, 200),
    statuses(307, 404, 404, 404, 404),
  ),
  page(
    "/settings/sources",
    (on) => `/settings/sources?project=${on.projectSlug}`,
    statuses(307, 404, 404, 404, 200),
    statuses(307, 404, 404, 404, 404),
  ),
  page(
    "/settings/drafting",
    (on) => `/settings/drafting?project=${on.projectSlug}`,
    statuses(307, 404, 404, 404, 200),
    statuses(307, 404, 404, 404, 404),
  ),
  page(
    "/settings/prompts",
    (on) => `/settings/prompts?project=${on.projectSlug}`,
    statuses(307, 404, 404, 404, 200),
    statuses(307, 404, 404, 404, 404),
  ),
];

const publicDoors: readonly Door[] = [
  { ...page("/icon.svg", () => "/icon.svg", everybody(200)), publicFile: true },
  // What no route serves; whoever is not signed in is not even told that.
  page("/_not-found", () => "/nothing-here", statuses(307, 404, 404, 404, 404)),
];

export const doors: readonly Door[] = [
  ...openDoors,
  ...readingDoors,
  ...pixelDoors,
  ...caseDoors,
  ...runDoors,
  ...studyDoors,
  ...pageDoors,
  ...publicDoors,
];
