import { v5 as nameOf } from "uuid";
import { splitSentences } from "@/lib/core/text/split-sentences";
import type { Flag } from "../types";

/** What a flag of a reader's own words is about, whatever version of the checks found it and wherever it stands now. */
export interface FlagClaim {
  /** The decision that holds the words: the id of a draft or of an added text. */
  readonly itemId: string;
  readonly kind: string;
  /** The words that are flagged. */
  readonly quote: string;
  /** The sentence that they stand in. */
  readonly sentence: string;
  /** 1 up, among those of a text that are the same in all else. */
  readonly place: number;
}

/** The sentence at an offset; it does not go beyond its line, for the lines of a question-answer pair are texts of their own. */
function sentenceAt(text: string, at: number): string {
  const from = text.lastIndexOf("\n", at - 1) + 1;
  const to = text.indexOf("\n", at);
  const line = text.slice(from, to < 0 ? text.length : to);
  return splitSentences(line).find(({ end }) => from + end > at)?.text ?? line;
}

/** The claims of the flags of a text, in their order. */
export function claimsOf(
  itemId: string,
  text: string,
  flags: readonly Pick<Flag, "kind" | "start" | "end">[],
): readonly FlagClaim[] {
  const counts = new Map<string, number>();
  return flags.map(({ kind, start, end }) => {
    const claim = { itemId, kind, quote: text.slice(start, end), sentence: sentenceAt(text, start) };
    const key = JSON.stringify(claim);
    const place = (counts.get(key) ?? 0) + 1;
    counts.set(key, place);
    return { ...claim, place };
  });
}

/**
 * The name of a claim in a reading, a UUID of version 5 (RFC 9562): the same in the browser and on the server.
 * @param readingId a UUID
 */
export const claimId = (readingId: string, { itemId, kind, quote, sentence, place }: FlagClaim): string =>
  nameOf(JSON.stringify([itemId, kind, quote, sentence, place]), readingId);
