import { isVerb, newClause } from "./find-boundaries";
import type { ParsedSentence, ValueMention } from "./parsed-text";
import type { Token } from "./split-words";

/** "Emphysema suspected.", "an abscess is favoured": nothing follows that the hedge could be about. */
function saysItOfBefore(tokens: readonly Token[], cue: ValueMention, level: number): boolean {
  const next = tokens[cue.last + 1];
  if (
    /^(?:shown|seen|present|demonstrated|visible|identified|evident|delineated|apparent|depicted|there|occurred|developed|happened)$/.test(
      next?.lower ?? "",
    )
  )
    return true;
  if (/^(?:from|due|because|caused|secondary|related|reflecting|representing)$/.test(next?.lower ?? ""))
    return false;
  if (level === 0 && isModal(tokens, cue)) return true;
  if (level === 3) return next === undefined || /^[.,;]$/.test(next.lower);
  if (level > 1) return false;
  return (
    next === undefined ||
    !/^\p{L}/u.test(next.lower) ||
    /^(?:over|by|in|on|at|and|but|given|with|based|than|from|as|here|for|if|so|since|until)$/.test(next.lower)
  );
}

/** "A fracture may also be present": what stands before the verb is meant. */
function isModal(tokens: readonly Token[], { last }: ValueMention): boolean {
  if (!/^(?:may|might|could|be)$/.test(tokens[last]?.lower ?? "")) return false;
  let at = last + 1;
  while (/^(?:also|be|well|still|have|been|then)$/.test(tokens[at]?.lower ?? "")) at += 1;
  return /^(?:present|seen|there|visible|shown|possible|involved|affected|torn|suspected)$/.test(
    tokens[at]?.lower ?? "",
  );
}

/** "Favours one over the other" */
const isFavor = (tokens: readonly Token[], { last }: ValueMention): boolean =>
  /^favo/.test(tokens[last]?.lower ?? "");

/** "Cannot be distinguished by signal from the liver": how it looks, no doubt of what it is. */
const tellsApart = (tokens: readonly Token[], { last }: ValueMention): boolean =>
  /^(?:distinguished|differentiated|indistinguishable|told|apart)$/.test(tokens[last]?.lower ?? "") &&
  [1, 2, 3, 4].some((step) => tokens[last + step]?.lower === "from");

function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isVerb(tokens[at])) return true;
  return false;
}

/** "As in May" */
const isMonth = (tokens: readonly Token[], { first, last }: ValueMention): boolean =>
  first === last &&
  tokens[first]?.lower === "may" &&
  /^(?:in|of|since|from|until|last|by)$/.test(tokens[first - 1]?.lower ?? "");

/** "An equivocal focus": the word before its noun says nothing of what stands before it. */
const describesNoun = (tokens: readonly Token[], { first, last, value }: ValueMention): boolean =>
  value.endsWith("<") &&
  first === last &&
  /^(?:equivocal|indeterminate|unclear|uncertain|nonspecific)$/.test(tokens[first]?.lower ?? "") &&
  /^\p{L}{3}/u.test(tokens[last + 1]?.lower ?? "") &&
  !/^(?:and|but|on|in|at|by|with|as|for|whether|because|although)$/.test(tokens[last + 1]?.lower ?? "");

/** How certain each token's statement is, from the hedge nearest to it in its clause. */
export function findCertainty(
  tokens: readonly Token[],
  sentences: readonly ParsedSentence[],
  sentenceOf: Int32Array,
  boundary: Float64Array,
  values: ReadonlyMap<string, readonly ValueMention[]>,
  negated: Uint8Array,
): Int8Array {
  const certainty = new Int8Array(tokens.length).fill(-1);
  const set = (at: number, level: number) => {
    const known = certainty[at] ?? -1;
    if (known === -1 || (level !== 2 && (known === 2 || level < known))) certainty[at] = level;
  };
  for (const cue of values.get("hedge") ?? []) {
    const sentence = sentences[sentenceOf[cue.first] ?? 0];
    if (!sentence) continue;
    if (isMonth(tokens, cue) || describesNoun(tokens, cue) || tellsApart(tokens, cue)) continue;
    if (tokens[cue.last]?.lower === "versus" && tokens[cue.last + 1]?.number !== null) continue;
    const stated = Number(cue.value.charAt(0));
    const level = stated === 3 && negated[cue.first] === 1 ? 0 : stated;
    const givesCause = /^(?:from|because|due)$/.test(tokens[cue.last + 1]?.lower ?? "");
    if (
      (cue.value.endsWith("<") && !(givesCause && /ly$/.test(tokens[cue.last]?.lower ?? ""))) ||
      saysItOfBefore(tokens, cue, level)
    ) {
      const than = [cue.last, cue.last + 1].find((at) => /^(?:over|than)$/.test(tokens[at]?.lower ?? ""));
      if (than !== undefined && level <= 1)
        for (let at = than + 1; at <= Math.min(sentence.last, than + 5); at += 1) {
          if (/^[,;.]$/.test(tokens[at]?.lower ?? ",")) break;
          set(at, level === 1 ? 0 : 1);
        }
      for (let at = cue.first - 1; at >= sentence.first; at -= 1) {
        if ((boundary[cue.first] ?? 0) - (boundary[at] ?? 0) > 0.9) break;
        const word = tokens[at]?.lower ?? "";
        if (/^(?:which|that|so|therefore|hence|thus|once)$/.test(word)) break;
        if (word === "," && hasVerb(tokens, sentence.first, at)) break;
        if (
          word === "and" &&
          (at === cue.first - 1 || newClause(tokens, at)) &&
          hasVerb(tokens, sentence.first, at)
        )
          break;
        set(at, level);
      }
    } else {
      for (let at = cue.first; at <= sentence.last; at += 1) {
        if ((boundary[at] ?? 0) - (boundary[cue.last] ?? 0) > 0.9) break;
        if (tokens[at]?.lower === "," && tokens[at + 1]?.lower === "with") break;
        const isOver =
          at > cue.last + 1 && level === 1 && isFavor(tokens, cue) && tokens[at]?.lower === "over";
        if (isOver) {
          for (let rest = at + 1; rest <= Math.min(sentence.last, at + 6); rest += 1) set(rest, 0);
          break;
        }
        set(at, level);
      }
    }
  }
  return certainty;
}
