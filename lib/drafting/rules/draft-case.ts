import type { QuestionAnswer } from "@/lib/reading/schema";
import type { DraftSentence } from "@/lib/reading/types";
import type { DraftingInput, DraftingPassage, DraftPlan } from "../types/drafts";
import { draftCaption } from "./caption";
import type { ComposedText } from "./compose-text";
import { draftDiscussion } from "./discussion";
import { questionLines } from "./draft-text";
import { draftFindings } from "./findings";
import { draftQuestions, questionSentences } from "./questions/draft-questions";

/** Name and version of the offline drafter, as the provenance line shows it. */
export const offlineMethod = "offline rules 1";

/**
 * Drafts a case from what humans wrote, by rules alone: a caption per image, findings, discussion, question-answer pairs.
 * The same input gives the same drafts. Places that came with a draft are left alone; where no human wrote anything,
 * there is no draft.
 */
export function draftCase(input: DraftingInput): DraftPlan[] {
  const isGiven = (kind: DraftPlan["kind"], imageId: string | null) =>
    input.given.some((given) => given.kind === kind && given.imageId === imageId);
  const captions = input.images
    .filter((image) => !isGiven("caption", image.id))
    .flatMap((image) => textPlan("caption", image.id, draftCaption(image, input.passages)));
  const findings = isGiven("findings", null)
    ? []
    : textPlan("findings", null, draftFindings(input.images, input.passages));
  const discussion = isGiven("discussion", null)
    ? []
    : textPlan("discussion", null, draftDiscussion(input.passages));
  return distinct([...captions, ...findings, ...discussion, ...questionPlans(input)]);
}

function textPlan(
  kind: "caption" | "findings" | "discussion",
  imageId: string | null,
  text: ComposedText | null,
) {
  if (text === null) return [];
  const plan: DraftPlan = {
    kind,
    imageId,
    method: "offline-rules",
    payload: { form: "text", text: text.text },
    sentences: text.sentences,
    rule: kind,
  };
  return [plan];
}

/** Questions that humans wrote come first and untouched; rules fill up to the number the text asks for. */
function questionPlans(input: DraftingInput): DraftPlan[] {
  const verbatim = input.passages.flatMap(verbatimQuestion);
  const given = input.given.filter(({ kind }) => kind === "qa").length;
  const isEnglish = /^en\b/i.test(input.language);
  return [...verbatim, ...(isEnglish ? draftQuestions(input, verbatim.length + given) : [])];
}

function verbatimQuestion(passage: DraftingPassage): DraftPlan[] {
  if (passage.kind !== "qa" || passage.qa === null) return [];
  const { question, options, answerIndexes, answer, reasoning } = passage.qa;
  const qa = { question, options, answerIndexes, answer, reasoning };
  return [
    {
      kind: "qa",
      imageId: passage.imageId,
      method: "source-verbatim",
      payload: { form: "qa", qa },
      sentences: verbatimSentences(qa, passage),
      rule: "source question",
    },
  ];
}

/** Each line points to its own words where the passage holds them, else to the whole passage it was taken from. */
function verbatimSentences(qa: QuestionAnswer, passage: DraftingPassage): DraftSentence[] {
  const lines = questionLines(qa);
  return questionSentences(qa, [{ passageId: passage.id, start: 0, end: passage.text.length }]).map(
    (sentence) => {
      const line = lines[Number(sentence.id.slice(1)) - 1] ?? "";
      const start = passage.text.indexOf(line);
      if (start < 0) return sentence;
      return { ...sentence, sources: [{ passageId: passage.id, start, end: start + line.length }] };
    },
  );
}

/** The database keeps one draft of the same words per image; a source that repeats itself gives one. */
function distinct(plans: readonly DraftPlan[]): DraftPlan[] {
  const seen = new Set<string>();
  return plans.filter(({ kind, imageId, payload }) => {
    const key = JSON.stringify([kind, imageId, payload]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
