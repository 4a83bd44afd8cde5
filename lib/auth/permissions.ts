import type { Role } from "./types";

export type Permission =
  | "case.read"
  /** See the pixels and texts of a case that is held because it may show who the patient is. */
  | "case.read-held"
  | "case.report"
  | "case.release-hold"
  /** Cut figures into panels also where the project does not leave it to readers. */
  | "case.cut"
  /** Set priority, due date and readers wanted, and see every case of the project. */
  | "case.plan"
  | "reading.write"
  | "member.manage"
  | "source.manage"
  /** See prompts and what came of them, and have cases drafted. */
  | "drafting.manage"
  | "project.import"
  | "project.export";

const reading: readonly Permission[] = ["case.read", "case.report", "reading.write"];

const granted: Readonly<Record<Role, readonly Permission[]>> = {
  reader: reading,
  adjudicator: [...reading, "case.cut"],
  admin: [
    ...reading,
    "case.read-held",
    "case.release-hold",
    "case.cut",
    "case.plan",
    "member.manage",
    "source.manage",
    "drafting.manage",
    "project.import",
    "project.export",
  ],
};

/** What a role may do in its project. Nobody is `null` there, and a stranger may do nothing. */
export const may = (role: Role | null, permission: Permission): boolean =>
  role !== null && granted[role].includes(permission);

/**
 * Whether an admin may disable an account or make links for it: that gives power over everything the account may do,
 * so it takes a site admin, or an admin of every project the person is in.
 */
export function mayManageAccount(
  manager: { readonly siteAdmin: boolean; readonly adminOf: readonly string[] },
  account: { readonly siteAdmin: boolean; readonly memberOf: readonly string[] },
): boolean {
  if (manager.siteAdmin) return true;
  return !account.siteAdmin && account.memberOf.every((projectId) => manager.adminOf.includes(projectId));
}
