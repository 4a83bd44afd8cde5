import { translationMethod } from "@/lib/drafting/rules/generation/translation";
import type { ApprovedItem, ReleaseCase } from "../types";

/** The language that a text was translated into; null for one that is no translation. */
export const translatedInto = ({ draft }: Pick<ApprovedItem, "draft">): string | null =>
  draft?.method === translationMethod ? draft.language : null;

/** The language of a text: a translation's own, else that of its case. */
export const languageOf = (
  item: Pick<ApprovedItem, "draft">,
  { language }: Pick<ReleaseCase, "language">,
): string => translatedInto(item) ?? language;
