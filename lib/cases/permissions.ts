import { may } from "@/lib/auth/permissions";
import type { Role } from "@/lib/auth/types";

/** A held case may show who the patient is: nobody but an admin sees its pixels and texts until it is released. */
export function caseAccess(role: Role | null, state: string): "none" | "withheld" | "open" {
  if (!may(role, "case.read")) return "none";
  return state === "held" && !may(role, "case.read-held") ? "withheld" : "open";
}
