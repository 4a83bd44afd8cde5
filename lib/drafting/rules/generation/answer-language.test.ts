import { expect, test } from "vitest";
import type { BlockSpec } from "../../schema";
import { answerLanguage } from "./answer-language";
import type { GenerationTask } from "./plan-tasks";

type WritingStep = GenerationTask["step"];

const drafts = [
  {
    id: "d",
    kind: "caption",
    imageId: "i",
    method: "openai",
    language: "en",
    payload: { form: "text", text: "A mass." },
  },
] as const;
const chinese = { language: "zh", drafts };

test("an answer is in the language of the texts that went along, in English without any, a translation in its own", () => {
  const asked = (step: WritingStep, ...blocks: BlockSpec[]) => answerLanguage(chinese, { step, blocks });
  expect(asked("caption", { name: "caption by a person", passageId: "p" })).toBe("zh");
  expect(asked("caption", { name: "labels of Image 1", words: "Modality: CT" })).toBe("en");
  expect(asked("qa", { name: "caption", draftId: "d" })).toBe("en");
  expect(
    asked("qa", { name: "caption", draftId: "d" }, { name: "caption by a person", passageId: "p" }),
  ).toBe("zh");
  expect(asked("translation", { name: "lines", words: "1. A mass." })).toBe("zh");
});
