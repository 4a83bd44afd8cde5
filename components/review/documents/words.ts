import { alignSentences } from "@/lib/core/text/align-sentences";
import type { ShownDocument } from "@/lib/retrieval/schema";

export interface NamedDocument extends ShownDocument {
  /** G1, G2 for guidelines, C1 and on for cases. */
  readonly name: string;
}

/** Gives each document its short name: guidelines and cases are counted on their own, in the order given. */
export function named(documents: readonly ShownDocument[]): readonly NamedDocument[] {
  const counts = { guideline: 0, case: 0 };
  return documents.map((document) => {
    counts[document.kind] += 1;
    return { ...document, name: `${document.kind === "guideline" ? "G" : "C"}${counts[document.kind]}` };
  });
}

/** "4 documents, 2 guidelines". */
export function countWords(documents: readonly Pick<ShownDocument, "kind">[]): string {
  const guidelines = documents.filter(({ kind }) => kind === "guideline").length;
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? "" : "s"}`;
  return `${count(documents.length, "document")}, ${count(guidelines, "guideline")}`;
}

export const relevanceWords = { 0: "Not relevant", 1: "Partly", 2: "Relevant" } as const;

/** Numbers of the draft's sentences, 1 up, that share most of their words with each document, by its section. */
export function citedBy(
  text: string,
  documents: readonly Pick<ShownDocument, "chunkId" | "text">[],
): ReadonlyMap<string, readonly number[]> {
  const sources = documents.flatMap(({ chunkId: id, text: words }) =>
    words === null ? [] : [{ id, text: words }],
  );
  const cited = new Map<string, number[]>();
  for (const [at, { sources: found }] of alignSentences(text, sources).entries())
    for (const { id } of found) cited.set(id, [...(cited.get(id) ?? []), at + 1]);
  return cited;
}

/** Why a document was found, a line for each list that it was in. */
export function whyFound(
  document: Pick<ShownDocument, "lexical" | "dense" | "fused" | "matched">,
): readonly string[] {
  const { lexical, dense, fused, matched } = document;
  return [
    lexical
      ? `By words: rank ${lexical.rank}, score ${lexical.score.toFixed(2)}${matched.length > 0 ? ` (${matched.join(", ")})` : ""}`
      : null,
    dense ? `By likeness of text and picture: rank ${dense.rank}, score ${dense.score.toFixed(4)}` : null,
    lexical || dense ? `Joined score ${fused.toFixed(4)}` : "Added by your own search",
  ].filter((line) => line !== null);
}
