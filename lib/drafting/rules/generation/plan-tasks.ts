import type { TextKind } from "@/lib/reading/schema";
import type { GenerationCase, GenerationImage, StandingDraft } from "../../data/generation-case";
import { findPrompt } from "../../registry";
import type { BlockSpec, ContextSpec, Step } from "../../schema";
import type { Prompt } from "../../types/prompt";
import { draftText } from "../draft-text";
import { choose, questionCount } from "./question-plan";
import { labelBlocks, type PlannedPicture, passageBlocks, picturesOf } from "./task-material";
import { mostLines, numbered, shapeOf, translationLanguage, translationLines } from "./translation";

/** Pictures of one request at most. */
const pictureLimit = 4;

/** Steps whose answers become drafts. */
export type WritingStep = Exclude<Step, "modality" | "question-label">;

/** One request to be made: a prompt, its material, and where the drafts belong. */
export interface GenerationTask {
  readonly step: WritingStep;
  readonly kind: TextKind;
  readonly imageId: string | null;
  readonly prompt: Prompt;
  readonly variables: Readonly<Record<string, string>>;
  readonly blocks: readonly BlockSpec[];
  readonly pictures: readonly PlannedPicture[];
  /** The caption that questions are asked about, or the draft that is translated. */
  readonly parentDraftId: string | null;
  /** Words to find documents by; null where a person's own text is enough and retrieval is not used. */
  readonly search: string | null;
  /** Documents that were found, once they are; their words are among the blocks. */
  readonly context: readonly ContextSpec[];
}

export type SkipReason =
  | "given"
  | "no-text"
  | "sampled-slice"
  | "no-caption"
  | "drafted-before"
  | "own-language"
  | "too-long";

export interface Skip {
  readonly step: WritingStep;
  readonly imageId: string | null;
  readonly reason: SkipReason;
}

export interface Plan {
  readonly tasks: readonly GenerationTask[];
  readonly skips: readonly Skip[];
}

interface Planning {
  readonly seed: number;
  readonly longestSide: number;
  /** Methods whose drafts a new one takes the place of; drafts of others, who are people, are left alone. */
  readonly ownMethods: readonly string[];
}

/** The requests of a step for a case. Questions are asked about captions that stand, so captions come first. */
export function planTasks(found: GenerationCase, step: WritingStep, planning: Planning): Plan {
  const entries = entriesOf(found, step, planning);
  return {
    tasks: entries.flatMap((entry) => ("reason" in entry ? [] : [entry])),
    skips: entries.flatMap((entry) => ("reason" in entry ? [entry] : [])),
  };
}

type PlanEntry = GenerationTask | Skip;

function entriesOf(found: GenerationCase, step: WritingStep, planning: Planning): PlanEntry[] {
  switch (step) {
    case "caption":
      return found.images.map((image) => captionEntry(found, image, planning));
    case "findings":
      return [caseEntry(found, "findings", ["findings", "caption"], ["findings", "caption"], planning)];
    case "discussion":
      return [
        caseEntry(
          found,
          "discussion",
          ["discussion", "diagnosis"],
          ["history", "findings", "caption", "diagnosis", "differential", "discussion"],
          planning,
        ),
      ];
    case "qa":
      return [
        ...found.images.map((image) => imageQuestions(found, image, planning)),
        caseQuestions(found, planning),
      ];
    case "translation":
      return found.drafts.map((draft) => translationEntry(found, draft));
    default:
      return step satisfies never;
  }
}

const isGiven = (found: GenerationCase, kind: TextKind, imageId: string | null, { ownMethods }: Planning) =>
  found.drafts.some(
    (draft) => draft.kind === kind && draft.imageId === imageId && !ownMethods.includes(draft.method),
  );

const withoutDocuments = { search: null, context: [] } as const;

function prompted(id: string): Prompt {
  const prompt = findPrompt(id);
  if (!prompt) throw new Error(`there is no prompt ${id}`);
  return prompt;
}

function captionEntry(found: GenerationCase, image: GenerationImage, planning: Planning): PlanEntry {
  const place = { step: "caption", imageId: image.id } as const;
  if (isGiven(found, "caption", image.id, planning)) return { ...place, reason: "given" };
  const own = found.passages.filter(({ kind, imageId }) => kind === "caption" && imageId === image.id);
  const ofCase = found.passages.filter(
    ({ kind, imageId }) => (kind === "findings" || kind === "caption") && imageId === null,
  );
  if (own.length === 0 && image.oneOfMany) return { ...place, reason: "sampled-slice" };
  const id = own.length > 0 ? "caption" : ofCase.length > 0 ? "caption-from-findings" : "caption-from-image";
  return {
    ...place,
    kind: "caption",
    prompt: prompted(id),
    variables: {},
    blocks: [...passageBlocks(own.length > 0 ? own : ofCase), ...labelBlocks([image])],
    pictures: picturesOf([image], planning.longestSide),
    parentDraftId: null,
    search: id === "caption-from-image" ? searchWords(found, image) : null,
    context: [],
  };
}

