import { z } from "zod";
import { groundRules } from "../rules/generation/ground-rules";
import type { Prompt } from "../types/prompt";

/** A caption from the image and the words that a person wrote for it. */
export const caption1 = {
  id: "caption",
  version: 1,
  instructions: `You rewrite the caption of one medical image so that it can teach a model to read such images.
${groundRules}
- Say the modality, the plane and the body part first where they are given, then what is seen, the abnormal before the normal.
- Take every finding from the text blocks. Use the image to choose words and order, never to add a finding.
- Keep sides, sizes, units, numbers, colours and shapes of arrows and marks, and words of doubt exactly as the text has them.
- Leave out what the image cannot show: the history, the course of treatment, other images, the name of the figure.
- Write two to six plain sentences.`,
  task: "Write the caption of Image 1.",
  variables: [],
  choices: {},
  answer: z.object({ caption: z.string().min(1).max(4000) }),
  maxOutputTokens: 900,
  temperature: 0.2,
} satisfies Prompt;
