import { z } from "zod";

const uuid = z.uuid();
const finite = z.number().refine(Number.isFinite, "must be a finite number");

/**
 * A point of an image: column, then row, in pixels with sub-pixel precision. The origin is the top left corner of the
 * top left pixel, so the centre of that pixel is (0.5, 0.5) (PS3.3 C.18.6.1.2).
 */
export const imagePointSchema = z.tuple([finite, finite]);
export type ImagePoint = z.infer<typeof imagePointSchema>;

export const regionKinds = [
  "ellipse",
  "rectangle",
  "freehand",
  "spline",
  "arrow",
  "length",
  "bidirectional",
  "angle",
  "probe",
] as const;
export type RegionKind = (typeof regionKinds)[number];

/** Colours a reader may give to a region; never those of readers or of a status. */
export const regionColours = ["cyan", "lime", "violet", "pearl", "copper"] as const;
export type RegionColour = (typeof regionColours)[number];

/**
 * How many points each kind has. Ellipse = ends of its two axes, rectangle = corners, spline = points that a closed
 * Catmull-Rom curve goes through, arrow = tip then tail, bidirectional = ends of the long, then of the short axis,
 * angle = end of one leg, vertex, end of the other.
 */
export const regionPointCounts: Record<RegionKind, readonly [number, number]> = {
  ellipse: [4, 4],
  rectangle: [4, 4],
  freehand: [3, 2000],
  spline: [3, 200],
  arrow: [2, 2],
  length: [2, 2],
  bidirectional: [4, 4],
  angle: [3, 3],
  probe: [1, 1],
};

export const regionSchema = z
  .strictObject({
    instanceId: uuid,
    frame: z.number().int().min(1).max(100_000),
    kind: z.enum(regionKinds),
    points: z.array(imagePointSchema).min(1).max(2000),
    label: z.string().max(200),
    /** Where the reader moved the label, image coordinates; null = beside the region. */
    labelAt: imagePointSchema.nullable(),
    hidden: z.boolean(),
    colour: z.enum(regionColours).default("cyan"),
    /** Neither moved nor deleted until it is unlocked. */
    locked: z.boolean().default(false),
    /** Evidence of how it was drawn; coordinates are already in the one convention. */
    renderer: z.enum(["webgl", "cpu"]),
    derivedFrom: uuid.nullable(),
  })
  .superRefine((region, context) => {
    const [least, most] = regionPointCounts[region.kind];
    if (region.points.length < least || region.points.length > most)
      context.addIssue({
        code: "custom",
        path: ["points"],
        message: `a region of kind ${region.kind} has ${least === most ? least : `${least} to ${most}`} points, got ${region.points.length}`,
      });
  });
export type RegionValue = z.infer<typeof regionSchema>;

export const keySliceSchema = z.strictObject({
  instanceId: uuid,
  frame: z.number().int().min(1).max(100_000),
  /** key = the reader's key slice; selected = wanted among the 20; removed = a sampled slice the reader took out. */
  mark: z.enum(["key", "selected", "removed"]),
});
export type KeySliceValue = z.infer<typeof keySliceSchema>;

export const rejectReasons = [
  "contradicts-image",
  "contradicts-source",
  "unsupported",
  "wrong-side",
  "wrong-measurement",
  "not-relevant",
  "poor-language",
  "other",
] as const;
export type RejectReason = (typeof rejectReasons)[number];

const text = z.string().max(20_000);

/** A question-answer pair as a reader edits it. Closed questions carry options and the indexes of the right ones. */
export const questionAnswerSchema = z.strictObject({
  question: text,
  options: z.array(z.string().max(2000)).max(26),
  answerIndexes: z.array(z.number().int().min(0).max(25)).max(26),
  answer: text,
  reasoning: text,
});
export type QuestionAnswer = z.infer<typeof questionAnswerSchema>;

export const textKinds = ["caption", "findings", "discussion", "qa"] as const;
export type TextKind = (typeof textKinds)[number];

/** The words of a caption, findings or discussion, or a question-answer pair. */
export const textPayloadSchema = z.discriminatedUnion("form", [
  z.strictObject({ form: z.literal("text"), text }),
  z.strictObject({ form: z.literal("qa"), qa: questionAnswerSchema }),
]);
export type TextPayload = z.infer<typeof textPayloadSchema>;

export const overrideReasons = [
  "image-shows-it",
  "source-is-wrong",
  "same-meaning",
  "other-finding",
  "other-unit",
  "known-elsewhere",
  "flag-misread",
  "other",
] as const;
export type OverrideReason = (typeof overrideReasons)[number];

/** Why a draft is accepted although checks contradict it, and which flags the reader had seen. */
const overrideSchema = z.strictObject({
  reason: z.enum(overrideReasons),
  note: z.string().max(2000),
  flags: z.array(uuid).min(1).max(500),
});

