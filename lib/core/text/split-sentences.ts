import { finalUnlessNumber, lettered, neverFinal, seldomFinal } from "./abbreviations";

/** A piece of a text by code unit offsets, end exclusive; `text` is that slice. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const closers = /["'”’)\]»]/;
const terminals = /[.!?]/;
const cjkTerminals = /[。！？]/;
const carryingOn = /^\s*(?:whereas|while|and|but|or|which|with|although|though)\b/i;
const listMarker = /^(?:[-–•*·▪]|\(?(?:\d{1,2}|[a-zA-Z])[.)])\s/;

/**
 * Splits medical prose into sentences. Decimals, figure numbers, abbreviations and initials do not end one; blank
 * lines, list items, Chinese full stops and semicolons between whole clauses do. Nothing but white space lies between
 * two sentences, so the offsets put the text together again.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const close = (end: number) => {
    const piece = text.slice(start, end);
    const trimmed = piece.trim();
    if (trimmed !== "") {
      const from = start + piece.indexOf(trimmed);
      sentences.push({ start: from, end: from + trimmed.length, text: trimmed });
    }
    start = end;
  };
  const marks = /[\n;.!?。！？]/g;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    const end = boundaryAfter(text, mark.index, start);
    if (end === null) continue;
    close(end);
    marks.lastIndex = end;
  }
  close(text.length);
  return sentences;
}

/** Where the sentence ends if the character at `index` ends it: behind closing quotes and repeated marks. */
function boundaryAfter(text: string, index: number, start: number): number | null {
  const character = text.charAt(index);
  if (character === "\n") return endsAtLine(text, index, start) ? index + 1 : null;
  if (character === ";") return endsAtSemicolon(text, index, start) ? index + 1 : null;
  const cjk = cjkTerminals.test(character);
  if (!cjk && !terminals.test(character)) return null;
  let end = index + 1;
  while (end < text.length && (terminals.test(text.charAt(end)) || cjkTerminals.test(text.charAt(end))))
    end += 1;
  while (end < text.length && closers.test(text.charAt(end))) end += 1;
  return cjk || endsAtStop(text, index, end, start) ? end : null;
}

function endsAtStop(text: string, index: number, end: number, start: number): boolean {
  const before = text.slice(start, index);
  const after = text.slice(end).match(/^(\s*)(\S{0,3})/);
  const gap = after?.[1] ?? "";
  const next = after?.[2] ?? "";
  if (next === "") return true;
  const word = (before.match(/[^\s([]*$/)?.[0] ?? "").replace(/^["'“‘]+/, "");
  if (gap === "") return text.charAt(index) === "." && /[a-z]{3,}$/.test(word) && /^[A-Z][a-z]/.test(next);
  if (text.charAt(index) !== ".") return !/^\p{Ll}/u.test(next);
  if (/^\(?(?:\d{1,2}|[a-zA-Z])$/.test(before.trim())) return false;
  const lower = word.toLowerCase();
  const capital = /^[("'“[]*\p{Lu}/u.test(next);
  if (neverFinal.has(lower)) return false;
  if (finalUnlessNumber.has(lower)) return !/^\d/.test(next);
  if (seldomFinal.has(lower)) return capital;
  if (/^\p{Lu}$/u.test(word)) return capital && isLettered(before, word);
  if (/^\p{Ll}/u.test(next)) return /^\p{Ll}{4,}$/u.test(word);
  return true;
}

function isLettered(before: string, letter: string): boolean {
  const previous =
    before
      .slice(0, before.length - letter.length)
      .trim()
      .match(/[\p{L}-]+$/u)?.[0] ?? "";
  return lettered.has(previous.toLowerCase());
}

/** A line break ends a sentence before a blank line, a list item, or a capital that does not carry a phrase on. */
function endsAtLine(text: string, index: number, start: number): boolean {
  const line = text.slice(start, index).trimEnd();
  const rest = text.slice(index + 1).replace(/^[ \t\r]+/, "");
  if (line.trim() === "" || rest === "") return false;
  if (rest.startsWith("\n") || listMarker.test(rest)) return true;
  if (/^\p{Ll}/u.test(rest)) return false;
  return !/(?:[,(:/–-]|\b(?:of|the|a|an|and|or|in|on|at|to|with|from|by|for|is|are|was|which|that|than))$/i.test(
    line,
  );
}

function endsAtSemicolon(text: string, index: number, start: number): boolean {
  const before = text.slice(start, index);
  const rest = text.slice(index + 1);
  if (carryingOn.test(rest)) return false;
  const open = (before.match(/[([]/g) ?? []).length > (before.match(/[)\]]/g) ?? []).length;
  if (open) return false;
  const clause = rest.split(/[;.\n]/, 1)[0] ?? "";
  return wordCount(before) >= 3 && wordCount(clause) >= 3;
}

/** Words of a text: runs of letters and digits; each Chinese, Japanese or Korean character counts as one. */
export function wordCount(text: string): number {
  return (
    text.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*/gu,
    ) ?? []
  ).length;
}
