"use client";
import { useMemo } from "react";
import type { TextPayload } from "@/lib/reading/schema";
import type { DraftCheck, ReadingItems } from "@/lib/reading/types";
import { type Review, useItems, useReview, useUi } from "../context";
import type { Entry } from "../entries";
import type { WordCheck } from "../workspace-store";
import { type ShownFlag, shownFlags, shownSupport } from "./shown-flags";

interface Known {
  readonly check: DraftCheck | undefined;
  readonly words: WordCheck | undefined;
  readonly verdicts: ReadingItems["verdict"];
  readonly flags: readonly ShownFlag[];
}

/** The flags of texts as they were last worked out: each is asked for in several places, whenever anything changes. */
const known = new WeakMap<TextPayload, Known>();

function flagsOf(
  entry: Entry,
  check: DraftCheck | undefined,
  words: WordCheck | undefined,
  verdicts: ReadingItems["verdict"],
): readonly ShownFlag[] {
  const before = known.get(entry.payload);
  if (before && before.check === check && before.words === words && before.verdicts === verdicts)
    return before.flags;
  const flags = shownFlags(entry, check, words, verdicts);
  known.set(entry.payload, { check, words, verdicts, flags });
  return flags;
}

/** The flags and the support of a text as it stands. */
export function useFlags(entry: Entry) {
  const { workspace } = useReview();
  const { verdict } = useItems();
  const words = useUi((state) => state.wordChecks[entry.id]);
  const check = workspace.checks[entry.id];
  return useMemo(
    () => ({
      flags: flagsOf(entry, check, words, verdict),
      supported: shownSupport(entry, check, words),
      /** The checks have read the words that stand. */
      checked: check !== undefined || words !== undefined,
    }),
    [entry, check, words, verdict],
  );
}

/** The flags of any text as it stands, for what shows several at once. */
export function useFlagsOf(): (entry: Entry) => readonly ShownFlag[] {
  const { workspace } = useReview();
  const { verdict } = useItems();
  const words = useUi((state) => state.wordChecks);
  return (entry) => flagsOf(entry, workspace.checks[entry.id], words[entry.id], verdict);
}

/** Outside of rendering: the flags of a text now. */
export function flagsNow({ workspace, sync, ui }: Review, entry: Entry): readonly ShownFlag[] {
  const { verdict } = sync.store.getState().local.items;
  return flagsOf(entry, workspace.checks[entry.id], ui.getState().wordChecks[entry.id], verdict);
}
