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

/** At most what one page of the worklist shows, with what was put off. */
const caseIds = z.array(z.uuid()).min(1, "Choose a case.").max(250, "At most 250 cases at once.");

export const priorities = [
  { value: 2, label: "Urgent" },
  { value: 1, label: "High" },
  { value: 0, label: "Normal" },
  { value: -1, label: "Low" },
] as const;

/** What to change of cases: what is left out stays; a due date of null takes it away. */
export const casePlanSchema = z.strictObject({
  caseIds,
  priority: z.number().int().min(-1).max(2).optional(),
  dueAt: z.iso.datetime("Give a day and a time.").nullable().optional(),
  readersWanted: z.number().int().min(1, "At least 1 reader.").max(20, "At most 20 readers.").optional(),
});
export type CasePlanInput = z.infer<typeof casePlanSchema>;

export const planCasesSchema = z.strictObject({ projectSlug: z.string().max(60), plan: casePlanSchema });
export type PlanCasesInput = z.infer<typeof planCasesSchema>;

/** `until` is the reader's next midnight; null puts the cases back. */
export const deferCasesSchema = z.strictObject({ caseIds, until: z.iso.datetime().nullable() });
export type DeferCasesInput = z.infer<typeof deferCasesSchema>;

const pixels = z.number().int().min(0).max(100_000);
const side = z.number().int().min(16, "must be at least 16 pixels").max(100_000);

/** Panels of a figure: label, and left, top, width, height in pixels of the figure. */
export const panelsSchema = z.strictObject({
  panels: z
    .array(
      z.strictObject({
        figure: z.string().trim().min(1, "A panel needs a label.").max(40),
        crop: z.tuple([pixels, pixels, side, side]),
      }),
    )
    .max(60, "At most 60 panels."),
});
export type PanelInput = z.infer<typeof panelsSchema>["panels"][number];
