"use client";
import { useMemo } from "react";
import { type Review, useItems, useReview, useUi } from "../context";
import type { Entry } from "../entries";
import { type ShownFlag, shownFlags, shownSupport } from "./shown-flags";

/** The flags and the support of a text as it stands. */
export function useFlags(entry: Entry) {
  const { workspace } = useReview();
  const { verdict } = useItems();
  const words = useUi((state) => state.wordChecks[entry.id]);
  const check = workspace.checks[entry.id];
  return useMemo(
    () => ({
      flags: shownFlags(entry, check, words, verdict),
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
  return (entry) => shownFlags(entry, workspace.checks[entry.id], words[entry.id], verdict);
}

/** Outside of rendering: the flags of a text now. */
export function flagsNow({ workspace, sync, ui }: Review, entry: Entry): readonly ShownFlag[] {
  const { verdict } = sync.store.getState().local.items;
  return shownFlags(entry, workspace.checks[entry.id], ui.getState().wordChecks[entry.id], verdict);
}
