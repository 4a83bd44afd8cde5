import { bootstrapMean } from "@/lib/core/statistics/bootstrap-mean";
import { type RatingCriterion, ratingCriteria } from "@/lib/reading/schema";
import { type Method, type MethodResult, methods, type Scores } from "../types";

export interface StoredRating extends Scores {
  readonly textId: string;
  readonly raterId: string;
  readonly method: Method;
}

/** Means of a comparison per method and criterion, the interval by a bootstrap over texts. */
export function resultsOf(ratings: readonly StoredRating[], seed: number): readonly MethodResult[] {
  return methods.map((method): MethodResult => {
    const own = ratings.filter((rating) => rating.method === method);
    const byText = new Map<string, StoredRating[]>();
    for (const rating of own) byText.set(rating.textId, [...(byText.get(rating.textId) ?? []), rating]);
    const mean = (criterion: RatingCriterion) =>
      bootstrapMean(
        [...byText.values()].map((group) => group.map((rating) => rating[criterion])),
        seed,
      );
    return {
      method,
      texts: byText.size,
      raters: new Set(own.map(({ raterId }) => raterId)).size,
      ratings: own.length,
      means: Object.fromEntries(
        ratingCriteria.map((criterion) => [criterion, mean(criterion)]),
      ) as MethodResult["means"],
    };
  });
}

/** The same as CSV (RFC 4180), a line for each method and criterion. */
export function resultsCsv(results: readonly MethodResult[]): string {
  const number = (value: number | undefined) => (value === undefined ? "" : value.toFixed(4));
  const lines = results.flatMap(({ method, texts, raters, ratings, means }) =>
    ratingCriteria.map((criterion) => {
      const found = means[criterion];
      const figures = [found?.mean, found?.low, found?.high].map(number);
      return [method, criterion, texts, raters, ratings, ...figures].join(",");
    }),
  );
  return `${["method,criterion,texts,raters,ratings,mean,low95,high95", ...lines].join("\r\n")}\r\n`;
}
