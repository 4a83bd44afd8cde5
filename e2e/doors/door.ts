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

export type Statuses = Readonly<Record<DoorRole, number>>;

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

export const statuses = (
  anonymous: number,
  outsider: number,
  reader: number,
  adjudicator: number,
  admin: number,
): Statuses => ({ anonymous, outsider, reader, adjudicator, admin });

export const everybody = (status: number) => statuses(status, status, status, status, status);
export const strangers = statuses(401, 404, 404, 404, 404);
export const members = { here: statuses(401, 404, 200, 200, 200), elsewhere: strangers };
export const nobody = { here: strangers, elsewhere: strangers };
export const heldPixels = {
  held: true,
  here: statuses(401, 404, 423, 423, 200),
  elsewhere: strangers,
} as const;
/** What only an admin of the project gets. */
export const adminGets = (status: number) => ({
  here: statuses(401, 404, 404, 404, status),
  elsewhere: strangers,
});

/** The id of nothing. */
export const unknownId = "01890a5d-ac96-774b-bcce-b302099a8057";
