import type { DocumentKind } from "../types";

/** Documents of a draft, and how many of them are guidelines at least. */
export const contextSize = 4;

export interface Choosable {
  readonly documentId: string;
  readonly kind: DocumentKind;
}

/**
 * The documents that go into a draft, of a list with the best first: four at most, a document once, at least one of them a
 * guideline. Where the best four hold none, the best guideline takes the place of the fourth. Empty where the list has no
 * guideline: without one nothing is drafted from documents.
 */
export function chooseContext<T extends Choosable>(candidates: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  const distinct = candidates.filter(({ documentId }) => !seen.has(documentId) && seen.add(documentId));
  const best = distinct.slice(0, contextSize);
  const guideline = distinct.find(({ kind }) => kind === "guideline");
  if (!guideline) return [];
  return best.includes(guideline) ? best : [...best.slice(0, contextSize - 1), guideline];
}
