import { z } from "zod";
import { groundRules } from "../rules/generation/ground-rules";
import type { Prompt } from "../types/prompt";

/** Whether a question asks for knowledge or for an inference. */
export const questionLabel1 = {
  id: "question-label",
  version: 1,
  instructions: `You sort questions about medical images.
${groundRules}
- "knowledge": recognising or recalling one thing is enough, such as an organ, a modality, a plane, a side, a colour, whether something is there.
- "inference": several observations, or an observation and medical knowledge, must be joined to a conclusion, such as a diagnosis, a cause, a stage, a next step.
- Judge what a reader who knows the field must do, not how long the answer is.`,
  task: "Sort the question-answer pair.",
  variables: [],
  choices: {},
  answer: z.object({ label: z.enum(["knowledge", "inference"]), reason: z.string().min(1).max(500) }),
  maxOutputTokens: 200,
  temperature: 0,
} satisfies Prompt;
