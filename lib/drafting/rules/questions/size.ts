import { findingPhrases } from "../finding-words";
import { isHedged, isNegated } from "../source-sentences";
import { open, type QuestionRule } from "./types";

const measure = /(?<![\d.])\d+(?:\.\d+)?(?:\s*(?:mm|cm)?\s*[x×]\s*\d+(?:\.\d+)?)*[\s-]*(?:mm|cm)\b/gi;
const bound = /(?:than|over|under|above|below|least|most|[<>≤≥~])\s*$/i;

/** "What size is given for the mass?" from a sentence with one finding and one measure. */
export const size: QuestionRule = {
  id: "size",
  candidates: ({ sentences }) =>
    sentences.flatMap((sentence) => {
      const { text } = sentence;
      const [match, ...more] = [...text.matchAll(measure)];
      const [finding, ...others] = findingPhrases(text);
      if (!match || more.length > 0 || !finding || others.length > 0) return [];
      if (isNegated(text) || isHedged(text) || bound.test(text.slice(0, match.index))) return [];
      const answer = match[0].replace(/\s*[x×]\s*/gi, " x ").replace(/(\d)[\s-]*(mm|cm)/gi, "$1 $2");
      return [open(sentence, `What size is given for the ${finding.phrase}?`, answer)];
    }),
};
