import { isVerb, newClause } from "./find-boundaries";
import type { Lexicon } from "./language-pack";
import type { ParsedSentence, ValueMention } from "./parsed-text";
import type { Token } from "./split-words";

type Doubts = Lexicon["words"]["doubts"];

/** "Emphysema suspected.", "an abscess is favoured": nothing follows that the hedge could be about. */
function saysItOfBefore(
  { words: { doubts } }: Lexicon,
  tokens: readonly Token[],
  cue: ValueMention,
  level: number,
): boolean {
  const next = tokens[cue.last + 1];
  if (doubts.there.has(next?.lower ?? "")) return true;
  if (doubts.causes.has(next?.lower ?? "")) return false;
  if (level === 0 && isModal(doubts, tokens, cue)) return true;
  if (level === 3) return next === undefined || /^[.,;]$/.test(next.lower);
  if (level > 1) return false;
  return next === undefined || !/^\p{L}/u.test(next.lower) || doubts.goesOn.has(next.lower);
}

/** "A fracture may also be present": what stands before the verb is meant. */
function isModal(doubts: Doubts, tokens: readonly Token[], { last }: ValueMention): boolean {
  if (!doubts.modals.has(tokens[last]?.lower ?? "")) return false;
  let at = last + 1;
  while (doubts.fillers.has(tokens[at]?.lower ?? "")) at += 1;
  return doubts.states.has(tokens[at]?.lower ?? "");
}

/** "Favours one over the other" */
const isFavor = ({ patterns }: Lexicon, tokens: readonly Token[], { last }: ValueMention): boolean =>
  patterns.favor.test(tokens[last]?.lower ?? "");

/** "Cannot be distinguished by signal from the liver": how it looks, no doubt of what it is. */
const tellsApart = (doubts: Doubts, tokens: readonly Token[], { last }: ValueMention): boolean =>
  doubts.toldApart.has(tokens[last]?.lower ?? "") &&
  [1, 2, 3, 4].some((step) => doubts.from.has(tokens[last + step]?.lower ?? ""));

function hasVerb(lexicon: Lexicon, tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isVerb(lexicon, tokens[at])) return true;
  return false;
}

/** "As in May" */
const isMonth = (doubts: Doubts, tokens: readonly Token[], { first, last }: ValueMention): boolean =>
  first === last &&
  doubts.may.has(tokens[first]?.lower ?? "") &&
  doubts.beforeMonth.has(tokens[first - 1]?.lower ?? "");

/** "An equivocal focus": the word before its noun says nothing of what stands before it. */
const describesNoun = (
  doubts: Doubts,
  tokens: readonly Token[],
  { first, last, value }: ValueMention,
): boolean =>
  value.endsWith("<") &&
  first === last &&
  doubts.equivocal.has(tokens[first]?.lower ?? "") &&
  /^\p{L}{3}/u.test(tokens[last + 1]?.lower ?? "") &&
  !doubts.notNoun.has(tokens[last + 1]?.lower ?? "");

/** How certain each token's statement is, from the hedge nearest to it in its clause. */
export function findCertainty(
  lexicon: Lexicon,
  tokens: readonly Token[],
  sentences: readonly ParsedSentence[],
  sentenceOf: Int32Array,
  boundary: Float64Array,
  values: ReadonlyMap<string, readonly ValueMention[]>,
  negated: Uint8Array,
): Int8Array {
  const { clauses, doubts } = lexicon.words;
  const certainty = new Int8Array(tokens.length).fill(-1);
  const set = (at: number, level: number) => {
    const known = certainty[at] ?? -1;
    if (known === -1 || (level !== 2 && (known === 2 || level < known))) certainty[at] = level;
  };
  for (const cue of values.get("hedge") ?? []) {
    const sentence = sentences[sentenceOf[cue.first] ?? 0];
    if (!sentence) continue;
    if (isMonth(doubts, tokens, cue) || describesNoun(doubts, tokens, cue) || tellsApart(doubts, tokens, cue))
      continue;
    if (doubts.versus.has(tokens[cue.last]?.lower ?? "") && tokens[cue.last + 1]?.number !== null) continue;
    const stated = Number(cue.value.charAt(0));
    const level = stated === 3 && negated[cue.first] === 1 ? 0 : stated;
    const givesCause = doubts.becauses.has(tokens[cue.last + 1]?.lower ?? "");
    if (
      (cue.value.endsWith("<") &&
        !(givesCause && lexicon.patterns.manner.test(tokens[cue.last]?.lower ?? ""))) ||
      saysItOfBefore(lexicon, tokens, cue, level)
    ) {
      const than = [cue.last, cue.last + 1].find((at) => doubts.compares.has(tokens[at]?.lower ?? ""));
      if (than !== undefined && level <= 1)
        for (let at = than + 1; at <= Math.min(sentence.last, than + 5); at += 1) {
          if (/^[,;.]$/.test(tokens[at]?.lower ?? ",")) break;
          set(at, level === 1 ? 0 : 1);
        }
      for (let at = cue.first - 1; at >= sentence.first; at -= 1) {
        if ((boundary[cue.first] ?? 0) - (boundary[at] ?? 0) > 0.9) break;
        const word = tokens[at]?.lower ?? "";
        if (doubts.stops.has(word)) break;
        if (word === "," && hasVerb(lexicon, tokens, sentence.first, at)) break;
        if (
          clauses.and.has(word) &&
          (at === cue.first - 1 || newClause(lexicon, tokens, at)) &&
          hasVerb(lexicon, tokens, sentence.first, at)
        )
          break;
        set(at, level);
      }
    } else {
      for (let at = cue.first; at <= sentence.last; at += 1) {
        if ((boundary[at] ?? 0) - (boundary[cue.last] ?? 0) > 0.9) break;
        if (tokens[at]?.lower === "," && doubts.with.has(tokens[at + 1]?.lower ?? "")) break;
        const isOver =
          at > cue.last + 1 &&
          level === 1 &&
          isFavor(lexicon, tokens, cue) &&
          doubts.over.has(tokens[at]?.lower ?? "");
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
