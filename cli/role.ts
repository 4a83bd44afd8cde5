import { type Role, roles } from "@/lib/auth/types";
import { optional, UsageError, type VerbCall } from "./verb";

/** The role of --role. @throws UsageError for an unknown one, or where role and project do not come together. */
export function readRole(call: VerbCall, hasProject: boolean): Role | null {
  const word = optional(call, "role");
  if ((word !== null) !== hasProject) throw new UsageError("--project and --role go together.");
  if (word === null) return null;
  const role = roles.find((known) => known === word);
  if (!role) throw new UsageError(`"${word}" is not a role. Roles: ${roles.join(", ")}.`);
  return role;
}
