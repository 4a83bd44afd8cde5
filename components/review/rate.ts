import { type RatingCriterion, type RatingValue, ratingCriteria } from "@/lib/reading/schema";
import type { ReadingWorkspace } from "@/lib/reading/types";
import type { Entry } from "./entries";

export const noRating: RatingValue = {
  accuracy: null,
  relevance: null,
  completeness: null,
  usefulness: null,
};

/** The first criterion without a score; null when all four have one. */
export function firstOpen(rating: RatingValue | null): RatingCriterion | null {
  return ratingCriteria.find((criterion) => (rating ?? noRating)[criterion] === null) ?? null;
}

/** The criterion after the one just rated: the next without a score, from the start again at the end. */
export function criterionAfter(rating: RatingValue, rated: RatingCriterion): RatingCriterion | null {
  const at = ratingCriteria.indexOf(rated);
  const inTurn = [...ratingCriteria.slice(at + 1), ...ratingCriteria.slice(0, at)];
  return inTurn.find((criterion) => rating[criterion] === null) ?? null;
}

/** Whether texts of this kind are rated, and this one was drafted (a reader does not rate their own words) and no translation. */
export function isRated(settings: ReadingWorkspace["settings"], entry: Entry): boolean {
  return entry.draft !== null && !entry.translation && settings.ratedKinds.includes(entry.kind);
}

/** Whether ratings are still missing. Who cannot judge a text need not rate it. */
export function ratingIsOpen(settings: ReadingWorkspace["settings"], entry: Entry): boolean {
  return isRated(settings, entry) && entry.state !== "cannot-judge" && firstOpen(entry.rating) !== null;
}
