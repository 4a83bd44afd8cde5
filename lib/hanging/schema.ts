import { z } from "zod";
import { layoutNames, mostCells } from "./types";

const words = z.string().max(200);

/** What a cell of a personal layout asks for, so that it finds its like in another case. */
const wantedImageSchema = z.strictObject({
  modality: words,
  kind: z.enum(["volume", "clip", "single", "figure"]),
  plane: z.enum(["axial", "coronal", "sagittal", "oblique"]).nullable(),
  label: words,
  view: words.nullable(),
  side: z.enum(["R", "L"]).nullable(),
  /** Which one of those that are alike, from 0. */
  nth: z.number().int().min(0).max(1000),
  mirrored: z.boolean(),
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  align: z.enum(["left", "right"]).nullable(),
});
export type WantedImage = z.infer<typeof wantedImageSchema>;

/** An arrangement that a person keeps for a kind of case. */
export const personalLayoutSchema = z.strictObject({
  id: z.uuid(),
  name: z.string().trim().min(1, "A name is needed.").max(60, "A name has at most 60 characters."),
  /** Rule and modality, e.g. "sections:MR". */
  kind: z.string().regex(/^[a-z-]{1,40}:[A-Za-z]{1,16}$/, "must be a rule and a modality"),
  layout: z.enum(layoutNames),
  linked: z.boolean(),
  /** Hangs every case of its kind when it is opened; at most one of a kind. */
  standard: z.boolean(),
  cells: z.array(wantedImageSchema.nullable()).max(mostCells),
});
export type PersonalLayout = z.infer<typeof personalLayoutSchema>;

/** Layouts that one person may keep. */
export const mostLayouts = 50;

/** The `layouts` of a person's settings as they are stored; what cannot be read is left out. */
export const storedLayoutsSchema = z
  .object({ layouts: z.array(z.unknown()).catch([]) })
  .catch({ layouts: [] })
  .transform(({ layouts }) =>
    layouts.flatMap((one) => {
      const parsed = personalLayoutSchema.safeParse(one);
      return parsed.success ? [parsed.data] : [];
    }),
  );
