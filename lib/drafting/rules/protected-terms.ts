/**
 * The words of a sentence that a rule must never change: numbers with their units, codes such as T2 or L4, sides,
 * negations and colours, each in one spelling, sorted. Sentences that say the same thing have the same list.
 */
export function protectedTerms(text: string): string[] {
  const spaced = text.replace(/(\d)\s*[x×*]\s*(?=\d)/gi, "$1 x ");
  return [
    ...[...spaced.matchAll(numbers)].map((match) => number(match[1] ?? "", match[2])),
    ...[...spaced.matchAll(codes)].map((match) => match[0].replace("-", "").toUpperCase()),
    ...[...spaced.matchAll(words)].map((match) => spelling(match[0])),
  ].sort();
}

/** Every term of `part` is in `whole` at least as often. */
export function containsTerms(whole: readonly string[], part: readonly string[]): boolean {
  const left = [...whole];
  return part.every((term) => {
    const index = left.indexOf(term);
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  });
}

const units = "mm|cm|ml|cc|hu|kg|mg|g|l|m|%|years?|months?|weeks?|days?|hours?|degrees?|tesla|t|°";
const numbers = new RegExp(
  `(?<![\\p{L}\\d.])(\\d+(?:[.,]\\d+)*)(?:[\\s-]*(${units})(?![\\p{L}\\d]))?(?![\\d])`,
  "giu",
);
const codes = /(?<![\p{L}\d])[a-z]{1,3}-?\d+[a-z]?(?![\p{L}\d])/giu;
const numberWords =
  "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|single|double|triple|several|multiple";
const sides = "left|right|bilateral(?:ly)?|unilateral(?:ly)?|both|ipsilateral|contralateral";
const negations =
  "no|not|non|without|w\\/o|never|none|neither|nor|negative|absent|absence|denie[sd]|cannot|can't|isn't|doesn't|didn't|wasn't|aren't|weren't";
const colours = "red|white|black|yellow|blue|green|orange|purple|pink|gr[ea]y|cyan|magenta|brown";
const words = new RegExp(
  `(?<![\\p{L}\\d])(?:${numberWords}|${sides}|${negations}|${colours})(?![\\p{L}\\d])`,
  "giu",
);
const negation = new RegExp(`^(?:${negations})$`, "i");

function number(digits: string, unit: string | undefined): string {
  const singular = unit?.toLowerCase().replace(/^(year|month|week|day|hour|degree)s$/, "$1");
  return singular ? `${digits} ${singular}` : digits;
}

function spelling(word: string): string {
  const lower = word.toLowerCase();
  if (negation.test(lower)) return "negation";
  if (lower === "both") return "bilateral";
  return lower.replace("gray", "grey").replace(/(lateral)ly$/, "$1");
}
