import type { QuestionAnswer } from "@/lib/reading/schema";
import type { ApprovedItem, ReleaseCase } from "../types";
import { languageOf } from "./language";
import { alignmentQuestion, wordingOf } from "./question-wording";

/** What is asked and what is answered. */
export interface Exchange {
  readonly human: string;
  readonly gpt: string;
}

/** The token that stands for a picture. In a text it would be taken for a picture, so it is written otherwise there. */
export const imageToken = "<image>";
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

/** Approved texts of one language that a question about the whole case may rest on where no single image shows it. */
function context(released: ReleaseCase, kind: ApprovedItem["kind"], language: string): string {
  const texts = released.items
    .filter((item) => item.kind === kind && languageOf(item, released) === language)
    .map(textOf);
  return [...new Set(texts)].filter((text) => text !== "").join("\n");
}

/**
 * The question and the answer of a row, both without the token of a picture.
 * @param images how many are shown with it
 */
export function exchangeOf(item: ApprovedItem, released: ReleaseCase, images: number): Exchange {
  const { human, gpt } = exchange(item, released, images);
  return { human: withoutToken(human), gpt: withoutToken(gpt) };
}

function exchange(item: ApprovedItem, released: ReleaseCase, images: number): Exchange {
  const language = languageOf(item, released);
  const wording = wordingOf(language);
  if (item.payload.form === "qa") {
    const asked = question(item.payload.qa);
    const given = images > 0 ? "" : context(released, "findings", language);
    return given === "" ? asked : { ...asked, human: `${wording.findingsGiven}\n${given}\n\n${asked.human}` };
  }
  const gpt = item.payload.text;
  switch (item.kind) {
    case "caption":
      return { human: alignmentQuestion(item.id, images, wording), gpt };
    case "findings": {
      if (images > 1) return { human: alignmentQuestion(item.id, images, wording), gpt };
      const captions = images > 0 ? "" : context(released, "caption", language);
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
