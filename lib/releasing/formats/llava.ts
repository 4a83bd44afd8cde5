import type { QuestionAnswer } from "@/lib/reading/schema";
import { captionQuestion, wordingOf } from "../rules/question-wording";
import type { ApprovedItem, ExportFormat, FormatRow, ReleaseCase } from "../types";

interface Turn {
  readonly from: "human" | "gpt";
  readonly value: string;
}

interface Exchange {
  readonly human: string;
  readonly gpt: string;
}

/** The token that stands for the picture. In a text it would be taken for a picture, so it is written otherwise there. */
const imageToken = "<image>";
const withoutToken = (text: string) => text.replace(/<image>/gi, "＜image＞").trim();

const letter = (index: number) => String.fromCharCode("A".charCodeAt(0) + index);

function question(qa: QuestionAnswer): Exchange {
  if (qa.options.length === 0)
    return {
      human: qa.question,
      gpt: [qa.answer, qa.reasoning].filter((part) => part.trim() !== "").join("\n"),
    };
  const options = qa.options.map((option, index) => `${letter(index)}. ${option}`);
  const right = qa.answerIndexes.flatMap((index) => options[index] ?? []);
  return {
    human: [qa.question, ...options].join("\n"),
    gpt: right.length > 0 ? right.join("\n") : qa.answer,
  };
}

const textOf = (item: ApprovedItem | undefined) =>
  item?.payload.form === "text" ? item.payload.text.trim() : "";

/** A person's own text is in the language of the case's drafts. */
const languageOf = (item: ApprovedItem) => item.draft?.language ?? "en";

/** Approved texts of one language that a question about the whole case may rest on where no single image shows it. */
function context(released: ReleaseCase, kind: ApprovedItem["kind"], language: string): string {
  const texts = released.items
    .filter((item) => item.kind === kind && languageOf(item) === language)
    .map(textOf);
  return [...new Set(texts)].filter((text) => text !== "").join("\n");
}

function exchange(item: ApprovedItem, released: ReleaseCase, hasImage: boolean): Exchange {
  const language = languageOf(item);
  const wording = wordingOf(language);
  if (item.payload.form === "qa") {
    const asked = question(item.payload.qa);
    const given = hasImage ? "" : context(released, "findings", language);
    return given === "" ? asked : { ...asked, human: `${wording.findingsGiven}\n${given}\n\n${asked.human}` };
  }
  const gpt = item.payload.text;
  switch (item.kind) {
    case "caption":
      return { human: captionQuestion(item.id, wording), gpt };
    case "findings": {
      const captions = hasImage ? "" : context(released, "caption", language);
      const asked = wording.findings;
      return { human: captions === "" ? asked : `${wording.captionsGiven}\n${captions}\n\n${asked}`, gpt };
    }
    case "discussion": {
      const findings = context(released, "findings", language);
      const asked = wording.discussion;
      return { human: findings === "" ? asked : `${wording.findingsGiven}\n${findings}\n\n${asked}`, gpt };
    }
    case "qa":
      throw new Error("a question-answer pair has no plain text");
    default:
      return item.kind satisfies never;
  }
}

/** The image of an item, or the one image of its case. */
function imageOf(item: ApprovedItem, { images }: ReleaseCase) {
  if (item.imageId !== null) return images.find((image) => image.id === item.imageId) ?? null;
  return images.length === 1 ? (images[0] ?? null) : null;
}

function row(item: ApprovedItem, released: ReleaseCase): FormatRow {
  const image = imageOf(item, released);
  const { human, gpt } = exchange(item, released, image !== null);
  const first = withoutToken(human);
  const conversations: readonly Turn[] = [
    { from: "human", value: image ? `${imageToken}\n${first}` : first },
    { from: "gpt", value: withoutToken(gpt) },
  ];
  const id = `${released.label}-${item.id}`;
  const value = image ? { id, image: image.file, conversations } : { id, conversations };
  return { id, itemId: item.id, image, value };
}

/**
 * The JSON array that LLaVA's training script reads: one row per approved text, one image at most, its token at the
 * start of the first human turn (LLaVA, docs/Finetune_Custom_Data.md). Text-only rows have no `image`.
 */
export const llava: ExportFormat = {
  id: "llava",
  label: "LLaVA JSON",
  fileName: "llava.json",
  rows: (released) => released.items.map((item) => row(item, released)),
  frame: { open: "[\n", between: ",\n", close: "\n]\n" },
};
