import type { CheckCase } from "./check-case";
import { contextOf, similarity } from "./compare-context";
import { mentions, type ParsedText, type ValueMention } from "./parsed-text";

/** A plane, sequence or examination that a text names. */
export interface Named {
  readonly parsed: ParsedText;
  readonly mention: ValueMention;
}

const before = 5;
const behind = 4;

/** "Since the radiograph of last year", "(not shown)", "without correlate on": of another image than the one described. */
export function isOfOtherImage({ parsed, mention }: Named): boolean {
  return mentions(parsed, "otherImage").some(
    ({ value, first, last }) =>
      parsed.sentenceOf[first] === parsed.sentenceOf[mention.first] &&
      (value === ">"
        ? last < mention.first && mention.first - last <= before
        : first > mention.last && first - mention.last <= behind),
  );
}

/**
 * The draft gives to one image what the source says of another: "the in-phase image shows signal loss" where the in-phase
 * image is only compared with. Both are in the source; what stands around them tells. Null where it does not.
 */
export function takenFor(
  texts: CheckCase,
  given: ValueMention,
  known: readonly Named[],
  fits: (value: string) => boolean,
): Named | null {
  const draft = { parsed: texts.draft, mention: given };
  const agree = known.filter(({ mention }) => fits(mention.value));
  const others = known.filter(({ mention }) => !fits(mention.value));
  if (agree.length === 0 || others.length === 0 || isOfOtherImage(draft)) return null;
  if (texts.draft.negated[given.first] === 1) return null;
  const context = contextOf(texts, texts.draft, given.first, given.last);
  const nearness = ({ parsed, mention }: Named) =>
    similarity(context, contextOf(texts, parsed, mention.first, mention.last));
  let best: { named: Named; near: number } | null = null;
  for (const named of others) {
    const near = nearness(named);
    if (!best || near > best.near) best = { named, near };
  }
  if (!best || isNamedBeside(texts.draft, given, best.named.mention)) return null;
  if (isOfOtherImage(best.named)) return null;
  if (agree.every(isOfOtherImage)) return best.near >= 0.12 ? best.named : null;
  const own = Math.max(...agree.map(nearness));
  return best.near >= 0.45 && best.near > 2.5 * own ? best.named : null;
}

/** The sentence of the draft names the other one, too. */
const isNamedBeside = (draft: ParsedText, given: ValueMention, other: ValueMention): boolean =>
  mentions(draft, given.kind).some(
    ({ group, value, first }) =>
      group === other.group &&
      value === other.value &&
      draft.sentenceOf[first] === draft.sentenceOf[given.first],
  );
