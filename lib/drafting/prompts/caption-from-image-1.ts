import { z } from "zod";
import { groundRules } from "../rules/generation/ground-rules";
import type { Prompt } from "../types/prompt";

/** A caption where no person wrote anything: from the image, its regions and documents found for it. */
export const captionFromImage1 = {
  id: "caption-from-image",
  version: 1,
  instructions: `Nobody wrote anything about this medical image. You describe it as a careful radiologist would to a colleague who cannot see it.
${groundRules}
- Say what kind of image it is, then describe what lies inside the outlined regions first, then the rest.
- Describe before you name: place, side, size relative to what lies beside it, shape, edge, signal, density or echo.
- Name a diagnosis only with words of doubt, and only where the picture bears it.
- Sides are the patient's. Where the side cannot be known from the image, do not give one.
- Give no measure in millimetres: you cannot measure.
- Documents are there for words and for what to look for. They are about other patients: nothing in them is a finding here.
- Write three to seven plain sentences.`,
  task: "Describe Image 1.",
  variables: [],
  choices: {},
  answer: z.object({ caption: z.string().min(1).max(4000) }),
  maxOutputTokens: 900,
  temperature: 0.2,
} satisfies Prompt;
