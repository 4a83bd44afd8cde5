import type { FrameRef, ImageView, StackFrame, StackView } from "@/lib/cases/types";
import type { KeySliceValue } from "@/lib/reading/schema";
import { frameKey } from "./changes";

export interface SelectedSlice extends StackFrame {
  /** Index in the stack's frames. */
  readonly index: number;
  readonly key: boolean;
  readonly imageId: string | null;
  readonly from: "key" | "annotated" | "reader" | "sampled";
}

const order: readonly SelectedSlice["from"][] = ["key", "annotated", "reader", "sampled"];

/**
 * The slices of a stack that go into the data: the reader's key slices first, then annotated ones, then what the reader
 * chose, then the even sample, never more than `limit`; in the order of the stack. Slices the reader took out are out.
 */
export function selectedSlices(
  stack: StackView,
  images: readonly ImageView[],
  marks: readonly KeySliceValue[],
  limit: number,
): readonly SelectedSlice[] {
  const markOf = new Map(marks.map((mark) => [frameKey(mark), mark.mark]));
  const imageOf = new Map(images.map((image) => [frameKey(image), image]));
  const wanted = stack.frames.flatMap((frame, index): SelectedSlice[] => {
    const mark = markOf.get(frameKey(frame));
    const image = imageOf.get(frameKey(frame));
    if (mark === "removed" || (mark === undefined && image === undefined)) return [];
    const chosen = image === undefined ? "reader" : image.chosenBy === "sampled" ? "sampled" : "annotated";
    const from = mark === "key" ? "key" : chosen === "sampled" && mark === "selected" ? "reader" : chosen;
    return [{ ...frame, index, key: mark === "key", imageId: image?.id ?? null, from }];
  });
  return [...wanted]
    .sort((one, other) => order.indexOf(one.from) - order.indexOf(other.from) || one.index - other.index)
    .slice(0, limit)
    .sort((one, other) => one.index - other.index);
}

/**
 * Frames that fill the empty places evenly: the stack is cut into `limit` equal parts, and each part that holds no slice
 * gives its middle one. Later parts help out where earlier ones were full.
 */
export function evenFill(
  stack: StackView,
  selected: readonly SelectedSlice[],
  limit: number,
): readonly FrameRef[] {
  const taken = new Set(selected.map((slice) => slice.index));
  const room = Math.min(limit, stack.frames.length) - taken.size;
  const parts = Math.max(1, Math.min(limit, stack.frames.length));
  const part = stack.frames.length / parts;
  const middles = Array.from({ length: parts }, (_, at) => ({
    middle: Math.floor((at + 0.5) * part),
    used: [...taken].filter((index) => Math.floor(index / part) === at).length,
  }));
  const free = [
    ...middles.filter(({ used }) => used === 0).map(({ middle }) => middle),
    ...stack.frames.keys(),
  ].filter((index) => !taken.has(index));
  return [...new Set(free)].slice(0, Math.max(0, room)).flatMap((index) => {
    const frame = stack.frames[index];
    return frame ? [{ instanceId: frame.instanceId, frame: frame.frame }] : [];
  });
}
