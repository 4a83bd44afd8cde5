import type { ImageView } from "@/lib/cases/types";
import { isTranslation } from "@/lib/reading/rules";
import type { DecisionValue, RatingValue, TextKind, TextPayload } from "@/lib/reading/schema";
import { textKinds } from "@/lib/reading/schema";
import type { DraftView, ReadingItems, ReadingWorkspace } from "@/lib/reading/types";

export type EntryState =
  | "pending"
  | "editing"
  | "accepted"
  | "edited"
  | "rejected"
  | "cannot-judge"
  | "added";

/** One text to judge, or one the reader wrote: what the review panel shows as a card or a row. */
export interface Entry {
  /** The draft's id, or the id of the reader's own text. */
  readonly id: string;
  readonly kind: TextKind;
  readonly imageId: string | null;
  readonly draft: DraftView | null;
  readonly decision: DecisionValue | null;
  readonly rating: RatingValue | null;
  /** The words as they stand: the reader's where there are any, else the draft's. */
  readonly payload: TextPayload;
  readonly state: EntryState;
  /** The source, or the text that a question or a translation was made from, changed after it was written. */
  readonly stale: boolean;
  /** Says another draft in a second language: it is judged, and not rated. */
  readonly translation: boolean;
}

const states: Readonly<Record<DecisionValue["kind"], EntryState>> = {
  accept: "accepted",
  edit: "edited",
  editing: "editing",
  reject: "rejected",
  "cannot-judge": "cannot-judge",
  added: "added",
};

const wordsOf = (decision: DecisionValue | null): TextPayload | null =>
  decision && "result" in decision ? decision.result : null;

/** The image a draft is about; a question is about its caption's. */
function imageOf(draft: DraftView, drafts: readonly DraftView[]): string | null {
  const parent = drafts.find((candidate) => candidate.id === draft.parentDraftId);
  return draft.imageId ?? parent?.imageId ?? null;
}

/** Everything to review, in reading order: by kind, then by image, then as drafted, a translation right behind its text. */
export function entriesOf(
  workspace: Pick<ReadingWorkspace, "drafts" | "images">,
  items: ReadingItems,
  staleTexts: ReadonlySet<string>,
): readonly Entry[] {
  const { drafts, images } = workspace;
  const decisions = new Map(items.decision.map((item) => [item.id, item.value]));
  const ratings = new Map(items.rating.map((item) => [item.id, item.value]));
  const drafted = drafts.map((draft): Entry => {
    const decision = decisions.get(draft.id) ?? null;
    return {
      id: draft.id,
      kind: draft.kind,
      imageId: imageOf(draft, drafts),
      draft,
      decision,
      rating: ratings.get(draft.id) ?? null,
      payload: wordsOf(decision) ?? draft.payload,
      state: decision ? states[decision.kind] : "pending",
      stale: draft.stale || staleTexts.has(draft.id),
      translation: isTranslation(draft, drafts),
    };
  });
  const added = items.decision.flatMap(({ id, value }): Entry[] =>
    value?.kind === "added"
      ? [
          {
            id,
            kind: value.textKind,
            imageId: value.imageId,
            draft: null,
            decision: value,
            rating: null,
            payload: value.result,
            state: "added",
            stale: false,
            translation: false,
          },
        ]
      : [],
  );
  const place = (imageId: string | null) => {
    const at = images.findIndex((image) => image.id === imageId);
    return at < 0 ? images.length : at;
  };
  return [...besideOriginals(drafted), ...added].sort(
    (one, other) =>
      textKinds.indexOf(one.kind) - textKinds.indexOf(other.kind) ||
      place(one.imageId) - place(other.imageId),
  );
}

/** Puts each translation behind the text it translates. */
function besideOriginals(entries: readonly Entry[]): readonly Entry[] {
  const translations = entries.filter(({ translation }) => translation);
  if (translations.length === 0) return entries;
  return entries
    .filter(({ translation }) => !translation)
    .flatMap((entry) => [entry, ...translations.filter(({ draft }) => draft?.parentDraftId === entry.id)]);
}

/** The text that a translation translates; null for any other. */
export const originalOf = (entries: readonly Entry[], { translation, draft }: Entry): Entry | null =>
  translation ? (entries.find(({ id }) => id === draft?.parentDraftId) ?? null) : null;

/** The texts of a group, each with its number; a translation has that of its text. */
export function numberedEntries(
  group: readonly Entry[],
): readonly { readonly entry: Entry; readonly number: number }[] {
  let number = 0;
  return group.map((entry) => {
    if (!entry.translation) number += 1;
    return { entry, number };
  });
}

/** Decided means: judged. Words still being typed do not count, a reader's own text needs no decision. */
export const isDecided = (entry: Entry): boolean => entry.state !== "pending" && entry.state !== "editing";

/** How many of the drafts are decided. */
export function progress(entries: readonly Entry[]): { readonly decided: number; readonly total: number } {
  const drafted = entries.filter((entry) => entry.draft !== null);
  return { decided: drafted.filter(isDecided).length, total: drafted.length };
}

/** Texts that are shown together: all of an image for captions and questions, else all of the kind. */
export function groupOf(entries: readonly Entry[], kind: TextKind, imageId: string | null): readonly Entry[] {
  const same = entries.filter((entry) => entry.kind === kind);
  return kind === "caption" || kind === "qa" ? same.filter((entry) => entry.imageId === imageId) : same;
}

/** Images that the panel offers as chips: those with a text of this kind, and the figures for captions. */
export function imagesFor(
  entries: readonly Entry[],
  images: readonly ImageView[],
  kind: TextKind,
): readonly ImageView[] {
  const used = new Set(entries.filter((entry) => entry.kind === kind).map((entry) => entry.imageId));
  return images.filter((image) => used.has(image.id) || (kind === "caption" && image.figure !== null));
}

/** The next text that needs the reader, after one in reading order; from the start again at the end. */
export function nextOpen(
  entries: readonly Entry[],
  afterId: string | null,
  isOpen: (entry: Entry) => boolean,
): Entry | null {
  const at = entries.findIndex((entry) => entry.id === afterId);
  return [...entries.slice(at + 1), ...entries.slice(0, Math.max(0, at))].find(isOpen) ?? null;
}
