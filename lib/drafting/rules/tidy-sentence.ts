import { protectedTerms } from "./protected-terms";

/** Short forms that mean one thing in a report, and what they stand for. Sides and numbers are never touched. */
const shortForms: readonly (readonly [RegExp, string])[] = [
  [/(?<![\w/])w\/o(?![\w/])/gi, "without"],
  [/(?<![\w/])w\/(?=\s|[a-z])\s*/gi, "with "],
  [/(?<![\w/])c\/w(?![\w/])/gi, "consistent with"],
  [/(?<![\w/])s\/p(?![\w/])/gi, "status post"],
  [/(?<![\w/])h\/o(?![\w/])/gi, "history of"],
  [/(?<![\w/])y\/o(?![\w/])/gi, "year old"],
  [/(?<![\w/])pts(?![\w/])\.?/gi, "patients"],
  [/(?<![\w/])pt(?![\w/])\.?/g, "patient"],
  [/(?<![\w/])hx(?![\w/])\.?/gi, "history"],
  [/(?<![\w/])fx(?![\w/])\.?/g, "fracture"],
  [/(?<![\w/])bx(?![\w/])\.?/g, "biopsy"],
  [/(?<!\w)approx\.?(?!\w)/gi, "approximately"],
  [/(?<=\w) & (?=\w)/g, " and "],
];

const listMarker = /^(?:[-–•*·▪]+\s*|\(?(?:\d{1,2}|[a-z])[.)]\s+)+/i;

/**
 * A source sentence made ready for a draft: list marks off, short forms written out, measures spaced alike, capital and
 * full stop. If that would touch a number, side, negation or colour, only white space is tidied.
 */
export function tidySentence(source: string): string {
  const plain = source.replace(/\s+/g, " ").trim();
  const bare = plain.replace(listMarker, "");
  if (bare === "") return finish(plain);
  const tidied = finish(
    shortForms.reduce((text, [pattern, full]) => text.replace(pattern, full), spaceMeasures(bare)),
  );
  return protectedTerms(tidied).join("|") === protectedTerms(bare).join("|") ? tidied : finish(bare);
}

function spaceMeasures(text: string): string {
  return text
    .replace(/(\d)\s*[x×]\s*(?=\d)/gi, "$1 x ")
    .replace(/(?<![\p{L}\d.])(\d+(?:\.\d+)?)(mm|cm|ml|HU)(?![\p{L}\d])/gu, "$1 $2");
}

function finish(text: string): string {
  const ended = text
    .replace(/(?<!\.)\.{2}$/, ".")
    .replace(/\s*[;,:]+$/, "")
    .replace(/\s+([.,;:?!])/g, "$1");
  const stopped = /[.!?。！？]["'”’)\]]*$/.test(ended) ? ended : `${ended}.`;
  return /^\p{Ll}+(?![\p{Lu}\d])/u.test(stopped)
    ? stopped.charAt(0).toUpperCase() + stopped.slice(1)
    : stopped;
}
