import { caseNumberIn } from "@/lib/cases/rules";
import { optional, UsageError, type VerbCall } from "./verb";

/** The number of the case that --case names by its label; null where it is left out. @throws UsageError for another word. */
export function caseNumberOf(call: VerbCall): number | null {
  const label = optional(call, "case");
  const number = label === null ? null : caseNumberIn(label);
  if (label !== null && number === null)
    throw new UsageError(`--case takes a label such as RR-00012, not "${label}".`);
  return number;
}
