import { protectedTerms } from "../protected-terms";
import { tidySentence } from "../tidy-sentence";
import { open, type QuestionRule } from "./types";

/** Last resort for short texts: the longest word of a sentence is asked for. */
export const missingWord: QuestionRule = {
  id: "missing word",
  candidates: ({ sentences }) =>
    sentences.flatMap((sentence) => {
      const text = tidySentence(sentence.text);
      const words = [...new Set(text.match(/(?<![\p{L}-])\p{L}{5,}(?![\p{L}-])/gu) ?? [])]
        .filter((word) => protectedTerms(word).length === 0 && text.split(word).length === 2)
        .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
      return words
        .slice(0, 3)
        .map((word) => open(sentence, `Which word is missing: "${text.replace(word, "____")}"`, `${word}.`));
    }),
};
