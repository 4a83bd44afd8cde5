import { createHash } from "node:crypto";

/** The fixed questions around approved texts of one language. */
export interface QuestionWording {
  /** Questions of the alignment stage: all ask for a caption of one image, none says anything of it. */
  readonly caption: readonly string[];
  /** The same for a text that several images are shown with: a figure in its panels, the images of a case. */
  readonly several: readonly string[];
  /** For the findings and the discussion of a whole case, of one image or several. */
  readonly findings: string;
  readonly discussion: string;
  /** What stands above the texts that a question rests on where no single image shows it. */
  readonly captionsGiven: string;
  readonly findingsGiven: string;
}

const english: QuestionWording = {
  caption: [
    "Describe what this image shows.",
    "What can be seen in this medical image?",
    "Write a caption for this image.",
    "Summarise the findings visible in this image.",
    "What does this image show? Answer as in a radiology report.",
    "Give a short description of this image for a colleague.",
    "Report what you see in this image.",
    "What are the relevant features of this image?",
  ],
  several: [
    "Describe what these images show.",
    "What can be seen in these medical images?",
    "Write one caption for these images together.",
    "Summarise the findings visible in these images.",
    "What do these images show? Answer as in a radiology report.",
    "Give a description of these images for a colleague.",
    "Report what you see in these images.",
    "What are the relevant features of these images, taken together?",
  ],
  findings: "Write the imaging findings of this case.",
  discussion: "Discuss this case.",
  captionsGiven: "Images of the case:",
  findingsGiven: "Findings of the case:",
};

const chinese: QuestionWording = {
  caption: [
    "请描述这幅图像显示的内容。",
    "这幅医学图像中可以看到什么？",
    "请为这幅图像写一段说明。",
    "请总结这幅图像中可见的表现。",
    "这幅图像显示了什么？请按影像报告的方式回答。",
    "请向同事简要描述这幅图像。",
    "请报告你在这幅图像中看到的内容。",
    "这幅图像有哪些相关特征？",
  ],
  several: [
    "请描述这些图像显示的内容。",
    "这些医学图像中可以看到什么？",
    "请为这些图像写一段共同的说明。",
    "请总结这些图像中可见的表现。",
    "这些图像显示了什么？请按影像报告的方式回答。",
    "请向同事描述这些图像。",
    "请报告你在这些图像中看到的内容。",
    "综合来看，这些图像有哪些相关特征？",
  ],
  findings: "请写出本病例的影像学表现。",
  discussion: "请讨论本病例。",
  captionsGiven: "本病例的图像：",
  findingsGiven: "本病例的影像学表现：",
};

export const wordingOf = (language: string): QuestionWording =>
  language.startsWith("zh") ? chinese : english;

/** Of what the fixed questions are drawn: another number draws others, and makes another release of the same readings. */
const seed = 1;

/**
 * One of the fixed questions, the same for the same item and seed always; over many items each comes up as often.
 * @param images how many are shown with it; more than one ask in the plural.
 */
export function alignmentQuestion(itemId: string, images: number, wording: QuestionWording): string {
  const pool = images > 1 ? wording.several : wording.caption;
  const index = createHash("sha256").update(`caption question ${seed}:${itemId}`).digest().readUInt32BE(0);
  return pool[index % pool.length] ?? "";
}
