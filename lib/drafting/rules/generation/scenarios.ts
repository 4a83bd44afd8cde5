import type { PromptChoice } from "../../types/prompt";

/** Ten settings in which questions about an image are asked. A part of the hash of the prompt that uses them. */
export const scenarios1: readonly PromptChoice[] = [
  {
    id: "plain",
    words:
      "nobody in particular. Short questions in everyday words, expert answers that point at what is seen.",
  },
  {
    id: "family",
    words:
      "a relative of the patient asks the doctor. The doctor explains what the image shows in words without jargon, calmly, and says what it cannot show.",
  },
  {
    id: "colleagues",
    words: "one specialist asks another at the workstation. Terse, in the language of the field.",
  },
  {
    id: "resident-asks",
    words:
      "a doctor in training asks a specialist how to see and to name what is there. The answers show where to look, in which order.",
  },
  {
    id: "teacher-asks",
    words:
      "a lecturer questions a student in front of the image. The student answers with what is seen first, and what follows from it second.",
  },
  {
    id: "senior-tests",
    words:
      "a senior doctor tests a junior one on the ward round: what is seen, what speaks against the obvious answer, what must not be missed.",
  },
  {
    id: "doubting-patient",
    words:
      "a patient who does not believe the result challenges the doctor, who stays friendly and goes back to what the image shows.",
  },
  {
    id: "examiner-model",
    words:
      "an examiner probes an automatic reader with precise questions on places, sides, counts and appearances; it answers exactly and without ornament.",
  },
  {
    id: "assistant-doctor",
    words:
      "a doctor asks an automatic assistant for a second look before signing. It answers with what is seen, how sure that is, and what to compare.",
  },
  {
    id: "assistant-patient",
    words:
      "a patient asks an automatic assistant about their own image. It explains in plain words, stays with what is seen and refers to the treating doctor for what to do.",
  },
];
