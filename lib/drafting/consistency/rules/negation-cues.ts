import type { ValueMention } from "./parsed-text";
import type { Token } from "./split-words";

/** "Entrapment, which had been feared, is absent": the comma that opens what stands between two commas, else the one given. */
export function relativeBefore(tokens: readonly Token[], first: number, comma: number): number {
  for (let at = comma - 1; at > first; at -= 1) {
    const word = tokens[at]?.lower ?? "";
    if (word === ",") return /^(?:which|who)$/.test(tokens[at + 1]?.lower ?? "") ? at : comma;
    if (/^[;:.]$/.test(word)) return comma;
  }
  return comma;
}

/** "Is not directly visible": a "not seen" with an adverb in it. */
export function parted(
  tokens: readonly Token[],
  values: ReadonlyMap<string, readonly ValueMention[]>,
): ValueMention[] {
  return (values.get("negBefore") ?? []).flatMap((cue) =>
    /^not$/.test(tokens[cue.last]?.lower ?? "") &&
    /(?:ly|yet|currently)$/.test(tokens[cue.last + 1]?.lower ?? "") &&
    /^(?:visible|seen|identified|detected|present|evident|visualized|demonstrated|apparent|found|shown|appreciated)$/.test(
      tokens[cue.last + 2]?.form ?? "",
    )
      ? [{ ...cue, kind: "negAfter", last: cue.last + 2 }]
      : [],
  );
}

/** "Not visible on the CT image": it is there, another examination shows it. */
export function saysWhereNot(
  tokens: readonly Token[],
  cue: ValueMention,
  values: ReadonlyMap<string, readonly ValueMention[]>,
): boolean {
  if (!/^(?:visible|seen|shown|appreciated|visualized)$/.test(tokens[cue.last]?.form ?? "")) return false;
  if (!/^(?:on|by|with|at|in)$/.test(tokens[cue.last + 1]?.lower ?? "")) return false;
  return ["modality", "sequence", "planeHead"].some((kind) =>
    (values.get(kind) ?? []).some(({ first }) => first > cue.last + 1 && first - cue.last <= 6),
  );
}

/** "(not shown)": a remark on the picture. */
export const isNotPictured = (tokens: readonly Token[], { first, last }: ValueMention): boolean =>
  tokens[first - 1]?.lower === "(" && tokens[last + 1]?.lower === ")";

/** "Spared by the fracture": the fracture is there. */
export const isSparedBy = (tokens: readonly Token[], { last }: ValueMention): boolean =>
  tokens[last]?.lower === "spared" && !/^(?:the|its|both|all)$/.test(tokens[last + 1]?.lower ?? "");

/** "Nothing but", "nothing other than": there is what follows. */
export const saysOnly = (tokens: readonly Token[], { last }: ValueMention): boolean =>
  /^(?:nothing|none)$/.test(tokens[last]?.lower ?? "") &&
  (tokens[last + 1]?.lower === "but" ||
    (/^(?:other|more|else)$/.test(tokens[last + 1]?.lower ?? "") &&
      /^(?:than|but)$/.test(tokens[last + 2]?.lower ?? "")));
