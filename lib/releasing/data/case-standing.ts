import { caseReason } from "../rules/case-reason";
import type { CaseReason } from "../types";

/** The columns that decide whether a case may be released. */
export const standingColumns = {
  state: true,
  round: true,
  source: { select: { name: true, url: true, licence: true } },
  reports: { where: { resolvedAt: null }, select: { kind: true } },
  readings: { select: { round: true, state: true } },
} as const;

export function standingReason(row: {
  readonly state: string;
  readonly round: number;
  readonly source: { readonly licence: string | null };
  readonly reports: readonly { readonly kind: string }[];
  readonly readings: readonly { readonly round: number; readonly state: string }[];
}): CaseReason | null {
  return caseReason({
    state: row.state,
    licence: row.source.licence,
    openReports: row.reports.map(({ kind }) => kind),
    readings: row.readings.filter(({ round }) => round === row.round).map(({ state }) => state),
  });
}
