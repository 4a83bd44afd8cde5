import type { ImageView, StackView } from "@/lib/cases/types";
import type { MissingPart } from "@/lib/reading/rules";
import type { RatingCriterion, RejectReason, TextKind } from "@/lib/reading/schema";
import type { Entry } from "./entries";

export const kindWords: Readonly<Record<TextKind, string>> = {
  caption: "Caption",
  findings: "Findings",
  discussion: "Discussion",
  qa: "Question",
};

export const tabWords: Readonly<Record<TextKind, string>> = {
  caption: "Captions",
  findings: "Findings",
  discussion: "Discussion",
  qa: "QA",
};

export const reasonWords: Readonly<Record<RejectReason, string>> = {
  "contradicts-image": "Contradicts the image",
  "contradicts-source": "Contradicts the source",
  unsupported: "Unsupported claim",
  "wrong-side": "Wrong side",
  "wrong-measurement": "Wrong measurement",
  "not-relevant": "Not relevant",
  "poor-language": "Poor language",
  other: "Other, add a note",
};

export const criterionWords: Readonly<Record<RatingCriterion, string>> = {
  accuracy: "Accuracy",
  relevance: "Relevance",
  completeness: "Completeness",
  usefulness: "Usefulness",
};

/** What an image is called: its figure label, else where it is in its stack. */
export function imageName(image: ImageView, stacks: readonly StackView[]): string {
  if (image.figure !== null) return image.figure;
  const stack = stacks.find((candidate) => candidate.id === image.stackId);
  const index =
    stack?.frames.findIndex(
      (frame) => frame.instanceId === image.instanceId && frame.frame === image.frame,
    ) ?? -1;
  return index < 0 ? "?" : `${index + 1}`;
}

const frameWords = { volume: "slice", clip: "frame", single: "picture", figure: "picture" } as const;

/** Where an image is, in words: "Axial, slice 14". */
export function imagePlace(image: ImageView, stacks: readonly StackView[]): string {
  const stack = stacks.find((candidate) => candidate.id === image.stackId);
  if (!stack) return "";
  const index = stack.frames.findIndex(
    (frame) => frame.instanceId === image.instanceId && frame.frame === image.frame,
  );
  if (stack.kind === "figure" || stack.frames.length === 1) return stack.label;
  return `${stack.label}, ${frameWords[stack.kind]} ${index + 1}`;
}

/** A name with the language behind it where the text is a translation. */
export const translatedName = (name: string, { translation }: Pick<Entry, "translation">): string =>
  translation ? `${name}, Chinese` : name;

/** What a text is called in messages: "Caption 1a", "Caption 1a, Chinese". */
export function entryName(entry: Entry, images: readonly ImageView[], stacks: readonly StackView[]): string {
  const image = images.find((candidate) => candidate.id === entry.imageId);
  const name = image ? `${kindWords[entry.kind]} ${imageName(image, stacks)}` : kindWords[entry.kind];
  return translatedName(name, entry);
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** Why a reading cannot be submitted yet, in one sentence; null = nothing is missing. */
export function missingWords(missing: readonly MissingPart[]): string | null {
  const of = (what: MissingPart["what"]) => missing.filter((part) => part.what === what).length;
  if (of("decision") > 0)
    return `${count(of("decision"), "draft still needs", "drafts still need")} a decision.`;
  if (of("rating") > 0) return `${count(of("rating"), "draft still needs", "drafts still need")} ratings.`;
  if (of("stale") > 0)
    return `${count(of("stale"), "question needs", "questions need")} another look: the caption was edited.`;
  if (of("stale-translation") > 0)
    return `${count(of("stale-translation"), "translation needs", "translations need")} another look: the text was edited.`;
  if (of("nothing") > 0)
    return "Add a text, a region or a key slice, or say that there is nothing to report.";
  return of("text") > 0 ? `${count(of("text"), "text is", "texts are")} empty.` : null;
}

const modelWords: Readonly<Record<string, string>> = {
  knowledge: "Asks for knowledge",
  inference: "Asks for an inference",
  XR: "Radiograph",
  DSA: "Angiogram",
  CT: "CT",
  MR: "MR",
  "PET/SPECT": "PET or SPECT",
  US: "Ultrasound",
  HISTO: "Histology",
  OTHER: "Other medical image",
  "NOT-MEDICAL": "Not a medical image",
};

/** The word of a model about an image or a question, for people; a code that is not known stays as it is. */
export const modelLabelWords = (label: string): string => modelWords[label] ?? label;
