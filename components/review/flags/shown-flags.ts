import { moveSpans } from "@/lib/core/text/move-span";
import type { Flag, SupportedSentence } from "@/lib/drafting/consistency/types";
import { draftText } from "@/lib/drafting/rules/draft-text";
import type { TextPayload, VerdictValue } from "@/lib/reading/schema";
import type { DraftCheck, ReadingItems, StoredFlag } from "@/lib/reading/types";
import type { Entry } from "../entries";
import type { WordCheck } from "../workspace-store";

/** A flag at its place in the words as they stand. */
export interface ShownFlag extends Flag {
  /** Names it among the flags of its text. */
  readonly key: string;
  /** What a verdict names: the draft's own flag, or the claim where only the reader's words raise it. */
  readonly id: string;
  readonly claim: VerdictValue["claim"];
  readonly verdict: VerdictValue | null;
}

export const isDismissed = ({ verdict }: ShownFlag): boolean => verdict?.verdict === "wrong";

export const sameText = (one: TextPayload, other: TextPayload): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** Whether the words that stand are the draft's. */
export const isUntouched = ({ payload, draft }: Pick<Entry, "payload" | "draft">): boolean =>
  draft !== null && sameText(payload, draft.payload);

/** The draft's flags where the reader's words stand now; those whose words were changed are gone. */
function carriedOver(draft: TextPayload, words: TextPayload, flags: readonly StoredFlag[]): StoredFlag[] {
  const [before, after] = [draftText(draft), draftText(words)];
  const places = moveSpans(before, after, flags);
  const fixes = moveSpans(
    before,
    after,
    flags.flatMap(({ fix, id }) => (fix ? [{ ...fix, id }] : [])),
  );
  return places.flatMap((place): StoredFlag[] => {
    if (!place) return [];
    const moved = fixes.find((fix) => fix?.id === place.id);
    if (!moved) return [{ ...place, fix: null }];
    const { id: _, ...fix } = moved;
    return [{ ...place, fix }];
  });
}

/**
 * The flags of a text as it stands: the draft's while nobody changed it; of the reader's own words what the checks say, and
 * until they have read them what is left of the draft's.
 */
export function shownFlags(
  { payload, draft }: Pick<Entry, "payload" | "draft">,
  check: DraftCheck | undefined,
  words: WordCheck | undefined,
  verdicts: ReadingItems["verdict"],
): readonly ShownFlag[] {
  const stored = check?.flags ?? [];
  const untouched = isUntouched({ payload, draft });
  const left = untouched ? stored : draft ? carriedOver(draft.payload, payload, stored) : [];
  const checked = !untouched && words && sameText(words.payload, payload) ? words : null;
  return (checked?.result.flags ?? left).flatMap((flag, at): ShownFlag[] => {
    const own = left.find(
      ({ kind, start, end }) => kind === flag.kind && start === flag.start && end === flag.end,
    );
    const named = own ? { id: own.id, claim: undefined } : checked?.claims[at];
    if (!named) return [];
    const verdict = verdicts.find(({ id }) => id === named.id)?.value ?? null;
    return [{ ...flag, ...named, key: `${flag.kind} ${flag.start}`, verdict }];
  });
}

/** The sentences of a text as it stands that a passage says too. */
export function shownSupport(
  { payload, draft }: Pick<Entry, "payload" | "draft">,
  check: DraftCheck | undefined,
  words: WordCheck | undefined,
): readonly SupportedSentence[] {
  if (isUntouched({ payload, draft })) return check?.supported ?? [];
  return words && sameText(words.payload, payload) ? words.result.supported : [];
}
