import { z } from "zod";
import { type FlagKind, isRed } from "@/lib/drafting/consistency/types";
import {
  type Change,
  type DecisionValue,
  type Part,
  type RatingValue,
  type RegionValue,
  ratingCriteria,
  type TextKind,
  type TextPayload,
  textKinds,
} from "./schema";
import type { DraftView, Item, PartValue, PassageSpan, ReadingItems } from "./types";

/** How a project wants its cases read. Unknown keys belong to other rooms. */
const readingSettingsSchema = z.object({
  ratedKinds: z.array(z.enum(textKinds)).default(["caption", "findings", "discussion"]),
  /** Slices of a volume at most (the paper's 20: more made its model worse). */
  sliceLimit: z.number().int().min(1).max(500).default(20),
  labels: z.array(z.string().min(1).max(80)).max(200).default([]),
});
export type ReadingSettings = z.infer<typeof readingSettingsSchema>;

/** Reads the stored settings of a project. @throws ZodError when they are broken. */
export const readingSettings = (stored: unknown): ReadingSettings =>
  readingSettingsSchema.parse(stored ?? {});

type Decisions = ReadingItems["decision"];

const decided = (decisions: Decisions, draftId: string) =>
  decisions.find((item) => item.id === draftId && item.value !== null && item.value.kind !== "editing");

/** Whether a draft says another in a second language: a question's parent is a caption, a translation's one of its own kind. */
export const isTranslation = (
  { kind, parentDraftId }: Pick<DraftView, "kind" | "parentDraftId">,
  drafts: readonly Pick<DraftView, "id" | "kind">[],
): boolean => drafts.some((draft) => draft.id === parentDraftId && draft.kind === kind);

/**
 * Drafts whose parent (the caption of a question, the text that a translation translates) the reader edited after judging
 * them, or before judging them at all: they were made from words that no longer stand. Judging them again takes the mark away.
 * @param pending changes not saved yet, oldest first; they come after everything that has a revision.
 */
export function staleTexts(
  drafts: readonly Pick<DraftView, "id" | "kind" | "parentDraftId">[],
  decisions: Decisions,
  pending: readonly { readonly part: Part; readonly id: string }[] = [],
): ReadonlySet<string> {
  const when = (item: Item<unknown>) => {
    const waiting = pending.findLastIndex((change) => change.part === "decision" && change.id === item.id);
    return waiting < 0 ? item.revision : Number.MAX_SAFE_INTEGER - pending.length + waiting;
  };
  const stale = drafts.filter((draft) => {
    const parent = draft.parentDraftId ? decided(decisions, draft.parentDraftId) : undefined;
    if (parent?.value?.kind !== "edit") return false;
    const judged = decided(decisions, draft.id);
    return judged === undefined || when(judged) < when(parent);
  });
  return new Set(stale.map((draft) => draft.id));
}

const isEmpty = (payload: TextPayload): boolean =>
  payload.form === "text"
    ? payload.text.trim() === ""
    : payload.qa.question.trim() === "" || payload.qa.answer.trim() === "";

const isComplete = (rating: RatingValue | null | undefined): boolean =>
  ratingCriteria.every((criterion) => typeof rating?.[criterion] === "number");

export interface MissingPart {
  readonly kind: TextKind;
  /** The draft, or the added text. */
  readonly draftId: string;
  /**
   * stale = judged before its caption was edited; stale-translation = before the text it translates was; text = an edited or added text is empty; nothing = there were no drafts
   * to judge, and the reader added neither text, region nor key slice (draftId is "" then).
   */
  readonly what: "decision" | "rating" | "stale" | "stale-translation" | "text" | "nothing";
}

