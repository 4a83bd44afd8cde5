import { createHash } from "node:crypto";

/** Fixed questions of the alignment stage: all ask for a caption, none says anything of the image. */
const captionQuestions = [
  "Describe what this image shows.",
  "What can be seen in this medical image?",
  "Write a caption for this image.",
  "Summarise the findings visible in this image.",
  "What does this image show? Answer as in a radiology report.",
  "Give a short description of this image for a colleague.",
  "Report what you see in this image.",
  "What are the relevant features of this image?",
];

/** One of the caption questions, the same for the same item always. */
export function captionQuestion(itemId: string): string {
  const index = createHash("sha256").update(`caption question 1:${itemId}`).digest().readUInt32BE(0);
  return captionQuestions[index % captionQuestions.length] ?? "";
}
