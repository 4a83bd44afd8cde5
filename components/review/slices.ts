import type { StackView } from "@/lib/cases/types";
import type { KeySliceValue } from "@/lib/reading/schema";
import type { ReadingItems, ReadingWorkspace } from "@/lib/reading/types";
import { frameKey, putKeySlice, remove } from "./changes";
import type { Review } from "./context";
import { say, sayDone } from "./decide";
import { evenFill, type SelectedSlice, selectedSlices } from "./slice-selection";

export function marksOf(items: ReadingItems): readonly KeySliceValue[] {
  return items.keySlice.flatMap(({ value }) => (value ? [value] : []));
}

/** The slices of a stack that go into the data, as things stand. */
export function selectionOf(
  workspace: ReadingWorkspace,
  items: ReadingItems,
  stack: StackView,
): readonly SelectedSlice[] {
  return selectedSlices(stack, workspace.images, marksOf(items), workspace.settings.sliceLimit);
}

/** The stack of the active cell and the index of the frame it shows. */
export function shownFrame({ viewer }: Review): { readonly stack: StackView; readonly index: number } | null {
  const { activeCell, cells, stacks, places } = viewer.getState();
  const stack = stacks.find((candidate) => candidate.id === cells[activeCell]);
  const place = stack && places[stack.id];
  if (!stack || !place) return null;
  const index = stack.frames.findIndex(
    (frame) => frame.position === place.position && frame.time === place.time,
  );
  return index < 0 ? null : { stack, index };
}

const limitWords = (limit: number): string => `${limit} slices is the limit. Remove one first.`;

function isFull(review: Review, stack: StackView, index: number): boolean {
  const { workspace, sync } = review;
  const selected = selectionOf(workspace, sync.store.getState().local.items, stack);
  return selected.length >= workspace.settings.sliceLimit && !selected.some((slice) => slice.index === index);
}

function mark(review: Review, stack: StackView, index: number, value: KeySliceValue["mark"]): boolean {
  const frame = stack.frames[index];
  if (!frame) return false;
  if (value !== "removed" && isFull(review, stack, index)) {
    say(review, limitWords(review.workspace.settings.sliceLimit));
    return false;
  }
  review.sync.change([putKeySlice({ instanceId: frame.instanceId, frame: frame.frame, mark: value })]);
  return true;
}

/** Marks the slice in the active viewport as a key slice, or takes the mark away. */
export function toggleKeySlice(review: Review): void {
  const shown = shownFrame(review);
  const frame = shown?.stack.frames[shown.index];
  if (!shown || !frame) return;
  const items = review.sync.store.getState().local.items;
  const old = marksOf(items).find((value) => frameKey(value) === frameKey(frame));
  const name = `${shown.stack.label}, ${shown.index + 1}`;
  if (old?.mark === "key") {
    review.sync.change([remove("keySlice", frameKey(frame))]);
    sayDone(review, `${name}: no key slice any more`);
  } else if (mark(review, shown.stack, shown.index, "key")) sayDone(review, `${name}: key slice`);
}

/** Puts a slice into the selection or takes it out. */
export function toggleSelected(review: Review, stack: StackView, index: number): void {
  const items = review.sync.store.getState().local.items;
  const selected = selectionOf(review.workspace, items, stack).find((slice) => slice.index === index);
  const frame = stack.frames[index];
  if (!frame) return;
  if (!selected) {
    if (mark(review, stack, index, "selected")) sayDone(review, `Slice ${index + 1} added`);
  } else {
    if (selected.imageId === null) review.sync.change([remove("keySlice", frameKey(frame))]);
    else mark(review, stack, index, "removed");
    sayDone(review, `Slice ${index + 1} removed`);
  }
}

/** Fills the empty places evenly, as one step. */
export function fillEvenly(review: Review, stack: StackView): void {
  const { workspace, sync } = review;
  const selected = selectionOf(workspace, sync.store.getState().local.items, stack);
  const frames = evenFill(stack, selected, workspace.settings.sliceLimit);
  if (frames.length === 0) {
    say(review, "No place is free.");
    return;
  }
  sync.change(frames.map((frame) => putKeySlice({ ...frame, mark: "selected" })));
  sayDone(review, `${frames.length} slices added`);
}
