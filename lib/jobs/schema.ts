import { z } from "zod";
import { steps } from "@/lib/drafting/schema";

/** What a run of drafts is asked to do. */
export const draftRunSchema = z.strictObject({
  steps: z
    .array(z.enum(steps))
    .min(1, "Choose a step.")
    .refine((given) => new Set(given).size === given.length, "Name each step once."),
  /** offline, the id of a provider, or null: a model where an endpoint is set, else offline. */
  method: z.string().min(1).max(60).nullable().default(null),
  /** Number of the one case; null = all of the project. */
  number: z.number().int().min(1).max(999_999_999).nullable().default(null),
});
export type DraftRun = z.infer<typeof draftRunSchema>;

/** The cases to try again; left out: all that failed or were cancelled. */
export const retrySchema = z.strictObject({ cases: z.array(z.uuid()).min(1).max(1000).optional() });
