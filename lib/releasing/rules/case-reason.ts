import type { CaseReason } from "../types";

interface CaseStanding {
  readonly state: string;
  readonly licence: string | null;
  /** Reports that nobody has settled: the case is unusable, or shows who the patient is. */
  readonly openReports: readonly string[];
  /** States of the readings of the current round. */
  readonly readings: readonly string[];
}

/** Why a case stays out of every release; null = it may go in. Identity comes first: such a case is not even described. */
export function caseReason({ state, licence, openReports, readings }: CaseStanding): CaseReason | null {
  if (state === "held" || openReports.includes("identity")) return "held";
  if (state === "unusable" || openReports.includes("unusable") || readings.includes("unusable"))
    return "unusable";
  if ((licence ?? "").trim() === "") return "no-licence";
  return readings.includes("submitted") ? null : "not-read";
}
