import type { FlagEvidence, MetadataField } from "../types";
import { type ParsedText, spanOf } from "./parsed-text";

/** The wording at a place of a text. */
export function quote(parsed: ParsedText, first: number, last: number): string {
  const { start, end } = spanOf(parsed, first, last);
  return parsed.text.slice(start, end).replace(/\s+/g, " ");
}

/** A place of a passage as evidence. */
export function inPassage(parsed: ParsedText, first: number, last: number): FlagEvidence {
  return { from: "passage", span: { passageId: parsed.passageId ?? "", ...spanOf(parsed, first, last) } };
}

export function inMetadata(field: MetadataField): FlagEvidence {
  return { from: "metadata", field };
}

/** The replacement written like what it replaces: "Left" -> "Right". */
export function inCaseOf(model: string, word: string): string {
  return /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
