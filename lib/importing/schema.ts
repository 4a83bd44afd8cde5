import { z } from "zod";
import { regionKinds, regionPointCounts, textKinds } from "@/lib/reading/schema";

/** PostgreSQL holds neither U+0000 nor half a surrogate pair. */
const storable = (value: string) => !value.includes("\u0000") && !/\p{Surrogate}/u.test(value);
const text = (most: number) =>
  z.string().max(most).refine(storable, "must be text without U+0000 and without half characters");
const words = (most: number) => text(most).min(1);

/** A path below the bundle's folder, with forward slashes. */
const path = words(1000).refine(
  (value) =>
    !/^[/\\]|\\|^[A-Za-z]:/.test(value) && !value.split("/").some((part) => part === ".." || part === ""),
  'must be a path below the bundle\'s folder: forward slashes, no "..", no drive letter',
);
const oneUp = z.number().int().min(1).max(1_000_000);

const regionSchema = z
  .strictObject({
    kind: z.enum(regionKinds),
    points: z
      .array(z.tuple([z.number().min(0), z.number().min(0)]))
      .min(1)
      .max(2000)
      .describe("Column, then row, in pixels; the origin is the top left corner of the top left pixel."),
    label: text(200).default(""),
  })
  .superRefine((region, context) => {
    const [least, most] = regionPointCounts[region.kind];
    if (region.points.length < least || region.points.length > most)
      context.addIssue({
        code: "custom",
        path: ["points"],
        message: `must hold ${least === most ? least : `${least} to ${most}`} for a region of kind ${region.kind}, got ${region.points.length}`,
      });
  });

const seriesSchema = z.strictObject({
  id: words(200),
  description: text(200).nullish(),
  files: z.array(path).min(1).max(100_000).describe("Files or folders below the bundle's folder."),
  keySlices: z
    .array(oneUp)
    .max(1000)
    .default([])
    .describe("Slices that matter, counted from 1 in anatomical order."),
});

const imageSchema = z
  .strictObject({
    id: words(200).nullish().describe("What qa and drafts call this image."),
    file: path.nullish().describe("A picture or DICOM file; or give series and slice."),
    series: words(200).nullish(),
    slice: oneUp.nullish().describe("Counted from 1 in anatomical order; in a clip, the frame."),
    frame: oneUp.nullish().describe("Time point of a repeated position, or frame of a clip, from 1."),
    figure: words(40).nullish(),
    panelOf: words(200).nullish().describe("The figure, or the id of the image, that this is a panel of."),
    caption: text(50_000).nullish(),
    modality: words(40).nullish(),
    regions: z.array(regionSchema).max(1000).default([]),
  })
  .superRefine((image, context) => {
    const say = (key: string, message: string) => context.addIssue({ code: "custom", path: [key], message });
    if (image.file != null && image.series != null) say("file", "cannot stand beside series: give one");
    else if (image.file == null && image.series == null)
      say("file", "is missing: an image needs a file, or a series and a slice");
    if (image.series != null && image.slice == null) say("slice", "is missing beside series");
    if (image.series == null && image.slice != null) say("slice", "needs a series");
    if (image.series == null && image.frame != null) say("frame", "needs a series and a slice");
  });

const qaFields = {
  question: words(20_000),
  options: z.array(words(2000)).max(26).default([]),
  answerIndexes: z.array(z.number().int().min(0).max(25)).max(26).default([]),
  answer: words(20_000),
  reasoning: text(20_000).nullish(),
};
const indexesPointAtOptions = (
  qa: { options: readonly string[]; answerIndexes: readonly number[] },
  context: z.RefinementCtx,
) => {
  for (const [place, index] of qa.answerIndexes.entries())
    if (index >= qa.options.length)
      context.addIssue({
        code: "custom",
        path: ["answerIndexes", place],
        message: `points at option ${index}, but there are ${qa.options.length} options, counted from 0`,
      });
};

const qaSchema = z
  .strictObject({
    image: words(200).nullish(),
    ...qaFields,
    answerType: words(40).nullish(),
    sourceQid: words(200).nullish(),
  })
  .superRefine(indexesPointAtOptions);

