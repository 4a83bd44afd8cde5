import { type FindingPhrase, findingPhrases } from "../finding-words";
import { isHedged, isNegated } from "../source-sentences";
import { closed, type QuestionRule } from "./types";

const sideWord = /\b(left|right|bilateral(?:ly)?|both)(?:-sided)?\b/gi;
const options = ["Left", "Right", "Both sides"];
/** Names in which a side is part of the anatomy, and "left" as a verb. */
const otherMeaning =
  /\b(?:left|right)(?:\s+|-)(?:atri|ventric|heart|cardi|coronary|bundle|main|hilum of|untreated|to right|to left)|\b(?:was|were|been|he|she|patient|have|has)\s+left\b|\bright (?:angle|away|after|before)/i;

/** Side and finding stand in one phrase: nothing between them starts another one. */
function belongsTogether(text: string, from: number, to: number, finding: FindingPhrase): boolean {
  const between = from < finding.start ? text.slice(to, finding.start) : text.slice(finding.end, from);
  if (/[,;:()]|\b(?:with|and|or|causing|but|versus|than|from)\b/i.test(between)) return false;
  const words = between.trim().split(/\s+/).length;
  return from < finding.start
    ? words <= 4
    : /^\s+(?:in|of|at|on|within|involving|around|along|over|near)\b/i.test(between);
}

/** "On which side is the pleural effusion?" from a sentence with one finding and one side. */
export const side: QuestionRule = {
  id: "side",
  candidates: ({ sentences }) =>
    sentences.flatMap((sentence) => {
      const { text } = sentence;
      const [match, ...more] = [...text.matchAll(sideWord)];
      const [finding, ...others] = findingPhrases(text);
      if (!match || more.length > 0 || !finding || others.length > 0) return [];
      if (isNegated(text) || isHedged(text) || otherMeaning.test(text)) return [];
      if (!belongsTogether(text, match.index, match.index + match[0].length, finding)) return [];
      const word = (match[1] ?? "").toLowerCase();
      const index = word === "left" ? 0 : word === "right" ? 1 : 2;
      return [
        closed(
          sentence,
          `On which side ${finding.plural ? "are" : "is"} the ${finding.phrase}?`,
          options,
          index,
        ),
      ];
    }),
};
