import { baseForm, wordStem } from "@/lib/core/text/word-forms";

/** A word, number or mark of a text. Offsets in code units; words of an expanded short form share its offsets. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly lower: string;
  /** One spelling, singular. */
  readonly form: string;
  readonly stem: string;
  /** Two letters or more, or a letter with a figure. */
  readonly isWord: boolean;
  readonly number: number | null;
  /** Digits after the decimal point. */
  readonly decimals: number;
  /** Glued to the token before by a hyphen or slash. */
  readonly glued: boolean;
}

const pieces =
  /w\/o\b|w\/(?=\s|[a-z])|[shrcy]\/[opw]\b|b\/l\b|h\s?&\s?e\b|(?:ng|mg|g|u|iu|[mµμun]mol|pg|[µμum]g|mcg)\/(?:ml|dl|l)\b|[cm]m\/s(?:ec)?\b|t2\*|t1\+c\b|y\.o\b|[cm]m[²³]|[cm]m[23]\b|mm\s?hg\b|µm|μm|\d+(?:,\d{3})+(?!\d)|\d+(?:[.·]\d+)?|[x×](?=\s?\d)|\p{L}[\p{L}\p{M}]*(?:\d+[a-z]{0,3})?(?:['’](?:s|t|re|ve)\b)?|[^\s]/giu;
const kept = new Map<string, Pick<Token, "lower" | "form" | "stem" | "isWord">>();

function wordsOf(raw: string): Pick<Token, "lower" | "form" | "stem" | "isWord"> {
  const known = kept.get(raw);
  if (known) return known;
  const lower = raw
    .toLowerCase()
    .replace(/\s+/g, "")
    .replace(/['’](?:s)?$/, "")
    .replace(/['’]/g, "");
  const isWord = /\p{L}{2}|\p{L}\d/u.test(lower);
  const made = { lower, form: baseForm(lower), stem: wordStem(lower), isWord };
  if (kept.size < 50_000) kept.set(raw, made);
  return made;
}

/** Splits a text into tokens; hyphens and slashes between words are left out and remembered as `glued`. */
export function splitWords(
  text: string,
  abbreviations: ReadonlyMap<string, readonly string[]> = new Map(),
): Token[] {
  const tokens: Token[] = [];
  let glued = false;
  for (const match of text.matchAll(pieces)) {
    const raw = match[0];
    const start = match.index;
    const end = start + raw.length;
    const previous = tokens.at(-1);
    const touches = previous !== undefined && previous.end === start;
    if (/^[-–‐‑/]$/.test(raw) && touches && /[\p{L}\d]/u.test(text.charAt(end))) {
      glued = true;
      continue;
    }
    const numeric = /^\d/.test(raw);
    if (numeric) {
      const digits = raw.replace(/,/g, "").replace("·", ".");
      const minus = /[-−–]$/.test(text.slice(0, start)) && !/[\p{L}\d)][-−–]$/u.test(text.slice(0, start));
      if (minus && tokens.at(-1)?.lower.match(/^[-−–]$/)) tokens.pop();
      tokens.push({
        start,
        end,
        ...wordsOf(digits),
        number: minus ? -Number(digits) : Number(digits),
        decimals: digits.split(".")[1]?.length ?? 0,
        glued,
      });
      glued = false;
      continue;
    }
    const long = abbreviations.get(raw) ?? abbreviations.get(raw.toLowerCase());
    if (long) {
      for (const word of long)
        tokens.push({ start, end, ...wordsOf(word), number: null, decimals: 0, glued });
    } else tokens.push({ start, end, ...wordsOf(raw), number: null, decimals: 0, glued });
    glued = false;
  }
  return tokens;
}
