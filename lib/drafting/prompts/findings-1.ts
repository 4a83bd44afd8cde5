import { z } from "zod";
import { groundRules } from "../rules/generation/ground-rules";
import type { Prompt } from "../types/prompt";

/** The imaging findings of the whole case. */
export const findings1 = {
  id: "findings",
  version: 1,
  instructions: `You write the imaging findings of a case from what people wrote about it.
${groundRules}
- Use every imaging finding of the text blocks once, grouped by examination, then by organ, the abnormal before the normal.
- Keep two findings apart that the text keeps apart: each has its own side, size and place.
- Keep sides, sizes, units, numbers, negations and words of doubt exactly as the text has them.
- No diagnosis unless the text gives it as an imaging finding, no advice, no history.
- Write plain sentences, no list, no headings.`,
  task: "Write the imaging findings of this case.",
  variables: [],
  choices: {},
  answer: z.object({ findings: z.string().min(1).max(12_000) }),
  maxOutputTokens: 2000,
  temperature: 0.2,
} satisfies Prompt;
