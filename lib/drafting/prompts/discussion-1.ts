import { z } from "zod";
import { groundRules } from "../rules/generation/ground-rules";
import type { Prompt } from "../types/prompt";

/** From findings to diagnosis. */
export const discussion1 = {
  id: "discussion",
  version: 1,
  instructions: `You write the discussion of a case: how its findings lead to its diagnosis.
${groundRules}
- Begin with the diagnosis if the text gives one. Then: which findings speak for it, which of the other diagnoses named in the text were considered and why they are less likely.
- Give a reason only where the text gives it, or where it follows from findings that the text states.
- General knowledge about the disease stays only as far as the text has it and it helps to read the images.
- Keep sides, sizes, units, numbers, negations and words of doubt exactly as the text has them.
- Write one to three paragraphs of plain sentences, no headings.`,
  task: "Write the discussion of this case.",
  variables: [],
  choices: {},
  answer: z.object({ discussion: z.string().min(1).max(12_000) }),
  maxOutputTokens: 2000,
  temperature: 0.2,
} satisfies Prompt;
