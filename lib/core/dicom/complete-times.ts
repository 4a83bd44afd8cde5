import type { LooseFrame, SlicePosition } from "./order-frames";

interface CompleteTimes {
  /** As many frames at every position as there are complete times. */
  readonly positions: readonly SlicePosition[];
  readonly times: number;
  /** Frames of time points that do not cover every position: they make a stack of their own. */
  readonly leftOver: readonly LooseFrame[];
}

function byTemporalIndex(positions: readonly SlicePosition[]): CompleteTimes | null {
  const frames = positions.flatMap((position) => position.frames);
  if (frames.some((frame) => frame.temporal === null)) return null;
  const distinct = positions.every(
    (position) => new Set(position.frames.map((frame) => frame.temporal)).size === position.frames.length,
  );
  if (!distinct) return null;
  const complete = new Set(
    [...new Set(frames.map((frame) => frame.temporal))].filter((index) =>
      positions.every((position) => position.frames.some((frame) => frame.temporal === index)),
    ),
  );
  if (complete.size === 0) return null;
  return {
    times: complete.size,
    positions: positions.map((position) => ({
      along: position.along,
      frames: position.frames.filter((frame) => complete.has(frame.temporal)),
    })),
    leftOver: frames.filter((frame) => !complete.has(frame.temporal)),
  };
}

/**
 * Splits repeated positions into complete time points and what is left over, so that a stack is always a full grid of
 * positions x times and no repeated slice is dropped.
 */
export function completeTimes(positions: readonly SlicePosition[]): CompleteTimes {
  const temporal = byTemporalIndex(positions);
  if (temporal) return temporal;
  const times = Math.min(...positions.map((position) => position.frames.length));
  return {
    times,
    positions: positions.map((position) => ({
      along: position.along,
      frames: position.frames.slice(0, times),
    })),
    leftOver: positions.flatMap((position) => position.frames.slice(times)),
  };
}
