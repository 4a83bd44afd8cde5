"use client";
import { useEffect } from "react";
import type { FactsRegion } from "@/lib/drafting/consistency/rules/case-facts";
import { isCheckedLanguage } from "@/lib/drafting/consistency/types";
import { draftText } from "@/lib/drafting/rules/draft-text";
import type { ReadingItems, ReadingWorkspace } from "@/lib/reading/types";
import { type Review, useEntries, useUi } from "../context";
import type { Entry } from "../entries";
import { useImageCame } from "../image-wait";
import { isUntouched, sameText } from "./shown-flags";

/** Milliseconds of rest after which words being typed are checked. */
const rest = 400;

/** What the reader drew, with the spacing of its frame where that is millimetres. */
function regionFacts(items: ReadingItems, instances: ReadingWorkspace["instances"]): readonly FactsRegion[] {
  return items.region.flatMap(({ value }) => {
    const metadata = value ? instances[value.instanceId] : undefined;
    if (!value || !metadata) return [];
    const { instanceId, frame, kind, points } = value;
    const spacing = metadata.spacingSource === "pixel-aspect-ratio" ? null : metadata.pixelSpacing;
    return [{ instanceId, frame, kind, points, spacing }];
  });
}

/** A translation is in a language that the checks do not know. */
const isChecked = ({ draft }: Entry): boolean => draft === null || isCheckedLanguage(draft.language);

/** The code of the checks; null while it cannot be fetched. */
async function loadChecks() {
  try {
    const [{ checkPayload }, { factsOf }, { claimId, claimsOf }] = await Promise.all([
      import("@/lib/drafting/consistency/rules/check-payload"),
      import("@/lib/drafting/consistency/rules/case-facts"),
      import("@/lib/drafting/consistency/rules/flag-claims"),
    ]);
    return { checkPayload, factsOf, claimId, claimsOf };
  } catch {
    return null;
  }
}

/** Checks the words of these texts and keeps the outcome. Without the code the server's check has to do. */
async function checkWords({ workspace, sync, ui }: Review, entries: readonly Entry[]): Promise<void> {
  const checks = await loadChecks();
  if (!checks) return;
  const { checkPayload, factsOf, claimId, claimsOf } = checks;
  const own = regionFacts(sync.store.getState().local.items, workspace.instances);
  const checked = entries.flatMap(({ id, payload, imageId }) => {
    const facts = factsOf(workspace.facts, imageId, own);
    if (!facts) return [];
    const result = checkPayload(payload, facts);
    const claims = claimsOf(id, draftText(payload), result.flags).map((claim) => ({
      id: claimId(workspace.reading.id, claim),
      claim,
    }));
    return [[id, { payload, result, claims }] as const];
  });
  ui.setState({ wordChecks: { ...ui.getState().wordChecks, ...Object.fromEntries(checked) } });
}

/** Keeps the checks of the reader's own words up with them. Their code comes behind the picture, before the network may go. */
export function useWordChecks(review: Review): void {
  const entries = useEntries();
  const known = useUi((state) => state.wordChecks);
  const imageCame = useImageCame();
  useEffect(() => {
    if (imageCame && review.workspace.facts.passages !== null) void loadChecks();
  }, [review, imageCame]);
  useEffect(() => {
    if (review.workspace.facts.passages === null) return;
    const behind = entries.filter((entry) => {
      const words = known[entry.id];
      return isChecked(entry) && !isUntouched(entry) && !(words && sameText(words.payload, entry.payload));
    });
    if (behind.length === 0) return;
    const timer = setTimeout(() => void checkWords(review, behind), rest);
    return () => clearTimeout(timer);
  }, [review, entries, known]);
}
