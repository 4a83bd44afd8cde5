import type { Criterion } from "@/lib/evaluation/types";

export const criterionWords: Readonly<Record<Criterion, string>> = {
  accuracy: "Accuracy",
  relevance: "Relevance",
  completeness: "Completeness",
  usefulness: "Usefulness",
};

/** What each criterion asks. */
export const criterionHints: Readonly<Record<Criterion, string>> = {
  accuracy: "Is what it says right?",
  relevance: "Is it about this image, without the rest?",
  completeness: "Are the important features there?",
  usefulness: "Would it help to decide, diagnose or plan?",
};
