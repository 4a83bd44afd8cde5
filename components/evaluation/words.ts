import type { RatingCriterion } from "@/lib/reading/schema";

/** What each criterion asks. */
export const criterionHints: Readonly<Record<RatingCriterion, string>> = {
  accuracy: "Is what it says right?",
  relevance: "Is it about this image, without the rest?",
  completeness: "Are the important features there?",
  usefulness: "Would it help to decide, diagnose or plan?",
};
