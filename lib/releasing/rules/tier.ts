import { normalisedEditDistance } from "@/lib/core/text/edit-distance";
import { draftText } from "@/lib/drafting/rules/draft-text";
import type { TextPayload } from "@/lib/reading/schema";
import type { ReviewedDraft, Tier } from "../types";

/** From this share of changed characters on, an edited text counts as the reader's own. */
export const substantialEdit = 0.3;

/** Normalised distance between a draft and what a reader made of it; options and reasoning count too. */
export function editDistanceOf(draft: TextPayload, result: TextPayload): number {
  return normalisedEditDistance(draftText(draft), draftText(result));
}

/**
 * The tier of an approved text: human where every sentence of the draft has a human passage behind it, where a reader
 * wrote it, or where every reader changed it substantially; else synthetic, however well it was approved.
 */
export function tierOf(
  draft: Pick<ReviewedDraft, "sentences" | "method"> | null,
  distances: readonly number[],
): Tier {
  if (draft === null || draft.method === "source-verbatim") return "human";
  const sourced = draft.sentences.length > 0 && draft.sentences.every(({ sources }) => sources.length > 0);
  if (sourced) return "human";
  return distances.length > 0 && distances.every((distance) => distance >= substantialEdit)
    ? "human"
    : "synthetic";
}
