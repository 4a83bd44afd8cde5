import { wordCount } from "@/lib/core/text/split-sentences";
import type { QuestionAnswer } from "@/lib/reading/schema";
import type { DraftSentence, PassageSpan } from "@/lib/reading/types";
import type { DraftingInput, DraftPlan, SourceSentence } from "../../types/drafts";
import { questionLines } from "../draft-text";
import { findingSentences } from "../findings";
import { containsTerms, protectedTerms } from "../protected-terms";
import { sourceSentences, withoutRepeats } from "../source-sentences";
import { type ChosenQuestion, chooseQuestions, questionTarget } from "./choose-questions";
import { appearance, comparison, history, report, whole } from "./description";
import { diagnosis, differential } from "./diagnosis";
import { modality, plane } from "./imaging";
import { marker } from "./marker";
import { missingWord } from "./missing-word";
import { absence, presence } from "./presence";
import { side } from "./side";
import { size } from "./size";
import type { QuestionContext, QuestionRule } from "./types";

const rules: readonly QuestionRule[] = [
  marker,
  side,
  size,
  absence,
  diagnosis,
  presence,
  appearance,
  modality,
  plane,
  comparison,
  report,
  differential,
].map(checked);
const lastResort: readonly QuestionRule[] = [whole, history, missingWord].map(checked);

/** Question-answer drafts made by rules, at most `wanted`; those about an image first, in the order of the images. */
export function draftQuestions(input: DraftingInput, alreadyThere: number): DraftPlan[] {
  const context = questionContext(input);
  const words = [...context.sentences, ...discussionSentences(input)].reduce(
    (sum, { text }) => sum + wordCount(text),
    0,
  );
  const target = questionTarget(words) - alreadyThere;
  if (target <= 0 || context.sentences.length + words === 0) return [];
  const place = (imageId: string | null) => {
    const index = input.images.findIndex((image) => image.id === imageId);
    return index < 0 ? input.images.length : index;
  };
  return chooseQuestions(context, rules, lastResort, target)
    .sort((a, b) => place(a.imageId) - place(b.imageId))
    .map(plan);
}

function questionContext({ images, passages }: DraftingInput): QuestionContext {
  const captions = passages.filter(({ kind }) => kind === "caption").flatMap(sourceSentences);
  const onlyImage = images.length === 1 ? (images[0]?.id ?? null) : null;
  const sentences = withoutRepeats([...captions, ...findingSentences(passages)]).map(
    (sentence): SourceSentence => ({ ...sentence, imageId: sentence.imageId ?? onlyImage }),
  );
  return { images, passages, sentences };
}

const discussionSentences = ({ passages }: DraftingInput) =>
  passages.filter(({ kind }) => kind === "discussion").flatMap(sourceSentences);

/** A rule that never says a number, side, negation or colour that its source does not say. */
function checked(rule: QuestionRule): QuestionRule {
  return {
    id: rule.id,
    candidates: (context) =>
      rule.candidates(context).filter(({ question, answer, sources }) => {
        const said = sources.flatMap(({ text }) => protectedTerms(text));
        return [question, answer].every((line) => containsTerms(said, protectedTerms(line)));
      }),
  };
}

function plan({
  rule,
  imageId,
  question,
  options,
  answerIndexes,
  answer,
  sources,
}: ChosenQuestion): DraftPlan {
  const quotes = sources.map(({ text }) => `"${text.replace(/\s+/g, " ")}"`).join(", ");
  const qa: QuestionAnswer = {
    question,
    options: [...options],
    answerIndexes: [...answerIndexes],
    answer,
    reasoning: `The source says: ${quotes}${/[.!?]"$/.test(quotes) ? "" : "."}`,
  };
  return {
    kind: "qa",
    imageId,
    method: "offline-rules",
    payload: { form: "qa", qa },
    sentences: questionSentences(qa, sources),
    rule: `question: ${rule}`,
  };
}

/** Question, answer and reasoning as sentences; options are other possibilities and have no source. */
export function questionSentences(qa: QuestionAnswer, sources: readonly PassageSpan[]): DraftSentence[] {
  const lines = questionLines(qa);
  const spans = sources.map(({ passageId, start, end }) => ({ passageId, start, end }));
  const wanted = new Set([0, lines.length - 2, lines.length - 1]);
  let offset = 0;
  return lines.flatMap((line, index): DraftSentence[] => {
    const start = offset;
    offset += line.length + 1;
    if (!wanted.has(index) || line === "") return [];
    return [{ id: `s${index + 1}`, start, end: start + line.length, sources: spans }];
  });
}
