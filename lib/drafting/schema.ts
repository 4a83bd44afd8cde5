import { z } from "zod";
import { readingContextSchema } from "@/lib/retrieval/schema";

const uuid = z.uuid();
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** A picture as it left, by what it is rendered from. */
export const pictureSpecSchema = z.object({
  name: z.string(),
  imageId: uuid,
  instanceId: uuid,
  frame: z.number().int().min(1),
  crop: z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly().nullable(),
  window: z.object({ center: z.number(), width: z.number() }).nullable(),
  /** Pixels; a larger picture is made smaller. */
  longestSide: z.number().int().min(1),
  /** Regions that came with the data, outlined in this order of colours. */
  regionIds: z.array(uuid),
  sha256: hash,
});
export type PictureSpec = z.infer<typeof pictureSpecSchema>;

/** A block of material: a passage, a draft or a chunk of a document by id, for those never change; labels by value. */
export const blockSpecSchema = z.union([
  z.object({ name: z.string(), passageId: uuid }),
  z.object({ name: z.string(), chunkId: uuid }),
  z.object({ name: z.string(), draftId: uuid }),
  z.object({ name: z.string(), words: z.string() }),
]);
export type BlockSpec = z.infer<typeof blockSpecSchema>;

const placing = z.object({ rank: z.number().int().min(1), score: z.number() }).nullable();

/** A chunk of a document among the material, and what it was found by. */
export const contextSpecSchema = z.object({
  chunkId: uuid,
  kind: z.enum(["guideline", "case"]),
  lexical: placing,
  dense: placing,
  fused: z.number(),
  matched: z.array(z.string()),
});
export type ContextSpec = z.infer<typeof contextSpecSchema>;

/** What a request was made of beside its prompt, model and seed; with those it can be made again, byte for byte. */
export const callInputsSchema = z.object({
  /** Where drafts of the answer belong; `label`: it says what kind of image or question something is. */
  kind: z.enum(["caption", "findings", "discussion", "qa", "label"]),
  imageId: uuid.nullable(),
  variables: z.record(z.string(), z.string()),
  blocks: z.array(blockSpecSchema),
  pictures: z.array(pictureSpecSchema),
  /** Documents found for it, best first; their words are among the blocks. */
  context: z.array(contextSpecSchema).default([]),
});
export type CallInputs = z.infer<typeof callInputsSchema>;

/** Steps that write drafts: what a run does unless it is told otherwise, in this order. */
export const draftSteps = ["caption", "findings", "discussion", "qa"] as const;

/** All steps of a run: those, translations of what stands then, and labels of images and of questions. */
export const steps = [...draftSteps, "translation", "modality", "question-label"] as const;
export type Step = (typeof steps)[number];

const price = z.strictObject({
  input: z.number().min(0),
  cachedInput: z.number().min(0),
  output: z.number().min(0),
});
const origin = z
  .string()
  .regex(/^https?:\/\/[^/\s]+$/, "must be scheme, host and port, such as http://127.0.0.1:8000");

/** How a project wants its drafts generated. A key is never among it. */
export const generationSettingsSchema = z.strictObject({
  baseUrl: z.string().max(500).nullable().default(null),
  model: z.string().min(1).max(200).nullable().default(null),
  /** Endpoints inside the house: material whose source forbids external models may go there. */
  localOrigins: z.array(origin).max(20).default([]),
  /** US dollars per million tokens, beside the list prices that are built in. */
  prices: z.record(z.string().max(200), price).default({}),
  maxCost: z.number().min(0).nullable().default(null),
  maxTokens: z.number().int().min(0).nullable().default(null),
  maxCalls: z.number().int().min(0).nullable().default(1000),
  requestsPerMinute: z.number().int().min(1).max(10_000).default(60),
  concurrency: z.number().int().min(1).max(64).default(4),
  timeoutSeconds: z.number().int().min(1).max(1800).default(180),
  seed: z.number().int().min(0).max(2_147_483_647).default(1),
  longestSide: z.number().int().min(64).max(4096).default(1024),
});
export type GenerationSettings = z.infer<typeof generationSettingsSchema>;

/** The generation part of a project's settings; other keys belong to other rooms. @throws ZodError when it is broken. */
export const generationSettings = (stored: unknown): GenerationSettings =>
  z.object({ generation: generationSettingsSchema.prefault({}) }).parse(stored ?? {}).generation;