/** All that is known of an image where nobody wrote about it: its labels and regions, and the history of the case. */
function searchWords(found: GenerationCase, image: GenerationImage): string {
  const history = found.passages.filter(({ kind }) => kind === "history").map(({ text }) => text);
  const labels = [image.modality, image.bodyPart, image.plane, ...image.regions.map(({ label }) => label)];
  return [...labels, ...history].filter(Boolean).join("\n");
}

function caseEntry(
  found: GenerationCase,
  kind: "findings" | "discussion",
  needed: readonly string[],
  used: readonly string[],
  planning: Planning,
): PlanEntry {
  const place = { step: kind, imageId: null } as const;
  if (isGiven(found, kind, null, planning)) return { ...place, reason: "given" };
  if (!found.passages.some((passage) => needed.includes(passage.kind)))
    return { ...place, reason: "no-text" };
  const passages = found.passages.filter((passage) => used.includes(passage.kind));
  return {
    ...place,
    kind,
    prompt: prompted(kind),
    variables: {},
    blocks: passageBlocks(passages),
    pictures: [],
    parentDraftId: null,
    ...withoutDocuments,
  };
}

function imageQuestions(found: GenerationCase, image: GenerationImage, planning: Planning): PlanEntry {
  const place = { step: "qa", imageId: image.id } as const;
  const caption = found.drafts.find((draft) => draft.kind === "caption" && draft.imageId === image.id);
  if (!caption) return { ...place, reason: "no-caption" };
  const text = draftText(caption.payload);
  const count = questionCount(text) - givenQuestions(found, image.id, planning);
  if (count <= 0) return { ...place, reason: "given" };
  const own = found.passages.filter(({ kind, imageId }) => kind === "caption" && imageId === image.id);
  return {
    ...place,
    ...questions("questions", count, "Image 1", image.id, planning),
    blocks: [{ name: "caption", draftId: caption.id }, ...passageBlocks(own), ...labelBlocks([image])],
    pictures: picturesOf([image], planning.longestSide),
    parentDraftId: caption.id,
    ...withoutDocuments,
  };
}

function caseQuestions(found: GenerationCase, planning: Planning): PlanEntry {
  const place = { step: "qa", imageId: null } as const;
  const texts = found.drafts.filter(({ kind }) => kind === "findings" || kind === "discussion");
  if (texts.length === 0) return { ...place, reason: "no-text" };
  const words = texts.map(({ payload }) => draftText(payload)).join("\n");
  const count = questionCount(words) - givenQuestions(found, null, planning);
  if (count <= 0) return { ...place, reason: "given" };
  const shown = found.images.filter(({ oneOfMany }) => !oneOfMany).slice(0, pictureLimit);
  const [subject, prompt] =
    shown.length > 1
      ? ["the case as a whole and its images together", "questions-several"]
      : ["the case of Image 1", "questions"];
  return {
    ...place,
    ...questions(prompt, count, subject, found.id, planning),
    blocks: [...texts.map(({ id, kind }) => ({ name: kind, draftId: id })), ...labelBlocks(shown)],
    pictures: picturesOf(shown, planning.longestSide),
    parentDraftId: null,
    ...withoutDocuments,
  };
}

const givenQuestions = (found: GenerationCase, imageId: string | null, { ownMethods }: Planning) =>
  found.drafts.filter(
    (draft) => draft.kind === "qa" && draft.imageId === imageId && !ownMethods.includes(draft.method),
  ).length;

function questions(id: string, count: number, subject: string, place: string, { seed }: Planning) {
  const prompt = prompted(id);
  const scenario = choose(prompt.choices.scenario ?? [], seed, place);
  return {
    kind: "qa",
    prompt,
    variables: { count: String(count), subject, scenario: scenario.words },
  } as const;
}

/** Each draft that stands, in another language. A text of that language is left as it is. */
function translationEntry(found: GenerationCase, draft: StandingDraft): PlanEntry {
  const place = { step: "translation", imageId: draft.imageId } as const;
  if (found.language.startsWith(translationLanguage)) return { ...place, reason: "own-language" };
  if (found.translated.has(draft.id)) return { ...place, reason: "drafted-before" };
  const lines = translationLines(draft.payload);
  if (lines.length === 0) return { ...place, reason: "no-text" };
  if (lines.length > mostLines) return { ...place, reason: "too-long" };
  return {
    ...place,
    kind: draft.kind,
    prompt: prompted("translation-zh"),
    variables: { count: String(lines.length), shape: shapeOf(draft.payload) },
    blocks: [{ name: "lines", words: numbered(lines) }],
    pictures: [],
    parentDraftId: draft.id,
    ...withoutDocuments,
  };
}
