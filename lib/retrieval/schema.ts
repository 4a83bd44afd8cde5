import { z } from "zod";

/** Relevance of a document for a case: 0 not relevant, 1 partly, 2 relevant; null = not said. */
export const relevanceSchema = z.union([z.literal(0), z.literal(1), z.literal(2)]).nullable();

/** What a reader says of a document; what is left out stays as it is. */
export const judgementSchema = z.strictObject({
  documentId: z.uuid(),
  pinned: z.boolean().optional(),
  relevance: relevanceSchema.optional(),
  /** The section that a search of the reader's own found it by. */
  chunkId: z.uuid().optional(),
});
export type JudgementInput = z.infer<typeof judgementSchema>;

const placingSchema = z.object({ rank: z.number().int().min(1), score: z.number() }).nullable();

/** A section of a document as a reader is shown it, with why it was found. Texts hold no hidden character. */
export const shownDocumentSchema = z.object({
  documentId: z.uuid(),
  chunkId: z.uuid(),
  kind: z.enum(["guideline", "case"]),
  title: z.string(),
  heading: z.string(),
  source: z.string(),
  licence: z.string().nullable(),
  url: z.string().nullable(),
  /** Null while the case that it tells of is being read again, or held out. */
  text: z.string().nullable(),
  /** Whether `GET /api/readings/:id/context/documents/:documentId/picture` has one to show; left out = no. */
  picture: z.boolean().optional(),
  /** By words: BM25. */
  lexical: placingSchema,
  /** By embeddings of text and, where the embedder reads them, pictures: inner product. */
  dense: placingSchema,
  fused: z.number(),
  matched: z.array(z.string()),
});
export type ShownDocument = z.infer<typeof shownDocumentSchema>;

/** What this reader says of a document. */
export const saidSchema = z.object({
  documentId: z.uuid(),
  pinned: z.boolean(),
  relevance: relevanceSchema,
});
export type Said = z.infer<typeof saidSchema>;

/** Answer to `GET /api/readings/:id/context`. */
export const readingContextSchema = z.object({
  /** Standing drafts that were written with documents, each with its documents, best first. */
  drafts: z.array(
    z.object({ id: z.uuid(), imageId: z.uuid().nullable(), documents: z.array(shownDocumentSchema) }),
  ),
  /** Found by this reader's own search and pinned or rated, but in no draft. */
  added: z.array(shownDocumentSchema),
  judgements: z.array(saidSchema),
  /** Guidelines in the project's store that may be found. */
  guidelines: z.number().int(),
});
export type ReadingContext = z.infer<typeof readingContextSchema>;

/** Answer to `GET /api/readings/:id/context/search`. */
export const foundSchema = z.object({ found: z.array(shownDocumentSchema) });

/** A search of a person, from the address. */
export const searchSchema = z.object({
  words: z.string().trim().min(1, "is empty").max(300, "is longer than 300 characters"),
});
