import { z } from "zod";
import { ratingCriteria } from "@/lib/reading/schema";

/** A comparison to be started. */
export const newComparisonSchema = z.strictObject({
  name: z.string().trim().min(1, "Give it a name.").max(100),
  /** How many images to draw from those with a caption by a person. */
  images: z.number().int().min(1).max(1000),
  seed: z.number().int().min(0).max(2_147_483_647),
});
export type NewComparison = z.infer<typeof newComparisonSchema>;

const score = z.number().int().min(1).max(5);

export const scoresSchema = z.strictObject(
  Object.fromEntries(ratingCriteria.map((criterion) => [criterion, score])) as Record<
    (typeof ratingCriteria)[number],
    typeof score
  >,
);

/** What a run that writes the texts of a comparison is asked to do. */
export const compareRunSchema = z.strictObject({ comparisonId: z.uuid() });
export type CompareRun = z.infer<typeof compareRunSchema>;