/** A document that a draft was written with, and what it was found by. */
const documentRecordSchema = z.object({
  /** 1 up, best first. */
  position: z.number(),
  kind: z.string(),
  title: z.string(),
  heading: z.string(),
  source: z.string(),
  url: z.string().nullable(),
  lexical: placing,
  dense: placing,
  fused: z.number(),
  matched: z.array(z.string()),
});

/** One request to a model as it was recorded, and its answer. */
const callRecordSchema = z.object({
  id: uuid,
  provider: z.string(),
  endpoint: z.string(),
  model: z.string(),
  servedModel: z.string().nullable(),
  /** Words are null where this version of the program has no such prompt any more. */
  prompt: z.object({
    id: z.string(),
    version: z.number(),
    hash,
    instructions: z.string().nullable(),
    task: z.string().nullable(),
    maxOutputTokens: z.number().nullable(),
    temperature: z.number().nullable(),
  }),
  variables: z.record(z.string(), z.string()),
  answerFormat: z.string(),
  seed: z.number(),
  texts: z.array(blockSpecSchema),
  pictures: z.array(pictureSpecSchema.extend({ figure: z.string().nullable() })),
  /** SHA-256 of the bytes that were sent. */
  requestHash: hash,
  requestBytes: z.number(),
  /** The call whose answer this one asked to mend. */
  repairs: uuid.nullable(),
  state: z.string(),
  sentence: z.string().nullable(),
  attempts: z.number(),
  response: z.string().nullable(),
  tokens: z.object({
    input: z.number().nullable(),
    cached: z.number().nullable(),
    output: z.number().nullable(),
  }),
  /** US dollars; null where no price is known. */
  cost: z.number().nullable(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type CallRecord = z.infer<typeof callRecordSchema>;

/** Everything that is known of a draft: answer to `GET /api/drafts/:id/record`. */
export const draftRecordSchema = z.object({
  draft: z.object({
    id: uuid,
    kind: z.string(),
    figure: z.string().nullable(),
    method: z.string(),
    contentHash: hash,
    sentences: z.unknown(),
    /** As its writer noted it. */
    provenance: z.looseObject({
      method: z.string().nullish().catch(null),
      model: z.string().nullish().catch(null),
      promptVersion: z.string().nullish().catch(null),
      retrieval: z.string().nullish().catch(null),
    }),
    writtenAt: z.string(),
  }),
  run: z
    .object({
      id: uuid,
      method: z.string(),
      version: z.string(),
      parameters: z.unknown(),
      startedAt: z.string(),
    })
    .nullable(),
  call: callRecordSchema.nullable(),
  documents: z.array(documentRecordSchema),
  /** What the asker did to it, oldest first; values as the reading keeps them. */
  changes: z.array(
    z.object({
      /** Number of the change request in the reading. */
      revision: z.number(),
      at: z.string(),
      part: z.enum(["decision", "rating"]),
      /** It took an earlier change back. */
      undo: z.boolean(),
      before: z.unknown(),
      after: z.unknown(),
    }),
  ),
});
export type DraftRecord = z.infer<typeof draftRecordSchema>;

/** A version of a prompt to be tried on a case. */
export const promptTrialSchema = z.strictObject({
  promptId: z.string().min(1).max(60),
  version: z.number().int().min(1),
  /** Number of the case. */
  number: z.number().int().min(1).max(999_999_999),
  /** false: only show what would be asked. */
  send: z.boolean(),
});
export type PromptTrial = z.infer<typeof promptTrialSchema>;

/** A draft that a reader had written for themselves, beside one of the round. */
export const privateDraftSchema = z.object({
  id: uuid,
  /** The draft of the round that it stands beside. */
  besideId: uuid,
  text: z.string(),
  model: z.string(),
  writtenAt: z.string(),
  documents: z.array(z.object({ documentId: uuid, kind: z.enum(["guideline", "case"]), title: z.string() })),
});
export type PrivateDraft = z.infer<typeof privateDraftSchema>;

/** Which draft of the round is to be written anew, for the reader alone. */
export const regenerateSchema = z.strictObject({ draftId: uuid });

/** Answer to `GET /api/readings/:id/context`: the documents, and what was written anew with them. */
export const readingDocumentsSchema = readingContextSchema.extend({
  own: z.array(privateDraftSchema),
  /** Why no model can be asked here; null = one can. */
  modelFault: z.string().nullable(),
});
export type ReadingDocuments = z.infer<typeof readingDocumentsSchema>;