const draftSchema = z
  .strictObject({
    kind: z.enum(textKinds),
    image: words(200).nullish(),
    text: words(20_000).nullish(),
    qa: z.strictObject(qaFields).superRefine(indexesPointAtOptions).nullish(),
    method: words(100).nullish(),
    model: words(100).nullish(),
    promptVersion: words(100).nullish(),
  })
  .superRefine((draft, context) => {
    const wanted = draft.kind === "qa" ? "qa" : "text";
    const other = draft.kind === "qa" ? "text" : "qa";
    if (draft[wanted] == null)
      context.addIssue({
        code: "custom",
        path: [wanted],
        message: `is missing: a draft of kind ${draft.kind} needs it`,
      });
    if (draft[other] != null)
      context.addIssue({
        code: "custom",
        path: [other],
        message: `does not belong to a draft of kind ${draft.kind}`,
      });
  });

const passage = text(100_000).nullish();

/** `case.json`, version 1: the one neutral form of a case that every importer maps to. */
export const caseBundleSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    caseId: words(200).describe("The source's own name of the case; unique within the source."),
    title: text(300).nullish(),
    source: z.strictObject({
      name: words(200),
      site: text(200).default(""),
      url: z
        .url({ protocol: /^https?$/ })
        .max(1000)
        .nullish(),
      licence: words(200)
        .nullish()
        .describe("A source without a licence is never released. Left out: what the source says already."),
      externalModelAllowed: z
        .boolean()
        .default(false)
        .describe(
          "Whether its texts and images may be sent to a model outside. Left out: what the source says, at first no.",
        ),
    }),
    patient: z
      .strictObject({
        key: words(200).nullish().describe("Kept only as a keyed hash; what belongs together in a split."),
        age: words(20).nullish(),
        sex: z.enum(["F", "M", "O"]).nullish(),
      })
      .nullish(),
    group: words(200)
      .nullish()
      .describe("Paper or linked question: what may not be split, without a patient."),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "must be a language tag such as en")
      .default("en"),
    sections: z
      .strictObject({
        clinicalHistory: passage,
        imagingFindings: passage,
        discussion: passage,
        differentialDiagnosis: z.array(words(2000)).max(100).default([]),
        finalDiagnosis: passage,
      })
      .nullish(),
    series: z.array(seriesSchema).max(1000).default([]),
    images: z.array(imageSchema).max(10_000).default([]),
    qa: z.array(qaSchema).max(10_000).default([]),
    drafts: z.array(draftSchema).max(10_000).default([]),
  })
  .superRefine((bundle, context) => {
    const say = (at: readonly (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path: [...at], message });
    const seriesIds = unique(bundle.series, "series", say);
    const imageIds = unique(bundle.images, "images", say);
    for (const [index, image] of bundle.images.entries())
      if (image.series != null && !seriesIds.has(image.series))
        say(["images", index, "series"], `names no series of this case: ${image.series}`);
    for (const list of ["qa", "drafts"] as const)
      for (const [index, item] of bundle[list].entries())
        if (item.image != null && !imageIds.has(item.image))
          say([list, index, "image"], `names no image of this case: ${item.image}`);
  });
export type CaseBundle = z.infer<typeof caseBundleSchema>;

function unique(
  items: readonly { readonly id?: string | null | undefined }[],
  list: string,
  say: (at: readonly (string | number)[], message: string) => void,
): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    if (id == null) continue;
    if (seen.has(id)) say([list, index, "id"], `is used twice: ${id}`);
    seen.add(id);
  }
  return seen;
}

/** What the person who runs an import says of its files. Each part may be left out. */
export const runSourceSchema = z.strictObject({
  name: words(200).trim().min(1).optional(),
  site: text(200).trim().optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .optional(),
  licence: words(200).trim().min(1).optional(),
  externalModelAllowed: z.boolean().optional(),
});

const guidelineText = words(2_000_000).nullish();

/**
 * One line of a guideline file (JSON Lines): our own form with `text`, or that of the open guideline collections with
 * `clean_text`, whose `raw_text` and `overview` are not kept.
 */
export const guidelineLineSchema = z
  .strictObject({
    id: words(200),
    title: words(1000),
    source: words(200),
    licence: words(200).nullish(),
    url: text(1000).nullish(),
    text: guidelineText,
    clean_text: guidelineText,
    raw_text: z.unknown().optional(),
    overview: z.unknown().optional(),
  })
  .transform(({ id, title, source, licence = null, url, text: own, clean_text: clean }, context) => {
    const kept = own ?? clean;
    if (kept == null) context.addIssue({ code: "custom", path: ["text"], message: "is missing" });
    const address = url != null && /^https?:\/\//.test(url) ? url : null;
    return { id, title, source, licence, url: address, text: kept ?? "" };
  });
export type GuidelineLine = z.infer<typeof guidelineLineSchema>;
