import { openFlags } from "@/lib/reading/rules";
import type { StoredFlag } from "@/lib/reading/types";
import { entriesNow, type Review } from "../context";
import type { Entry } from "../entries";
import { focusEntry } from "../navigate";
import { isDismissed, type ShownFlag } from "./shown-flags";
import { flagsNow } from "./use-flags";

/** The flags that keep the draft of a text from being accepted as it is. */
export function blockingFlags({ workspace, sync }: Review, entry: Entry): readonly StoredFlag[] {
  const { verdict } = sync.store.getState().local.items;
  return openFlags(workspace.checks[entry.id]?.flags ?? [], verdict);
}

/** Puts a flag in focus and lights what it rests on. */
export function focusFlag(review: Review, entry: Entry, flag: ShownFlag): void {
  focusEntry(review, entry);
  const span = flag.evidence.from === "passage" ? flag.evidence.span : null;
  review.ui.setState({ flag: flag.key, span, spanTone: "contradicts" });
}

/** The flag in focus, or null. */
export function focusedFlag(review: Review, entry: Entry | null): ShownFlag | null {
  const { flag } = review.ui.getState();
  return entry && flag !== null ? (flagsNow(review, entry).find(({ key }) => key === flag) ?? null) : null;
}

/** Goes to the next flag that stands, over all texts, round and round. False where there is none. */
export function nextFlag(review: Review): boolean {
  const { focusId, flag } = review.ui.getState();
  const entries = entriesNow(review);
  const at = entries.findIndex(({ id }) => id === focusId);
  const from = Math.max(0, at);
  const inTurn = [...entries.slice(from), ...entries.slice(0, from)];
  const all = inTurn.flatMap((entry) =>
    flagsNow(review, entry)
      .filter((one) => !isDismissed(one))
      .map((one) => ({ entry, flag: one })),
  );
  const here = all.findIndex((one) => one.entry.id === focusId && one.flag.key === flag);
  const next = all[(here + 1) % Math.max(1, all.length)];
  if (!next) return false;
  focusFlag(review, next.entry, next.flag);
  return true;
}
