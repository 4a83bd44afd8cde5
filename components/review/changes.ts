import type {
  Change,
  DecisionValue,
  KeySliceValue,
  Part,
  RatingValue,
  RegionValue,
  SpanValue,
  VerdictValue,
} from "@/lib/reading/schema";

// The queue fills in `base`; 0 stands for "not known here".
const base = 0;

export const putRegion = (id: string, value: RegionValue): Change => ({
  op: "put",
  part: "region",
  id,
  base,
  value,
});
export const putKeySlice = (value: KeySliceValue): Change => ({
  op: "put",
  part: "keySlice",
  id: frameKey(value),
  base,
  value,
});
export const putDecision = (id: string, value: DecisionValue): Change => ({
  op: "put",
  part: "decision",
  id,
  base,
  value,
});
export const putRating = (id: string, value: RatingValue): Change => ({
  op: "put",
  part: "rating",
  id,
  base,
  value,
});
export const putVerdict = (flagId: string, value: VerdictValue): Change => ({
  op: "put",
  part: "verdict",
  id: flagId,
  base,
  value,
});
export const putSpan = (id: string, value: SpanValue): Change => ({
  op: "put",
  part: "span",
  id,
  base,
  value,
});
export const remove = (part: Part, id: string): Change => ({ op: "delete", part, id, base });

/** A decision as it was before; null takes the decision away. */
export const restoreDecision = (id: string, value: DecisionValue | null): Change =>
  value === null ? remove("decision", id) : putDecision(id, value);

/** How a frame is named among key slices: "instanceId:frame". */
export const frameKey = (frame: { readonly instanceId: string; readonly frame: number }): string =>
  `${frame.instanceId}:${frame.frame}`;
