import { z } from "zod";
import type { StackView } from "@/lib/cases/types";
import { frameKey } from "./changes";

/** Which frames of each stack were seen, as ranges of their indexes: "0-12 15". */
export type SeenRanges = Readonly<Record<string, string>>;

const range = /^(\d+)(?:-(\d+))?$/;

/** Indexes 0 up, in ascending order, as ranges. */
function rangesOf(indexes: readonly number[]): string {
  const parts: [from: number, to: number][] = [];
  for (const index of indexes) {
    const last = parts.at(-1);
    if (last && last[1] === index - 1) last[1] = index;
    else parts.push([index, index]);
  }
  return parts.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(" ");
}

/** What was seen ("instance:frame"), stack by stack; stacks of which nothing was seen are left out. */
export function seenRanges(stacks: readonly StackView[], seen: ReadonlySet<string>): SeenRanges {
  return Object.fromEntries(
    stacks.flatMap(({ id, frames }) => {
      const indexes = frames.flatMap((frame, index) => (seen.has(frameKey(frame)) ? [index] : []));
      return indexes.length === 0 ? [] : [[id, rangesOf(indexes)]];
    }),
  );
}

/** The frames ("instance:frame") that ranges name. What names no frame of the stacks is passed over. */
export function seenFrames(stacks: readonly StackView[], ranges: SeenRanges): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const { id, frames } of stacks)
    for (const part of (ranges[id] ?? "").split(" ")) {
      const [, from, to = from] = range.exec(part) ?? [];
      if (from === undefined) continue;
      for (const frame of frames.slice(Number(from), Number(to) + 1)) seen.add(frameKey(frame));
    }
  return seen;
}

const storageKey = "rr-seen";
/** Readings whose marks a browser keeps; those not opened for longest go first. */
const mostReadings = 200;

const keptSchema = z.record(
  z.string(),
  z.object({ at: z.number(), stacks: z.record(z.string(), z.string()) }),
);
type Kept = z.infer<typeof keptSchema>;
/** Asked for anew each time: a browser may refuse its storage altogether. */
export type SeenStorage = () => Pick<Storage, "getItem" | "setItem">;

function keptIn(storage: SeenStorage): Kept {
  try {
    return keptSchema.safeParse(JSON.parse(storage().getItem(storageKey) ?? "{}")).data ?? {};
  } catch {
    return {};
  }
}

/** The frames of a reading that this browser has shown before; none where it keeps nothing. */
export function keptSeen(
  storage: SeenStorage,
  readingId: string,
  stacks: readonly StackView[],
): ReadonlySet<string> {
  return seenFrames(stacks, keptIn(storage)[readingId]?.stacks ?? {});
}

/** Keeps what was seen of a reading, with what another tab has kept of it. `at`: milliseconds of the clock. */
export function keepSeen(
  storage: SeenStorage,
  readingId: string,
  stacks: readonly StackView[],
  seen: ReadonlySet<string>,
  at: number,
): void {
  const kept = keptIn(storage);
  const all = new Set([...seenFrames(stacks, kept[readingId]?.stacks ?? {}), ...seen]);
  const newest = Object.entries(kept)
    .filter(([id]) => id !== readingId)
    .sort(([, one], [, other]) => other.at - one.at)
    .slice(0, mostReadings - 1);
  const next: Kept = {
    ...Object.fromEntries(newest),
    [readingId]: { at, stacks: { ...seenRanges(stacks, all) } },
  };
  try {
    storage().setItem(storageKey, JSON.stringify(next));
  } catch {
    // A browser that keeps nothing shows the marks until the case is left.
  }
}
