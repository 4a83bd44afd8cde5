import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { draftCase } from "../../rules/draft-case";
import { sampleCases } from "../../testing/sample-cases";
import { checkDraft } from "./check-draft";

const folder = process.env.SAMPLE_DATA_DIR;
const cases =
  folder && existsSync(folder) ? sampleCases(folder).filter((_case, index) => index % 20 === 0) : [];

describe("checkDraft over real cases", () => {
  it.skipIf(cases.length === 0)(
    "flags next to nothing in texts held against themselves and in drafts of the rules [needs SAMPLE_DATA_DIR]",
    () => {
      let texts = 0;
      let flagged = 0;
      for (const { input } of cases) {
        const passages = input.passages
          .filter(({ text }) => text.length < 4000)
          .map(({ id, kind, text }) => ({ id, kind, text }));
        const drafts = draftCase(input).map(({ payload }) =>
          payload.form === "text"
            ? { text: payload.text }
            : { text: payload.qa.answer, question: payload.qa.question },
        );
        for (const draft of [...passages.map(({ text }) => ({ text })), ...drafts]) {
          texts += 1;
          if (passages.length > 0 && checkDraft({ ...draft, passages }).flags.length > 0) flagged += 1;
        }
      }
      expect(texts).toBeGreaterThan(100);
      expect(flagged / texts).toBeLessThan(0.01);
    },
  );
});
