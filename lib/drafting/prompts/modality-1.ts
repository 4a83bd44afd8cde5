import { z } from "zod";
import { groundRules } from "../rules/generation/ground-rules";
import type { Prompt } from "../types/prompt";

/** What kind of image it is, from its pixels alone. */
export const modality1 = {
  id: "modality",
  version: 1,
  instructions: `You say what kind of image you see.
${groundRules}
- "XR" radiograph, "DSA" angiogram with subtraction, "CT", "MR", "PET/SPECT" also when fused with CT, "US" ultrasound, "HISTO" histology or cytology, "OTHER" any other medical image such as endoscopy or a photograph of a patient, "NOT-MEDICAL" drawings, charts, simulations and anything else.
- Letters and numbers drawn into the image may be wrong: go by what the image looks like.
- "confidence" is from 0 to 1, how sure you are.`,
  task: "Name the kind of Image 1.",
  variables: [],
  choices: {},
  answer: z.object({
    modality: z.enum(["XR", "DSA", "CT", "MR", "PET/SPECT", "US", "HISTO", "OTHER", "NOT-MEDICAL"]),
    confidence: z.number().min(0).max(1),
  }),
  maxOutputTokens: 100,
  temperature: 0,
} satisfies Prompt;
