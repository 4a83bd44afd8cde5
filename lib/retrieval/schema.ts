import { z } from "zod";

/** Relevance of a document for a case: 0 not relevant, 1 partly, 2 relevant; null = not said. */
export const relevanceSchema = z.union([z.literal(0), z.literal(1), z.literal(2)]).nullable();

/** What a reader says of a document; what is left out stays as it is. */
export const judgementSchema = z.strictObject({
  documentId: z.uuid(),
  pinned: z.boolean().optional(),
  relevance: relevanceSchema.optional(),
});
export type JudgementInput = z.infer<typeof judgementSchema>;

/** A search of a person, from the address. */
export const searchSchema = z.object({
  words: z.string().trim().min(1, "is empty").max(300, "is longer than 300 characters"),
});
