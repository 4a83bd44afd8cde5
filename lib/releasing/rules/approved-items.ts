import { canonicalJson } from "@/lib/core/text/canonical-json";
import { isTranslation, staleTexts } from "@/lib/reading/rules";
import type { DecisionValue, TextPayload } from "@/lib/reading/schema";
import type {
  ApprovedItem,
  ItemReason,
  LeftOutItem,
  ReaderDecision,
  ReviewedDraft,
  SubmittedReading,
} from "../types";
import { editDistanceOf, tierOf } from "./tier";

interface Sorted {
  readonly items: readonly ApprovedItem[];
  readonly leftOut: readonly LeftOutItem[];
}

/**
 * Sorts the texts of a round into those that every submitted reading approves in the same words and the rest, with the
 * reason. A text that only one of several readers added is not approved by the others, who never saw it.
 */
export function approvedItems(
  drafts: readonly ReviewedDraft[],
  readings: readonly SubmittedReading[],
): Sorted {
  const items: ApprovedItem[] = [];
  const leftOut: LeftOutItem[] = [];
  const stale = new Map(readings.map((reading) => [reading.id, staleTexts(drafts, reading.decisions)]));
  for (const draft of drafts) {
    const isStale = readings.some((reading) => stale.get(reading.id)?.has(draft.id));
    const verdict = isStale ? ({ reason: staleReason(draft, drafts) } as const) : judge(draft, readings);
    if ("reason" in verdict) leftOut.push({ id: draft.id, kind: draft.kind, reason: verdict.reason });
    else items.push(verdict.item);
  }
  for (const added of addedTexts(readings)) {
    if ("reason" in added) leftOut.push(added);
    else items.push(added);
  }
  return withoutOrphans(items, leftOut, drafts);
}

const staleReason = (draft: ReviewedDraft, drafts: readonly ReviewedDraft[]): ItemReason =>
  isTranslation(draft, drafts) ? "original-edited-later" : "caption-edited-later";

/** A translation goes nowhere without the text that it translates. */
function withoutOrphans(
  items: readonly ApprovedItem[],
  leftOut: readonly LeftOutItem[],
  drafts: readonly ReviewedDraft[],
): Sorted {
  const released = new Set(items.map(({ id }) => id));
  const isOrphan = ({ draft }: ApprovedItem) =>
    draft !== null && isTranslation(draft, drafts) && !released.has(draft.parentDraftId ?? "");
  const orphans = items
    .filter(isOrphan)
    .map(({ id, kind }): LeftOutItem => ({ id, kind, reason: "original-left-out" }));
  return { items: items.filter((item) => !isOrphan(item)), leftOut: [...leftOut, ...orphans] };
}

type Verdict = { readonly item: ApprovedItem } | { readonly reason: ItemReason };
type Approval = { readonly payload: TextPayload; readonly decision: ReaderDecision };

function judge(draft: ReviewedDraft, readings: readonly SubmittedReading[]): Verdict {
  if (draft.superseded) return { reason: "source-changed" };
  const approvals: Approval[] = [];
  const refusals: ItemReason[] = [];
  for (const reading of readings) {
    const value = reading.decisions.find((item) => item.id === draft.id)?.value ?? null;
    const approval = approvalOf(draft, reading, value);
    if (typeof approval === "string") refusals.push(approval);
    else approvals.push(approval);
  }
  const [first] = approvals;
  if (!first) return { reason: refusals[0] ?? "undecided" };
  if (refusals.includes("another-draft")) return { reason: "another-draft" };
  if (refusals.length > 0)
    return { reason: refusals.every((reason) => reason === "undecided") ? "undecided" : "readings-differ" };
  if (approvals.some(({ payload }) => canonicalJson(payload) !== canonicalJson(first.payload)))
    return { reason: "readings-differ" };
  if (isEmpty(first.payload)) return { reason: "empty" };
  const decisions = approvals.map(({ decision }) => decision);
  const distances = decisions.flatMap(({ editDistance }) => (editDistance === null ? [] : [editDistance]));
  const { id, kind, imageId } = draft;
  // Words of a model that were taken rest on no passage, whatever the draft of the round rests on.
  const begun = decisions.some(({ taken }) => taken !== null) ? { ...draft, sentences: [] } : draft;
  return {
    item: { id, kind, imageId, payload: first.payload, tier: tierOf(begun, distances), draft, decisions },
  };
}

function approvalOf(
  draft: ReviewedDraft,
  reading: SubmittedReading,
  value: DecisionValue | null,
): Approval | ItemReason {
  if (value === null || value.kind === "editing" || value.kind === "added") return "undecided";
  if (value.draftHash !== draft.contentHash) return "another-draft";
  const { reader, submittedAt } = reading;
  switch (value.kind) {
    case "accept":
      return {
        payload: draft.payload,
        decision: { reader, submittedAt, kind: "accept", editDistance: 0, taken: null },
      };
    case "edit": {
      const taken = reading.privateDrafts.find(({ id }) => id === value.taken) ?? null;
      const editDistance = editDistanceOf((taken ?? draft).payload, value.result);
      return { payload: value.result, decision: { reader, submittedAt, kind: "edit", editDistance, taken } };
    }
    case "reject":
      return "rejected";
    case "cannot-judge":
      return "cannot-judge";
    default:
      return value satisfies never;
  }
}

/** Texts that readers added. With several readers only those that all of them added in the same words. */
function addedTexts(readings: readonly SubmittedReading[]): (ApprovedItem | LeftOutItem)[] {
  const groups = new Map<string, { id: string; item: ApprovedItem }[]>();
  for (const { reader, submittedAt, decisions } of readings)
    for (const { id, value } of decisions) {
      if (value?.kind !== "added") continue;
      const { textKind: kind, imageId, result: payload } = value;
      const decision: ReaderDecision = {
        reader,
        submittedAt,
        kind: "added",
        editDistance: null,
        taken: null,
      };
      const item: ApprovedItem = {
        id,
        kind,
        imageId,
        payload,
        tier: "human",
        draft: null,
        decisions: [decision],
      };
      const key = canonicalJson({ kind, imageId, payload });
      groups.set(key, [...(groups.get(key) ?? []), { id, item }]);
    }
  return [...groups.values()].map((group): ApprovedItem | LeftOutItem => {
    const [first] = [...group].sort((a, b) => (a.id < b.id ? -1 : 1));
    if (!first) throw new Error("a group has at least one text");
    const { id, item } = first;
    if (isEmpty(item.payload)) return { id, kind: item.kind, reason: "empty" };
    const decisions = group.flatMap((member) => member.item.decisions);
    if (new Set(decisions.map(({ reader }) => reader)).size < readings.length)
      return { id, kind: item.kind, reason: "one-reader-only" };
    return { ...item, decisions };
  });
}

const isEmpty = (payload: TextPayload): boolean =>
  payload.form === "text"
    ? payload.text.trim() === ""
    : payload.qa.question.trim() === "" || payload.qa.answer.trim() === "";
