/** What the line under a draft says of the documents that it was written with. */
export function retrievalWords(context: readonly { readonly kind: "guideline" | "case" }[]): string {
  if (context.length === 0) return "retrieval not used";
  const guidelines = context.filter(({ kind }) => kind === "guideline").length;
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? "" : "s"}`;
  return `${count(context.length, "document")}, ${count(guidelines, "guideline")}`;
}
