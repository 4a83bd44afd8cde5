import { claimId } from "@/lib/drafting/consistency/rules/flag-claims";
import { keySliceId } from "../data/items";
import type { Change, DecisionValue, RegionValue, SpanValue, TextPayload, VerdictValue } from "../schema";
import type { ChangeFacts } from "./change-facts";

export type ChangeFault =
  | { readonly kind: "invalid"; readonly path: readonly (string | number)[]; readonly message: string }
  /** Names something that is not in this case. */
  | { readonly kind: "not-found" }
  /** The draft was replaced, or its words are not those the reader judged. */
  | { readonly kind: "draft-changed"; readonly draftId: string };

const invalid = (path: readonly (string | number)[], message: string): ChangeFault => ({
  kind: "invalid",
  path,
  message,
});

function checkRegion(region: RegionValue, facts: ChangeFacts): ChangeFault | null {
  const frame = facts.frames.get(keySliceId(region));
  if (!frame) return { kind: "not-found" };
  if (region.frame > frame.frameCount)
    return invalid(["value", "frame"], `the instance has ${frame.frameCount} frames`);
  // The ends of axes may lie beside the image, as far as the image is wide and high; all else within it.
  const hasAxes = region.kind === "ellipse" || region.kind === "bidirectional";
  const beyondX = hasAxes ? frame.columns : 0.5;
  const beyondY = hasAxes ? frame.rows : 0.5;
  for (const [index, [x, y]] of region.points.entries())
    if (x < -beyondX || x > frame.columns + beyondX || y < -beyondY || y > frame.rows + beyondY)
      return invalid(
        ["value", "points", index],
        `the point ${x}, ${y} lies outside the image of ${frame.columns} x ${frame.rows} pixels`,
      );
  if (region.derivedFrom !== null && !facts.sourceRegions.has(region.derivedFrom))
    return { kind: "not-found" };
  return null;
}

function checkPayload(payload: TextPayload, form: "text" | "qa"): ChangeFault | null {
  if (payload.form !== form) return invalid(["value", "result", "form"], `must be "${form}" here`);
  if (payload.form === "qa") {
    const { options, answerIndexes } = payload.qa;
    const index = answerIndexes.findIndex((answer) => answer >= options.length);
    if (index >= 0)
      return invalid(
        ["value", "result", "qa", "answerIndexes", index],
        "names an option that does not exist",
      );
  }
  return null;
}

function checkDecision(id: string, decision: DecisionValue, facts: ChangeFacts): ChangeFault | null {
  if (decision.kind === "added") {
    if (decision.imageId !== null && !facts.images.has(decision.imageId)) return { kind: "not-found" };
    return checkPayload(decision.result, decision.textKind === "qa" ? "qa" : "text");
  }
  const draft = facts.drafts.get(id);
  if (draft?.contentHash !== decision.draftHash) return { kind: "draft-changed", draftId: id };
  if ("taken" in decision && decision.taken !== undefined && facts.privateDrafts.get(decision.taken) !== id)
    return { kind: "not-found" };
  return "result" in decision ? checkPayload(decision.result, draft.form) : null;
}

function checkSpan({ draftId, draftHash, start, end }: SpanValue, facts: ChangeFacts): ChangeFault | null {
  const draft = facts.drafts.get(draftId);
  if (draft?.contentHash !== draftHash) return { kind: "draft-changed", draftId };
  if (end <= start) return invalid(["value", "end"], "must lie behind the start");
  return end > draft.length ? invalid(["value", "end"], `the draft has ${draft.length} characters`) : null;
}

/** The checks of the browser and of the server may differ in what they find: a claim need not be found here, only be named. */
function checkVerdict(id: string, { claim }: VerdictValue, facts: ChangeFacts): ChangeFault | null {
  if (!claim) return facts.flags.has(id) ? null : { kind: "not-found" };
  if (id !== claimId(facts.readingId, claim)) return invalid(["id"], "is not the name of the claim");
  return facts.drafts.has(claim.itemId) || facts.ownTexts.has(claim.itemId) ? null : { kind: "not-found" };
}

/** What is wrong with a change that has the right form: measured against the case it is about. Null = nothing. */
export function checkChange(change: Change, facts: ChangeFacts): ChangeFault | null {
  const isSlice = change.id.includes(":");
  if (isSlice !== (change.part === "keySlice"))
    return invalid(["id"], isSlice ? "must be a UUID" : "must be an instance id, a colon and a frame");
  if (change.op === "delete") return null;
  switch (change.part) {
    case "region":
      return checkRegion(change.value, facts);
    case "keySlice": {
      if (change.id !== keySliceId(change.value)) return invalid(["id"], "must name the value's own frame");
      const frame = facts.frames.get(change.id);
      if (!frame) return { kind: "not-found" };
      return change.value.frame > frame.frameCount
        ? invalid(["value", "frame"], `the instance has ${frame.frameCount} frames`)
        : null;
    }
    case "decision":
      return checkDecision(change.id, change.value, facts);
    case "rating":
      return facts.drafts.has(change.id) ? null : { kind: "draft-changed", draftId: change.id };
    case "verdict":
      return checkVerdict(change.id, change.value, facts);
    case "span":
      return checkSpan(change.value, facts);
    default:
      return change satisfies never;
  }
}
