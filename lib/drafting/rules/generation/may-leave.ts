export interface LeavingCase {
  readonly state: string;
  /** Kinds of reports that nobody has settled. */
  readonly openReports: readonly string[];
  readonly externalModelAllowed: boolean;
}

/** Why nothing of a case may be sent to an endpoint; null = it may. A held case goes nowhere, not even inside the house. */
export function whyItStays(
  { state, openReports, externalModelAllowed }: LeavingCase,
  endpointIsLocal: boolean,
): string | null {
  if (state === "held" || openReports.includes("identity"))
    return "The case is held: it may show who the patient is. Nothing of it was sent.";
  if (state === "unusable" || openReports.includes("unusable"))
    return "The case was reported as unusable. Nothing of it was sent.";
  if (!externalModelAllowed && !endpointIsLocal)
    return "Its source does not allow external models. Nothing of it was sent.";
  return null;
}
