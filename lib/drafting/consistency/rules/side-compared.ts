import { mentions, type ParsedText } from "./parsed-text";

/** "The right one is wider than the left", "the right side is clear": both sides are spoken of, or nothing is said of this one. */
export function comparesSides(draft: ParsedText, at: number): boolean {
  const sentence = draft.sentenceOf[at];
  const compares = draft.tokens.some(
    ({ lower }, index) =>
      draft.sentenceOf[index] === sentence && /^(?:than|contralateral|opposite|not|other)$/.test(lower),
  );
  return compares || mentions(draft, "normal").some(({ first }) => draft.sentenceOf[first] === sentence);
}

/** "More marked on the right than on the left": which side has more is for the words of degree to say. */
export function isComparative(draft: ParsedText, at: number): boolean {
  const sentence = draft.sentences[draft.sentenceOf[at] ?? 0];
  let more = -1;
  for (let index = sentence?.first ?? 0; index <= (sentence?.last ?? -1); index += 1) {
    const word = draft.tokens[index]?.lower ?? "";
    if (/^(?:more|less|larger|smaller|greater|wider|higher|lower|better|worse|thicker)$/.test(word))
      more = index;
    if (word === "than" && more >= 0)
      return (
        at >= more - 6 &&
        at <= index + 6 &&
        Math.abs((draft.boundary[at] ?? 0) - (draft.boundary[index] ?? 0)) < 0.9
      );
  }
  return false;
}

/** "The right one as well", "smaller on the left", "right to left": of both sides, or beside the other. */
export const addsOrCompares = ({ tokens, sentenceOf, boundary }: ParsedText, side: number): boolean =>
  tokens.some(
    ({ lower }, at) =>
      sentenceOf[at] === sentenceOf[side] &&
      Math.abs((boundary[at] ?? 0) - (boundary[side] ?? 0)) < 0.5 &&
      (/^(?:well|too|also|than|smaller|larger|wider|greater|more|less)$/.test(lower) ||
        (lower === "to" &&
          /^(?:left|right)$/.test(tokens[at + 1]?.lower ?? "") &&
          /^(?:left|right)$/.test(tokens[at - 1]?.lower ?? ""))),
  );
