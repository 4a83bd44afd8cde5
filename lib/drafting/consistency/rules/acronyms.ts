import type { CheckCase } from "./check-case";
import type { ParsedText, Term } from "./parsed-text";

const initialsKey = Symbol("initials");
const capitalsKey = Symbol("capitals");

const small = /^(?:of|the|and|in|for|to|with|a|an|on|by)$/;
const shortest = 3;
const longest = 6;

/** The first letters of every row of three to six words of a text, small words left out: "uvc" for "umbilical venous catheter". */
function initialsOf(parsed: ParsedText): Map<string, [number, number]> {
  const found = new Map<string, [number, number]>();
  const words = parsed.tokens.flatMap(({ lower }, at) =>
    /^\p{L}{2}/u.test(lower) && !small.test(lower) ? [{ letter: lower.charAt(0), at }] : [],
  );
  for (let from = 0; from < words.length; from += 1) {
    let letters = "";
    for (let to = from; to < Math.min(words.length, from + longest); to += 1) {
      const { letter = "", at = 0 } = words[to] ?? {};
      if (to > from && at - (words[to - 1]?.at ?? at) > 2) break;
      letters += letter;
      if (letters.length >= shortest) found.set(letters, [words[from]?.at ?? at, at]);
    }
  }
  return found;
}

/** A word of capitals: "CRPS", "UVC". */
function capitalsAt(parsed: ParsedText, at: number): string | null {
  const token = parsed.tokens[at];
  const word = token ? parsed.text.slice(token.start, token.end) : "";
  return /^\p{Lu}{3,6}s?$/u.test(word) ? word.replace(/s$/, "").toLowerCase() : null;
}

/** The draft shortens what a source spells out, or spells out what a source shortens. */
export function isAcronym(texts: CheckCase, term: Term): boolean {
  const short = capitalsAt(texts.draft, term.first);
  if (short !== null)
    return texts.ofSources(initialsKey, (source) => [initialsOf(source)]).some((known) => known.has(short));
  const known = texts.ofSources(capitalsKey, (source) =>
    source.tokens.flatMap((_token, at) => capitalsAt(source, at) ?? []),
  );
  if (known.length === 0) return false;
  const rows = initialsOf(texts.draft);
  return known.some((letters) => {
    const row = rows.get(letters);
    return row !== undefined && row[0] <= term.first && row[1] >= term.last;
  });
}
