export type CaseState =
  | "imported"
  | "held"
  | "ready"
  | "reading"
  | "read"
  | "adjudication"
  | "final"
  | "unusable";

export interface ReaderCounts {
  readonly wanted: number;
  readonly claimed: number;
  readonly submitted: number;
}

/** The running number of a case as people say it. */
export const caseLabel = (number: number): string => `RR-${String(number).padStart(5, "0")}`;

/** The number a search means when it names a case, e.g. "RR-12" or "00012"; null for other words. */
export function caseNumberIn(search: string): number | null {
  const digits = /^(?:RR-?)?(\d{1,9})$/i.exec(search.trim())?.[1];
  return digits ? Number(digits) : null;
}

/** A case nobody settled yet: its state follows from its readers. */
const followsReaders: readonly string[] = ["ready", "reading", "read", "unusable"] satisfies CaseState[];

function stateOfReaders({ wanted, claimed, submitted }: ReaderCounts, allUnusable: boolean): CaseState {
  if (submitted > 0 && submitted >= wanted) return allUnusable ? "unusable" : "read";
  return claimed > 0 ? "reading" : "ready";
}

/**
 * The state after a reader submitted, called the case unusable, or took that back.
 * @param counts as they are after it. @param allUnusable every finished reading of the round says so.
 * @returns null where the case was held, settled or never ready: readers change nothing then.
 */
export const stateAfterReading = (
  state: string,
  counts: ReaderCounts,
  allUnusable: boolean,
): CaseState | null => (followsReaders.includes(state) ? stateOfReaders(counts, allUnusable) : null);

/** The state after an admin looked at a held case and let it go on; null where it was not held. */
export const stateAfterRelease = (
  state: string,
  counts: ReaderCounts,
  allUnusable: boolean,
): CaseState | null => (state === "held" ? stateOfReaders(counts, allUnusable) : null);

/** Seconds in which a submission can be taken back: what the screen offers, and the grace for the way. */
export const undoSubmitSeconds = 10;
export const undoSubmitGrace = 5;
