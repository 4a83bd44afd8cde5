import type { Criterion } from "@/lib/evaluation/types";

/** What each criterion asks. */
export const criterionHints: Readonly<Record<Criterion, string>> = {
  accuracy: "Is what it says right?",
  relevance: "Is it about this image, without the rest?",
  completeness: "Are the important features there?",
  usefulness: "Would it help to decide, diagnose or plan?",
};
