/** What is asked for: a case of the project; null = a person's own words. */
export interface QuerySubject {
  readonly caseId: string;
  /** As `caseDocumentId` names it. */
  readonly externalId: string;
  readonly groupKey: string;
}

export interface FindableDocument {
  readonly kind: string;
  readonly externalId: string;
  readonly groupKey: string | null;
  readonly caseId: string | null;
  readonly heldOut: boolean;
  /** State of the case that it tells of; null for a document of no case of the project. */
  readonly caseState: string | null;
  readonly externalModelAllowed: boolean;
}

/**
 * Whether a document may be found: never one that is held out, never the case itself or one that belongs to it (patient,
 * study, paper), never a case that is still being read.
 * @param sendable only what may leave the house
 */
export function mayBeFound(
  document: FindableDocument,
  subject: QuerySubject | null,
  { sendable, finished }: { readonly sendable: boolean; readonly finished: readonly string[] },
): boolean {
  if (document.heldOut) return false;
  if (sendable && !document.externalModelAllowed) return false;
  if (document.caseId !== null && !finished.includes(document.caseState ?? "")) return false;
  return subject === null || !sameCase(document, subject);
}

/** The case itself, or one of its patient, study or paper. */
export const sameCase = (
  document: Pick<FindableDocument, "kind" | "externalId" | "groupKey"> & { readonly caseId?: string | null },
  subject: QuerySubject,
): boolean =>
  document.kind === "case" &&
  (document.caseId === subject.caseId ||
    document.externalId === subject.externalId ||
    document.groupKey === subject.groupKey);
