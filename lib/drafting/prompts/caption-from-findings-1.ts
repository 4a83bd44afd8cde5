import { z } from "zod";
import { groundRules } from "../rules/generation/ground-rules";
import type { Prompt } from "../types/prompt";

/** A caption for an image that has none, from what was written about the whole case. */
export const captionFromFindings1 = {
  id: "caption-from-findings",
  version: 1,
  instructions: `Nobody wrote a caption for this medical image. You choose, from the findings of its whole case, what this one image shows.
${groundRules}
- Take a finding only if the text states it and this image can show it: modality, plane, body part and side must agree.
- A finding of another image, another modality or another day stays out, however important it is.
- Keep sides, sizes, units, numbers and words of doubt exactly as the text has them.
- Where nothing in the text is about this image, answer with null. A guess is worse than no caption.
- Write one to five plain sentences.`,
  task: "Write the caption of Image 1 from the findings of its case, or null.",
  variables: [],
  choices: {},
  answer: z.object({ caption: z.string().min(1).max(4000).nullable() }),
  maxOutputTokens: 900,
  temperature: 0.2,
} satisfies Prompt;
