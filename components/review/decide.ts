import { v7 as newId } from "uuid";
import {
  type QuestionAnswer,
  type RejectReason,
  rejectReasons,
  type TextPayload,
} from "@/lib/reading/schema";
import { putDecision, putRating, remove, restoreDecision } from "./changes";
import type { Review } from "./context";
import type { Entry } from "./entries";
import { flagsNow } from "./flags/use-flags";
import { blockingFlags, focusFlag } from "./flags/walk";
import { focusedEntry, moveOn } from "./navigate";
import { criterionAfter, firstOpen, isRated, noRating } from "./rate";
import { entryName } from "./words";
import { doingNothing } from "./workspace-store";

const toastLasts = 6000;

/** Says what was done, with Undo beside it. */
export function sayDone(review: Review, text: string): void {
  review.ui.setState({
    toast: {
      id: newId(),
      text,
      lasts: toastLasts,
      action: { label: "Undo", run: () => undo(review) },
    },
  });
}

export function say(review: Review, text: string): void {
  review.ui.setState({ toast: { id: newId(), text, lasts: toastLasts } });
}

function nameOf({ workspace }: Review, entry: Entry): string {
  return entryName(entry, workspace.images, workspace.stacks);
}

export function accept(review: Review): void {
  const entry = focusedEntry(review);
  if (!entry?.draft || entry.state === "accepted") return;
  if (blockingFlags(review, entry).length > 0) {
    goToBlocking(review, entry);
    return;
  }
  review.sync.change([putDecision(entry.id, { kind: "accept", draftHash: entry.draft.contentHash })]);
  review.ui.setState({ doing: doingNothing });
  sayDone(review, `${nameOf(review, entry)} accepted`);
  moveOn(review);
}

/** A draft that a check contradicts is not accepted as it is: the reader is taken to the flag. */
function goToBlocking(review: Review, entry: Entry): void {
  const open = new Set(blockingFlags(review, entry).map(({ id }) => id));
  const shown = flagsNow(review, entry).find(({ id }) => id !== null && open.has(id));
  if (shown) focusFlag(review, entry, shown);
  const count = open.size === 1 ? "A flag contradicts" : `${open.size} flags contradict`;
  say(review, `${count} this draft. Fix it, call the flag wrong, or say why the draft is right.`);
}

export function cannotJudge(review: Review): void {
  const entry = focusedEntry(review);
  if (!entry?.draft || entry.state === "cannot-judge") return;
  const { contentHash: draftHash } = entry.draft;
  review.sync.change([putDecision(entry.id, { kind: "cannot-judge", draftHash, note: "" })]);
  review.ui.setState({ doing: doingNothing });
  sayDone(review, `${nameOf(review, entry)}: cannot judge`);
  moveOn(review);
}

/** Opens the words of the focused text for typing. */
export function beginEdit(review: Review): void {
  const entry = focusedEntry(review);
  if (!entry) return;
  if (review.ui.getState().doing.kind === "editing") {
    document.querySelector<HTMLElement>("[data-editor] textarea")?.focus();
    return;
  }
  const before = entry.state === "editing" ? null : entry.decision;
  review.ui.setState({ doing: { kind: "editing", before } });
}

/** The private draft that the words of a text began with, which later edits of them remember. */
export const takenOf = ({ decision }: Entry): { readonly taken?: string } =>
  decision && "taken" in decision && decision.taken ? { taken: decision.taken } : {};

/** Keeps the words typed so far; they are not a decision yet. */
export function typeWords(review: Review, entry: Entry, result: TextPayload): void {
  if (entry.draft)
    review.sync.change([
      putDecision(entry.id, {
        kind: "editing",
        draftHash: entry.draft.contentHash,
        result,
        ...takenOf(entry),
      }),
    ]);
  else if (entry.decision?.kind === "added")
    review.sync.change([putDecision(entry.id, { ...entry.decision, result })]);
}

/** Whether two texts say the same, to the letter. */
export const sameWords = (one: TextPayload, other: TextPayload): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Makes the words typed the reader's edit. Words that say the same as the draft are no edit, and no silent accept. */
export function saveEdit(review: Review): void {
  const entry = focusedEntry(review);
  const { doing } = review.ui.getState();
  if (!entry || doing.kind !== "editing") return;
  review.ui.setState({ doing: doingNothing });
  if (!entry.draft) {
    moveOn(review);
    return;
  }
  if (sameWords(entry.payload, entry.draft.payload)) {
    if (entry.state === "editing") review.sync.change([restoreDecision(entry.id, doing.before)]);
    say(review, "Nothing was changed. Accept it if it is right.");
    return;
  }
  const { contentHash: draftHash } = entry.draft;
  const result = entry.payload;
  review.sync.change([putDecision(entry.id, { kind: "edit", draftHash, result, ...takenOf(entry) })]);
  sayDone(review, `${nameOf(review, entry)} edited`);
  moveOn(review);
}

