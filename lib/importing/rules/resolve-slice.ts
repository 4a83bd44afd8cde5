import type { PlannedStack } from "./plan-types";

export type ResolvedSlice =
  | { readonly ok: true; readonly stackId: string; readonly instanceId: string; readonly frame: number }
  | { readonly ok: false; readonly reason: string };

const one = (count: number, name: string) => `${count} ${name}${count === 1 ? "" : "s"}`;

/**
 * The frame that a slice number names. Slices count from 1 in anatomical order, through the stacks of the series one
 * after the other; in a series that is one clip they count frames. `frame` picks the time point of a repeated position.
 * @param stacks of one series, in order
 */
export function resolveSlice(
  stacks: readonly PlannedStack[],
  slice: number,
  frame: number | null,
): ResolvedSlice {
  const [only] = stacks;
  const clip = stacks.length === 1 && only && only.positions === 1 && only.times > 1 && frame === null;
  let position = clip ? 0 : slice - 1;
  const time = clip ? slice - 1 : (frame ?? 1) - 1;
  for (const stack of stacks) {
    if (position >= stack.positions) {
      position -= stack.positions;
      continue;
    }
    const place = stack.frames[position * stack.times + time];
    if (time >= stack.times || !place)
      return {
        ok: false,
        reason: clip
          ? `is ${slice}, but the clip has ${one(stack.times, "frame")}`
          : `names frame ${time + 1}, but there ${stack.times === 1 ? "is" : "are"} ${one(stack.times, "frame")} at slice ${slice}`,
      };
    return { ok: true, stackId: stack.id, instanceId: place[0], frame: place[1] };
  }
  const total = stacks.reduce((sum, stack) => sum + stack.positions, 0);
  return { ok: false, reason: `is ${slice}, but the series has ${one(total, "slice")}` };
}
