import { adminGets, type Door, type DoorSubject, heldPixels, members, statuses, strangers } from "./door";

const instance = "/api/instances/[id]";

export const pixelDoors: readonly Door[] = ["frames/[frame]", "poster", "thumbnail"].flatMap((tail) => {
  const path = (on: DoorSubject) => `/api/instances/${on.instanceId}/${tail.replace("[frame]", "1")}`;
  const door = { route: `${instance}/${tail}`, method: "GET", path } as const;
  return [
    { ...door, ...members },
    { ...door, when: "held", ...heldPixels },
  ] satisfies readonly Door[];
});

export const caseDoors: readonly Door[] = [
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
    ...adminGets(200),
  },
  {
    route: "/api/cases/[id]/mark-unusable",
    method: "POST",
    when: "held",
    held: true,
    path: (on) => `/api/cases/${on.caseId}/mark-unusable`,
    body: () => ({ reason: "A name in every picture." }),
    ...adminGets(200),
  },
  {
    route: "/api/projects/[slug]/export",
    method: "GET",
    path: (on) => `/api/projects/${on.projectSlug}/export?format=llava`,
    ...adminGets(200),
  },
];

export const figureDoors: readonly Door[] = [
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
];
