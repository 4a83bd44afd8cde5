import { z } from "zod";
import type { ReviewedDraft } from "../types";

const provenanceSchema = z
  .object({
    method: z.string(),
    model: z.string().nullable(),
    promptVersion: z.string().nullable(),
    retrieval: z.string().nullable(),
    writtenAt: z.string(),
    runId: z.string().nullable(),
  })
  .partial()
  .catch({});

/** What the writer of a draft noted of itself, as far as it can be read. */
export function draftProvenance(stored: unknown): ReviewedDraft["provenance"] {
  const noted = provenanceSchema.parse(stored);
  return Object.fromEntries(Object.entries(noted).filter(([, member]) => member !== undefined));
}
