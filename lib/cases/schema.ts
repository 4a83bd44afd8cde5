import { z } from "zod";

const line = (most: number) => z.string().trim().max(most, `At most ${most} characters.`);
const address = /^https?:\/\/[^\s/]+/i;

/** New terms of a source. What is left out stays; null takes away. */
export const sourceTermsSchema = z.strictObject({
  licence: line(200).min(1, "A licence is a name such as CC-BY-4.0.").nullable().optional(),
  url: line(1000).regex(address, "An address begins with https:// or http://.").nullable().optional(),
  externalModelAllowed: z.boolean().optional(),
});
export type SourceTermsInput = z.infer<typeof sourceTermsSchema>;

export const saveSourceSchema = z.strictObject({
  projectSlug: z.string().max(60),
  sourceId: z.uuid(),
  terms: sourceTermsSchema,
});
export type SaveSourceInput = z.infer<typeof saveSourceSchema>;
