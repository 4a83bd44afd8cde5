export interface LeavingCase {
  readonly state: string;
  /** Kinds of reports that nobody has settled. */
  readonly openReports: readonly string[];
  readonly externalModelAllowed: boolean;
}

/** Why a case may not go to an endpoint; null = it may. A held case goes nowhere, not even inside the house. */
export function reasonToStay(
  { state, openReports, externalModelAllowed }: LeavingCase,
  endpointIsLocal: boolean,
): string | null {
  if (state === "held" || openReports.includes("identity"))
    return "The case is held: it may show who the patient is.";
  if (state === "unusable" || openReports.includes("unusable")) return "The case was reported as unusable.";
  if (!externalModelAllowed && !endpointIsLocal) return "Its source does not allow external models.";
  return null;
}

/** What is said of a request that stays. @param sent an earlier try of it was sent. */
export const keptSentence = (reason: string, sent: boolean): string =>
  sent ? `${reason} It was sent before that, and not again.` : `${reason} Nothing of it was sent.`;

/** Why nothing of a case was sent, as a sentence; null = it may leave. */
export function whyItStays(found: LeavingCase, endpointIsLocal: boolean): string | null {
  const reason = reasonToStay(found, endpointIsLocal);
  return reason === null ? null : keptSentence(reason, false);
}