const draftHash = z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in lower-case hex");

/** The private draft of this reading whose words were taken in the draft's place; later edits keep it. */
const taken = uuid.optional();

/**
 * What the reader decided about a draft. `editing` keeps words typed but not yet decided, so that a closed tab loses
 * nothing; it does not count as a decision. `added` is the reader's own text and has no draft.
 */
export const decisionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("accept"), draftHash, override: overrideSchema.optional() }),
  z.strictObject({ kind: z.literal("edit"), draftHash, result: textPayloadSchema, taken }),
  z.strictObject({ kind: z.literal("editing"), draftHash, result: textPayloadSchema, taken }),
  z.strictObject({
    kind: z.literal("reject"),
    draftHash,
    reasons: z.array(z.enum(rejectReasons)).min(1).max(8),
    note: z.string().max(2000),
  }),
  z.strictObject({ kind: z.literal("cannot-judge"), draftHash, note: z.string().max(2000) }),
  z.strictObject({
    kind: z.literal("added"),
    textKind: z.enum(textKinds),
    imageId: uuid.nullable(),
    result: textPayloadSchema,
  }),
]);
export type DecisionValue = z.infer<typeof decisionSchema>;

export const ratingCriteria = ["accuracy", "relevance", "completeness", "usefulness"] as const;
export type RatingCriterion = (typeof ratingCriteria)[number];

const score = z.number().int().min(1).max(5).nullable();
export const ratingSchema = z.strictObject({
  accuracy: score,
  relevance: score,
  completeness: score,
  usefulness: score,
});
export type RatingValue = z.infer<typeof ratingSchema>;

/** What a flag in the reader's own words is about: `FlagClaim` of the checks. */
export const flagClaimSchema = z.strictObject({
  itemId: uuid,
  kind: z.string().min(1).max(60),
  quote: text,
  sentence: text,
  place: z.number().int().min(1).max(10_000),
});

/** Whether the reader says that a flag is right. A draft's flag is stored and has no claim. */
export const verdictSchema = z.strictObject({
  verdict: z.enum(["right", "wrong"]),
  note: z.string().max(2000),
  claim: flagClaimSchema.optional(),
});
export type VerdictValue = z.infer<typeof verdictSchema>;

export const spanCategories = [
  "invented",
  "wrong-place",
  "wrong-measure",
  "wrong-description",
  "overstated",
  "other",
] as const;
export type SpanCategory = (typeof spanCategories)[number];
export const spanSeverities = ["minor", "major", "critical"] as const;
export type SpanSeverity = (typeof spanSeverities)[number];

/**
 * Words of a draft that are invented or wrong. Offsets are UTF-16 code units, end exclusive, into the draft as it was
 * written (a question-answer pair: its lines joined by line breaks), so no later edit moves them.
 */
export const spanSchema = z.strictObject({
  draftId: uuid,
  draftHash,
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  category: z.enum(spanCategories),
  severity: z.enum(spanSeverities),
  note: z.string().max(2000),
});
export type SpanValue = z.infer<typeof spanSchema>;

/**
 * Item ids: region, span and added text = UUIDv7 made by the client; decision and rating = the draft's id; verdict = the
 * flag's id, or the name of its claim; key slice = instance:frame.
 */
const itemId = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(:[1-9]\d{0,5})?$/);
const base = z.number().int().min(0);

const put = { op: z.literal("put"), id: itemId, base };
const putSchemas = [
  z.strictObject({ ...put, part: z.literal("region"), value: regionSchema }),
  z.strictObject({ ...put, part: z.literal("keySlice"), value: keySliceSchema }),
  z.strictObject({ ...put, part: z.literal("decision"), value: decisionSchema }),
  z.strictObject({ ...put, part: z.literal("rating"), value: ratingSchema }),
  z.strictObject({ ...put, part: z.literal("verdict"), value: verdictSchema }),
  z.strictObject({ ...put, part: z.literal("span"), value: spanSchema }),
] as const;

export const parts = ["region", "keySlice", "decision", "rating", "verdict", "span"] as const;
export type Part = (typeof parts)[number];

/** One small change. `base` is the item's last revision the client knew; 0 = the item did not exist or was deleted. */
export const changeSchema = z.union([
  ...putSchemas,
  z.strictObject({ op: z.literal("delete"), part: z.enum(parts), id: itemId, base }),
]);
export type Change = z.infer<typeof changeSchema>;

/** The body of `PUT /api/readings/:id/changes`. `undoes` names the key of the change request this one takes back. */
export const changeRequestSchema = z.strictObject({
  key: uuid,
  changes: z.array(changeSchema).min(1).max(500),
  undoes: uuid.nullable().default(null),
});
export type ChangeRequest = z.infer<typeof changeRequestSchema>;
