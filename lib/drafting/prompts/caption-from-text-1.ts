import { z } from "zod";
import { groundRules } from "../rules/generation/ground-rules";
import type { Prompt } from "../types/prompt";

/** A caption from a person's words alone, by a model that does not see the image: one of the methods that are compared. */
export const captionFromText1 = {
  id: "caption-from-text",
  version: 1,
  instructions: `You rewrite the caption of one medical image, which you do not see, so that it can teach a model to read such images.
${groundRules}
- Say the modality, the plane and the body part first where they are given, then what is said to be seen, the abnormal before the normal.
- Keep sides, sizes, units, numbers, colours and shapes of arrows and marks, and words of doubt exactly as the text has them.
- Leave out what an image cannot show: the history, the course of treatment, other images, the name of the figure.
- Write two to six plain sentences.`,
  task: "Write the caption of the image.",
  variables: [],
  choices: {},
  answer: z.object({ caption: z.string().min(1).max(4000) }),
  maxOutputTokens: 900,
  temperature: 0.2,
} satisfies Prompt;
