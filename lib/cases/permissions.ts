import { may } from "@/lib/auth/permissions";
import type { Role } from "@/lib/auth/types";
import type { PanelSettings } from "./rules";

/** A held case may show who the patient is: nobody but an admin sees its pixels and texts until it is released. */
export function caseAccess(role: Role | null, state: string): "none" | "withheld" | "open" {
  if (!may(role, "case.read")) return "none";
  return state === "held" && !may(role, "case.read-held") ? "withheld" : "open";
}

/**
 * Who may cut a figure into panels: whoever reads it, unless the project leaves that to adjudicators and admins. A panel is
 * a fact of the picture and no opinion about it, so it shows nothing of a reading.
 */
export const mayCut = (role: Role | null, { readersMayCrop }: PanelSettings): boolean =>
  may(role, "case.cut") || (readersMayCrop && may(role, "reading.write"));