/** What a reading lacks before it can be submitted, in the order of the drafts; empty = ready. */
export function missingParts(reading: {
  readonly drafts: readonly Pick<DraftView, "id" | "kind" | "parentDraftId">[];
  readonly items: Pick<ReadingItems, "decision" | "rating"> &
    Partial<Pick<ReadingItems, "region" | "keySlice">>;
  readonly ratedKinds: readonly TextKind[];
  /** The reader said in so many words that there is nothing to report. */
  readonly nothingToReport?: boolean;
}): readonly MissingPart[] {
  const { drafts, items, ratedKinds } = reading;
  const stale = staleTexts(drafts, items.decision);
  const missing: MissingPart[] = [];
  for (const draft of drafts) {
    const { id: draftId, kind } = draft;
    const translated = isTranslation(draft, drafts);
    const decision = decided(items.decision, draftId)?.value;
    if (!decision) {
      missing.push({ kind, draftId, what: "decision" });
      continue;
    }
    if (stale.has(draftId)) missing.push({ kind, draftId, what: translated ? "stale-translation" : "stale" });
    if (decision.kind === "edit" && isEmpty(decision.result)) missing.push({ kind, draftId, what: "text" });
    const rating = items.rating.find((item) => item.id === draftId)?.value;
    // Who cannot judge a text cannot rate it either. A translation is judged, but no score of it counts beside the text's own.
    if (ratedKinds.includes(kind) && !translated && decision.kind !== "cannot-judge" && !isComplete(rating))
      missing.push({ kind, draftId, what: "rating" });
  }
  for (const { id, value } of items.decision)
    if (value?.kind === "added" && isEmpty(value.result))
      missing.push({ kind: value.textKind, draftId: id, what: "text" });
  const { decision, region = [], keySlice = [] } = items;
  const added = [...decision, ...region, ...keySlice].some(({ value }) => value !== null);
  if (drafts.length === 0 && !added && !reading.nothingToReport)
    missing.push({ kind: "findings", draftId: "", what: "nothing" });
  return missing;
}

/** A reading in which nothing was done yet. */
export const emptyItems: ReadingItems = {
  region: [],
  keySlice: [],
  decision: [],
  rating: [],
  verdict: [],
  span: [],
};

/**
 * The flags that keep a draft from being accepted as it is: red ones that the reader did not call wrong.
 */
export function openFlags<F extends { readonly id: string; readonly kind: FlagKind }>(
  flags: readonly F[],
  verdicts: ReadingItems["verdict"],
): readonly F[] {
  const wrong = new Set(verdicts.flatMap(({ id, value }) => (value?.verdict === "wrong" ? [id] : [])));
  return flags.filter(({ id, kind }) => isRed({ kind }) && !wrong.has(id));
}

/** Open flags that a decision passes over without a word; only accepting does that. An override names the flags it has seen. */
export function flagsPassedOver<F extends { readonly id: string }>(
  decision: DecisionValue | null,
  open: readonly F[],
): readonly F[] {
  if (decision?.kind !== "accept") return [];
  const seen = new Set(decision.override?.flags);
  return open.filter(({ id }) => !seen.has(id));
}

/** A passage as a draft's writer may have seen it. `superseded` = newer words have replaced it since. */
interface SourcePassage {
  readonly id: string;
  readonly kind: string;
  readonly imageId: string | null;
  readonly createdAt: Date;
  readonly superseded: boolean;
}

/** Whether what a draft was made from has been replaced: a passage it cites, or one of its own kind and image. */
export function isStaleDraft(
  draft: {
    readonly kind: string;
    readonly imageId: string | null;
    readonly createdAt: Date;
    readonly sentences: readonly { readonly sources: readonly Pick<PassageSpan, "passageId">[] }[];
  },
  passages: readonly SourcePassage[],
): boolean {
  const cited = new Set(
    draft.sentences.flatMap((sentence) => sentence.sources.map((source) => source.passageId)),
  );
  return passages.some(
    (passage) =>
      passage.superseded &&
      (cited.has(passage.id) ||
        (passage.kind === draft.kind &&
          passage.imageId === draft.imageId &&
          passage.createdAt <= draft.createdAt)),
  );
}

const regionBefore = (value: PartValue | null): RegionValue | null =>
  value !== null && "points" in value ? value : null;

const sameShape = (one: RegionValue, other: RegionValue): boolean =>
  one.instanceId === other.instanceId &&
  one.frame === other.frame &&
  one.kind === other.kind &&
  one.points.length === other.points.length &&
  one.points.every(([x, y], index) => x === other.points[index]?.[0] && y === other.points[index]?.[1]);

/**
 * Whether a change would move, redraw or delete a region that is locked. A change that unlocks it may do none of this
 * either: unlocking is a step of its own.
 * @param before what the reading has under that id, null where it has nothing.
 */
export function breaksLock(before: PartValue | null, change: Change): boolean {
  const region = regionBefore(before);
  if (change.part !== "region" || region === null || !region.locked) return false;
  return change.op === "delete" || !sameShape(region, change.value);
}

/**
 * Whether a change names, colours, hides, locks or unlocks a region that is there. Such a change shares no request and no
 * step of Undo with another: each of them is one act of the reader, and the server must see that unlocking came first.
 */
export function changesLook(before: PartValue | null, change: Change): boolean {
  const region = regionBefore(before);
  if (change.part !== "region" || change.op === "delete" || region === null) return false;
  return (["label", "colour", "hidden", "locked"] as const).some((key) => region[key] !== change.value[key]);
}
