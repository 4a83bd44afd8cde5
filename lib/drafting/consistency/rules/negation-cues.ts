import type { Lexicon } from "./language-pack";
import type { ValueMention } from "./parsed-text";
import type { Token } from "./split-words";

/** "Entrapment, which had been feared, is absent": the comma that opens what stands between two commas, else the one given. */
export function relativeBefore(
  { words }: Lexicon,
  tokens: readonly Token[],
  first: number,
  comma: number,
): number {
  for (let at = comma - 1; at > first; at -= 1) {
    const word = tokens[at]?.lower ?? "";
    if (word === ",") return words.clauses.relatives.has(tokens[at + 1]?.lower ?? "") ? at : comma;
    if (/^[;:.]$/.test(word)) return comma;
  }
  return comma;
}

/** "Is not directly visible": a "not seen" with an adverb in it. */
export function parted(
  { words, patterns }: Lexicon,
  tokens: readonly Token[],
  values: ReadonlyMap<string, readonly ValueMention[]>,
): ValueMention[] {
  return (values.get("negBefore") ?? []).flatMap((cue) =>
    words.denials.not.has(tokens[cue.last]?.lower ?? "") &&
    patterns.mannerOrTime.test(tokens[cue.last + 1]?.lower ?? "") &&
    words.denials.visible.has(tokens[cue.last + 2]?.form ?? "")
      ? [{ ...cue, kind: "negAfter", last: cue.last + 2 }]
      : [],
  );
}

/** "Not visible on the CT image": it is there, another examination shows it. */
export function saysWhereNot(
  { words }: Lexicon,
  tokens: readonly Token[],
  cue: ValueMention,
  values: ReadonlyMap<string, readonly ValueMention[]>,
): boolean {
  if (!words.denials.shown.has(tokens[cue.last]?.form ?? "")) return false;
  if (!words.denials.shownBy.has(tokens[cue.last + 1]?.lower ?? "")) return false;
  return ["modality", "sequence", "planeHead"].some((kind) =>
    (values.get(kind) ?? []).some(({ first }) => first > cue.last + 1 && first - cue.last <= 6),
  );
}

/** "(not shown)": a remark on the picture. */
export const isNotPictured = (tokens: readonly Token[], { first, last }: ValueMention): boolean =>
  tokens[first - 1]?.lower === "(" && tokens[last + 1]?.lower === ")";

/** "Spared by the fracture": the fracture is there. */
export const isSparedBy = ({ words }: Lexicon, tokens: readonly Token[], { last }: ValueMention): boolean =>
  words.denials.spared.has(tokens[last]?.lower ?? "") &&
  !words.denials.sparedParts.has(tokens[last + 1]?.lower ?? "");

/** "Nothing but", "nothing other than": there is what follows. */
export const saysOnly = (
  { words: { denials } }: Lexicon,
  tokens: readonly Token[],
  { last }: ValueMention,
): boolean =>
  denials.nothing.has(tokens[last]?.lower ?? "") &&
  (denials.but.has(tokens[last + 1]?.lower ?? "") ||
    (denials.other.has(tokens[last + 1]?.lower ?? "") && denials.than.has(tokens[last + 2]?.lower ?? "")));
