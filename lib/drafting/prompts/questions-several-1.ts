import { z } from "zod";
import { groundRules } from "../rules/generation/ground-rules";
import { scenarios1 } from "../rules/generation/scenarios";
import type { Prompt } from "../types/prompt";
import { questions1 } from "./questions-1";

/** Question-answer pairs that several images of a case are needed for, in one of ten scenarios. */
export const questionsSeveral1 = {
  id: "questions-several",
  version: 1,
  instructions: `You write question-answer pairs that teach a model to look at several medical images of one case together and to reason about them.
${groundRules}
- Every question must need at least two of the images: what they show together, what one shows and another does not, how one finding looks in two of them, what follows from both. Where the images are too alike for that, ask about the case that they show together.
- Speak of an image by what it is, such as "the axial image" or "the radiograph", never by a number. Ask about the images, never about a text, a caption or a report.
- Every answer must follow from the text blocks. Keep sides, sizes, units, numbers, negations and words of doubt exactly as they have them.
- No two questions may ask for the same fact, and no question may give away the answer of another.
- Closed questions have three to five options in "options", of which the right ones are named by "answer_indexes", counted from 0; "answer" is the right option word for word (several joined by "; "). Wrong options are of the same kind as the right one and clearly wrong here.
- Open questions have no options and no indexes; "answer" is one to three sentences.
- "reasoning" says in one to four sentences what is seen in which image and how it leads to the answer. It is never empty.
- At least one question is closed and at least one is open; mix questions that only look with questions that conclude.`,
  task: `Write {{count}} question-answer pairs about {{subject}}.
The people who speak: {{scenario}}`,
  variables: ["count", "subject", "scenario"],
  choices: { scenario: scenarios1 },
  answer: z.object({ pairs: questions1.answer.shape.pairs }),
  maxOutputTokens: 4000,
  temperature: 0.7,
} satisfies Prompt;
