/** What people wrote about a case, by kind of passage. */
export interface CaseWords {
  readonly kind: string;
  readonly text: string;
}

const parts: readonly (readonly [kind: string, heading: string])[] = [
  ["history", "History"],
  ["findings", "Findings"],
  ["caption", "Images"],
  ["discussion", "Discussion"],
  ["differential", "Other diagnoses considered"],
  ["diagnosis", "Diagnosis"],
];

/** The text of a case as a document, part by part under headings; "" where nobody wrote anything. Questions stay out. */
export function caseDocumentText(words: readonly CaseWords[]): string {
  return parts
    .flatMap(([kind, heading]) => {
      const texts = words.filter((one) => one.kind === kind).map(({ text }) => text.trim());
      const body = texts.filter(Boolean).join("\n\n");
      return body === "" ? [] : [`# ${heading}\n${body}`];
    })
    .join("\n\n");
}

/** Stands between the parts of a case's name in the store. */
export const betweenNames = "\u001f";

/** What names a case in the store, wherever it came from: source, site and the source's own id. */
export const caseDocumentId = (
  source: { readonly name: string; readonly site: string },
  externalId: string,
): string => [source.name, source.site, externalId].join(betweenNames);

/** A split that the source keeps for testing: what lies in it is never found. */
export const isHeldOutSplit = (split: string | null): boolean =>
  split !== null &&
  /^(test|testing|val|valid|validation|dev|held[-_ ]?out|benchmark)\d*$/i.test(split.trim());

/** States in which a case may be found for others: every reading is in, and nothing is left to settle. */
export const finishedStates: readonly string[] = ["read", "final"];
