import { v7 as newId } from "uuid";
import { splitSentences } from "@/lib/core/text/split-sentences";
import { draftText } from "@/lib/drafting/rules/draft-text";
import { spanCategories, spanSeverities } from "@/lib/reading/schema";
import { putSpan, remove } from "../changes";
import type { Review } from "../context";
import { say, sayDone } from "../decide";
import type { TextRange } from "../diff-ranges";
import type { Entry } from "../entries";
import { focusedEntry } from "../navigate";
import { doingNothing } from "../workspace-store";
import { moveEdge, wholeWords } from "./marked-words";
import { isUntouched } from "./shown-flags";
import { categoryWords, severityWords } from "./words";

/** Where a place of the page stands in the text that is shown there; null outside of one. */
function offsetOf(node: Node, offset: number): number | null {
  const piece = node.parentElement?.closest<HTMLElement>("[data-at]");
  return piece ? Number(piece.dataset.at) + offset : null;
}

/** The words of a draft that are selected on the page, whole; null where none are. */
export function selectedWords(within: Element | null, text: string): TextRange | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!within?.contains(range.commonAncestorContainer)) return null;
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return start === null || end === null ? null : wholeWords(text, { start, end });
}

/** Asks what is wrong with words of the focused draft. */
export function beginMark(review: Review, range: TextRange): void {
  review.ui.setState({ doing: { kind: "marking", range, category: null } });
}

/** The draft in focus, where its own words stand: marks are about those. */
function markable(review: Review): (Entry & { readonly draft: NonNullable<Entry["draft"]> }) | null {
  const entry = focusedEntry(review);
  if (!entry?.draft || review.readOnly) return null;
  return isUntouched(entry) ? { ...entry, draft: entry.draft } : null;
}

/** The sentence in focus, else all words. */
function focusedSentence(review: Review, entry: Entry, text: string): TextRange | null {
  const { sentence } = review.ui.getState();
  const stored = entry.draft?.sentences ?? [];
  const sentences = stored.length > 0 ? stored : splitSentences(text);
  return wholeWords(text, sentences[sentence ?? 0] ?? { start: 0, end: text.length });
}

/** Marks what is selected, else the sentence in focus; the arrows then choose among its words. */
export function markWords(review: Review): void {
  const entry = markable(review);
  if (!entry) {
    say(review, "Marks are about the words of a draft. Undo your edit first.");
    return;
  }
  const text = draftText(entry.draft.payload);
  const range =
    selectedWords(document.querySelector("[data-panel=review]"), text) ??
    focusedSentence(review, entry, text);
  if (range) beginMark(review, range);
}

/** Moves the start or the end of the words by one word. */
export function moveMark(review: Review, edge: "start" | "end", step: 1 | -1): void {
  const entry = markable(review);
  const { doing } = review.ui.getState();
  if (!entry || doing.kind !== "marking") return;
  const range = moveEdge(draftText(entry.draft.payload), doing.range, edge, step);
  review.ui.setState({ doing: { ...doing, range } });
}

/** The first choice is what is wrong, the second how grave it is; with that the mark is made. */
export function chooseMark(review: Review, place: number): void {
  const entry = markable(review);
  const { doing } = review.ui.getState();
  if (!entry || doing.kind !== "marking") return;
  if (doing.category === null) {
    const category = spanCategories[place - 1];
    if (category) review.ui.setState({ doing: { ...doing, category } });
    return;
  }
  const severity = spanSeverities[place - 1];
  if (!severity) return;
  const { category, range } = doing;
  const { contentHash: draftHash } = entry.draft;
  review.sync.change([
    putSpan(newId(), { draftId: entry.id, draftHash, ...range, category, severity, note: "" }),
  ]);
  review.ui.setState({ doing: doingNothing });
  window.getSelection()?.removeAllRanges();
  sayDone(
    review,
    `Marked: ${categoryWords[category].toLowerCase()}, ${severityWords[severity].toLowerCase()}`,
  );
}

export function removeMark(review: Review, id: string): void {
  if (review.readOnly) return;
  review.sync.change([remove("span", id)]);
  sayDone(review, "Mark removed");
}
