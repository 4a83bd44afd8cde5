import type { SourceSentence } from "../../types/drafts";
import { findingPhrases } from "../finding-words";
import { isNegated, sourceSentences } from "../source-sentences";
import { tidySentence } from "../tidy-sentence";
import { open, type QuestionRule } from "./types";

const appearanceWords =
  /\b(?:hyper|hypo|iso|an)-?(?:intens|dens|echo|attenuat|lucen)\w*|\benhanc(?:es|ed|ing)\b|\b(?:heterogeneous|homogeneous|spiculated|lobulated|calcified|cystic|solid|ill-defined|well-defined|well-circumscribed|irregular|lytic|sclerotic|multilocular|septated|(?:low|high|increased|decreased) (?:signal|density|attenuation))\b/i;
/** In characters: further away it is likely to be about something else. */
const farthestAppearance = 50;
const changeWords =
  /\b(?:compared (?:to|with)|unchanged|interval|since (?:the )?(?:prior|previous|last)|stable|has (?:in|de)creased|progress(?:ed|ion)|regress(?:ed|ion)|resolved)\b/i;
const subject =
  /^(?:there (?:is|are) )?(?:the |an? )?((?:[\p{L}-]+ ){0,4}?[\p{L}-]{3,}) (?:is|are|was|were|appears?|remains?|shows?|demonstrates?|reveals?|measures?|has|have|within normal|extends?|contains?)\b/iu;
const emptySubjects =
  /^(?:there|this|these|it|they|which|image|figure|patient|case|he|she|that|those|none|we)$/i;

const answerOf = ({ text }: SourceSentence) => tidySentence(text);

/** "How is the mass described?" - signal, density, margin. */
export const appearance: QuestionRule = {
  id: "appearance",
  candidates: ({ sentences }) =>
    sentences.flatMap((sentence) => {
      const [finding] = findingPhrases(sentence.text);
      const found = sentence.text.match(appearanceWords)?.index;
      if (!finding || found === undefined || isNegated(sentence.text)) return [];
      if (Math.abs(found - finding.start) > farthestAppearance) return [];
      const verb = finding.plural ? "are" : "is";
      const noun = sentence.text.slice(finding.start, finding.end).toLowerCase();
      return [open(sentence, `How ${verb} the ${noun} described?`, answerOf(sentence))];
    }),
};

/** Comparison with an earlier examination or another side. */
export const comparison: QuestionRule = {
  id: "comparison",
  candidates: ({ sentences }) =>
    sentences
      .filter(({ text }) => changeWords.test(text))
      .map((sentence) => open(sentence, "Which comparison or change is described?", answerOf(sentence))),
};

/** "What is reported about the heart size?" from the subject of a sentence. */
export const report: QuestionRule = {
  id: "report",
  candidates: ({ sentences }) =>
    sentences.flatMap((sentence) => {
      const named = tidySentence(sentence.text).match(subject)?.[1] ?? "";
      if (
        named === "" ||
        /\b(?:\p{L}+ing|show\w*|of|in)\b/iu.test(named) ||
        emptySubjects.test(named) ||
        emptySubjects.test(named.split(" ")[0] ?? "")
      )
        return [];
      const name = /^\p{Lu}\p{Ll}/u.test(named) ? named.charAt(0).toLowerCase() + named.slice(1) : named;
      return [open(sentence, `What is reported about the ${name}?`, answerOf(sentence))];
    }),
};

/** "What does the source describe in this image?" from its caption. */
export const whole: QuestionRule = {
  id: "whole",
  candidates: ({ sentences }) =>
    sentences
      .filter(({ imageId }) => imageId !== null)
      .map((sentence) => open(sentence, "What does the source describe in this image?", answerOf(sentence))),
};

/** The history, as the source gives it. */
export const history: QuestionRule = {
  id: "history",
  candidates: ({ passages }) =>
    passages
      .filter(({ kind }) => kind === "history")
      .flatMap(sourceSentences)
      .slice(0, 1)
      .map((sentence) => open(sentence, "What clinical history is given?", answerOf(sentence))),
};
