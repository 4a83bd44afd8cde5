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
type Forms = Pick<Token, "lower" | "form" | "stem" | "isWord">;
const kept = new Map<string, Forms>();

function wordsOf(raw: string): Forms {
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

/** What a piece of text is wherever it stands: a mark that joins words, a number, or one word and more for a short form. */
interface Piece {
  readonly joins: boolean;
  readonly number: number | null;
  readonly decimals: number;
  readonly words: readonly Forms[];
}

type Abbreviations = ReadonlyMap<string, readonly string[]>;
const none: Abbreviations = new Map();
const read = new WeakMap<Abbreviations, Map<string, Piece>>();

function pieceOf(raw: string, abbreviations: Abbreviations, known: Map<string, Piece>): Piece {
  const before = known.get(raw);
  if (before) return before;
  const isNumber = /^\d/.test(raw);
  const digits = raw.replace(/,/g, "").replace("·", ".");
  const long = isNumber ? undefined : (abbreviations.get(raw) ?? abbreviations.get(raw.toLowerCase()));
  const made: Piece = {
    joins: /^[-–‐‑/]$/.test(raw),
    number: isNumber ? Number(digits) : null,
    decimals: isNumber ? (digits.split(".")[1]?.length ?? 0) : 0,
    words: (long ?? [isNumber ? digits : raw]).map(wordsOf),
  };
  if (known.size < 50_000) known.set(raw, made);
  return made;
}

const isMinus = (mark: string): boolean => mark === "-" || mark === "−" || mark === "–";
const wordly = /[\p{L}\d]/u;

/** A figure behind a minus sign, which stands behind no word, figure or bracket. */
const isNegative = (text: string, start: number): boolean => {
  const before = text.charAt(start - 2);
  return isMinus(text.charAt(start - 1)) && before !== ")" && !wordly.test(before);
};

/** Splits a text into tokens; hyphens and slashes between words are left out and remembered as `glued`. */
export function splitWords(text: string, abbreviations: Abbreviations = none): Token[] {
  let known = read.get(abbreviations);
  if (!known) {
    known = new Map();
    read.set(abbreviations, known);
  }
  const tokens: Token[] = [];
  let glued = false;
  let previousEnd = -1;
  pieces.lastIndex = 0;
  for (let match = pieces.exec(text); match; match = pieces.exec(text)) {
    const raw = match[0];
    const start = match.index;
    const end = start + raw.length;
    const { joins, number, decimals, words } = pieceOf(raw, abbreviations, known);
    if (joins && previousEnd === start && wordly.test(text.charAt(end))) {
      glued = true;
      continue;
    }
    const negative = number !== null && isNegative(text, start);
    if (negative && isMinus(tokens.at(-1)?.lower ?? "")) tokens.pop();
    for (const { lower, form, stem, isWord } of words)
      tokens.push({
        start,
        end,
        lower,
        form,
        stem,
        isWord,
        number: negative && number !== null ? -number : number,
        decimals,
        glued,
      });
    previousEnd = tokens.at(-1)?.end ?? -1;
    glued = false;
  }
  return tokens;
}
