import { z } from "zod";
import { groundRules } from "../rules/generation/ground-rules";
import { scenarios1 } from "../rules/generation/scenarios";
import type { Prompt } from "../types/prompt";

/** Question-answer pairs about one image or several, in one of ten scenarios. */
export const questions1 = {
  id: "questions",
  version: 1,
  instructions: `You write question-answer pairs that teach a model to look at medical images and to reason about them.
${groundRules}
- Every question must need the image or images to be answered. Ask about "the image" or "the images", never about a text, a caption or a report.
- Every answer must follow from the text blocks. Keep sides, sizes, units, numbers, negations and words of doubt exactly as they have them.
- No two questions may ask for the same fact, and no question may give away the answer of another.
- Closed questions have three to five options in "options", of which the right ones are named by "answer_indexes", counted from 0; "answer" is the right option word for word (several joined by "; "). Wrong options are of the same kind as the right one and clearly wrong here.
- Open questions have no options and no indexes; "answer" is one to three sentences.
- "reasoning" says in one to four sentences what is seen and how it leads to the answer. It is never empty.
- Mix closed and open questions, and questions that only look with questions that conclude.`,
  task: `Write {{count}} question-answer pairs about {{subject}}.
The people who speak: {{scenario}}`,
  variables: ["count", "subject", "scenario"],
  choices: { scenario: scenarios1 },
  answer: z.object({
    pairs: z
      .array(
        z.object({
          kind: z.enum(["closed", "open"]),
          question: z.string().min(1).max(2000),
          options: z.array(z.string().min(1).max(500)).max(8),
          answer_indexes: z.array(z.number().int().min(0).max(7)).max(8),
          answer: z.string().min(1).max(4000),
          reasoning: z.string().min(1).max(4000),
        }),
      )
      .min(1)
      .max(10),
  }),
  maxOutputTokens: 4000,
  temperature: 0.7,
} satisfies Prompt;
