import type { RecordedTask } from "@/lib/drafting/data/compose-task";
import type { GenerationCase, GenerationImage } from "@/lib/drafting/data/generation-case";
import { caption1 } from "@/lib/drafting/prompts/caption-1";
import { captionFromImage1 } from "@/lib/drafting/prompts/caption-from-image-1";
import { captionFromText1 } from "@/lib/drafting/prompts/caption-from-text-1";
import {
  labelBlocks,
  passageBlocks,
  picturesOf,
  plainPicture,
} from "@/lib/drafting/rules/generation/task-material";
import type { DraftingPassage } from "@/lib/drafting/types/drafts";
import type { Method } from "../types";

/** What people wrote as the caption of an image. */
export const ownCaptions = (found: GenerationCase, imageId: string): readonly DraftingPassage[] =>
  found.passages.filter((passage) => passage.kind === "caption" && passage.imageId === imageId);

/**
 * The request of a method for one image. Prompts are named in their version, so that a comparison stays what it was:
 * text only sees the words and no image, image only the pixels and no word, labels and regions of the data included.
 */
export function methodTask(
  found: GenerationCase,
  image: GenerationImage,
  method: Exclude<Method, "native">,
  longestSide: number,
): RecordedTask {
  const base = { kind: "caption", imageId: image.id, variables: {}, context: [] } as const;
  const own = passageBlocks(ownCaptions(found, image.id));
  switch (method) {
    case "text-only":
      return { ...base, prompt: captionFromText1, blocks: own, pictures: [] };
    case "image-only":
      return {
        ...base,
        prompt: captionFromImage1,
        blocks: [],
        pictures: [plainPicture(image, 0, longestSide)],
      };
    case "image-and-text":
      return {
        ...base,
        prompt: caption1,
        blocks: [...own, ...labelBlocks([image])],
        pictures: picturesOf([image], longestSide),
      };
    default:
      return method satisfies never;
  }
}