/** Gives up the words typed and goes back to the decision before them. */
export function discardEdit(review: Review): void {
  const entry = focusedEntry(review);
  const { doing } = review.ui.getState();
  const before = doing.kind === "editing" ? doing.before : null;
  review.ui.setState({ doing: doingNothing });
  if (entry?.state !== "editing") return;
  review.sync.change([restoreDecision(entry.id, before)]);
  sayDone(review, `${nameOf(review, entry)}: words discarded`);
}

export function beginReject(review: Review): void {
  const entry = focusedEntry(review);
  if (!entry?.draft) return;
  const before = entry.state === "rejected" ? null : entry.decision;
  review.ui.setState({ doing: { kind: "rejecting", before } });
}

/** Puts a reason in or out. The first reason is the rejection; without reasons it is taken back. */
export function toggleReason(review: Review, reason: RejectReason): void {
  const entry = focusedEntry(review);
  const { doing } = review.ui.getState();
  if (!entry?.draft || doing.kind !== "rejecting") return;
  const old = entry.decision?.kind === "reject" ? entry.decision : null;
  const chosen = new Set(old?.reasons ?? []);
  if (!chosen.delete(reason)) chosen.add(reason);
  const reasons = rejectReasons.filter((known) => chosen.has(known));
  if (reasons.length === 0) {
    review.sync.change([restoreDecision(entry.id, doing.before)]);
    return;
  }
  const { contentHash: draftHash } = entry.draft;
  review.sync.change([putDecision(entry.id, { kind: "reject", draftHash, reasons, note: old?.note ?? "" })]);
  if (!old) sayDone(review, `${nameOf(review, entry)} rejected`);
}

/** A note to a rejection, to an override or to "cannot judge". */
export function writeNote(review: Review, entry: Entry, note: string): void {
  const { decision } = entry;
  if (decision?.kind === "reject" || decision?.kind === "cannot-judge")
    review.sync.change([putDecision(entry.id, { ...decision, note })]);
  if (decision?.kind === "accept" && decision.override)
    review.sync.change([putDecision(entry.id, { ...decision, override: { ...decision.override, note } })]);
}

/** Rates the criterion in turn and goes on to the next; after the last one, to the next text. */
export function rate(review: Review, score: number, wanted?: keyof typeof noRating): void {
  const entry = focusedEntry(review);
  if (!entry || !isRated(review.workspace.settings, entry)) return;
  const criterion = wanted ?? review.ui.getState().criterion ?? firstOpen(entry.rating) ?? "accuracy";
  const rating = { ...(entry.rating ?? noRating), [criterion]: score };
  review.sync.change([putRating(entry.id, rating)]);
  review.ui.setState({ criterion: criterionAfter(rating, criterion) });
  if (firstOpen(rating) === null) moveOn(review);
}

const emptyQuestion: QuestionAnswer = {
  question: "",
  options: [],
  answerIndexes: [],
  answer: "",
  reasoning: "",
};

/** Begins a text of the reader's own on the tab that is open, for the image that is shown. */
export function addOwn(review: Review): void {
  const { tab, imageId } = review.ui.getState();
  const id = newId();
  const forImage = tab === "caption" || tab === "qa";
  if (tab === "caption" && imageId === null) {
    say(review, "This case has no image to caption.");
    return;
  }
  const result: TextPayload = tab === "qa" ? { form: "qa", qa: emptyQuestion } : { form: "text", text: "" };
  review.sync.change([
    putDecision(id, { kind: "added", textKind: tab, imageId: forImage ? imageId : null, result }),
  ]);
  review.ui.setState({ focusId: id, doing: { kind: "editing", before: null }, sentence: null, span: null });
}

export function removeOwn(review: Review, entry: Entry): void {
  if (entry.draft) return;
  review.sync.change([remove("decision", entry.id)]);
  review.ui.setState({ doing: doingNothing, focusId: null });
  sayDone(review, `${nameOf(review, entry)} removed`);
  const next = review.workspace.drafts.find((draft) => draft.kind === entry.kind);
  if (next) review.ui.setState({ focusId: next.id });
}

/** Takes the newest step back, whether it was sent or not. */
export function undo(review: Review): void {
  const undone = review.sync.undo();
  review.ui.setState({ doing: doingNothing, criterion: null });
  say(review, undone ? "Undone" : "Nothing to undo");
}
