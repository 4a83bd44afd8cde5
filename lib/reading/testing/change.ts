import { v7 as newId } from "uuid";
import type { Change, ChangeRequest, RegionValue } from "../schema";
import type { SeededCase } from "./seed-case";

export const requestOf = (...changes: readonly Change[]): ChangeRequest => ({
  key: newId(),
  changes: [...changes],
  undoes: null,
});

export const regionOf = (seeded: SeededCase, change: Partial<RegionValue> = {}): RegionValue => ({
  instanceId: seeded.instanceId,
  frame: 1,
  kind: "rectangle",
  points: [
    [1, 1],
    [9, 1],
    [9, 9],
    [1, 9],
  ],
  label: "lesion",
  labelAt: null,
  hidden: false,
  colour: "cyan",
  locked: false,
  renderer: "webgl",
  derivedFrom: null,
  ...change,
});

export const putRegion = (
  seeded: SeededCase,
  id = newId(),
  base = 0,
  change: Partial<RegionValue> = {},
): Change => ({
  op: "put",
  part: "region",
  id,
  base,
  value: regionOf(seeded, change),
});

export const acceptDraft = (
  draft: { readonly id: string; readonly contentHash: string },
  base = 0,
): Change => ({
  op: "put",
  part: "decision",
  id: draft.id,
  base,
  value: { kind: "accept", draftHash: draft.contentHash },
});

export const rateDraft = (draft: { readonly id: string }, base = 0): Change => ({
  op: "put",
  part: "rating",
  id: draft.id,
  base,
  value: { accuracy: 4, relevance: 4, completeness: 3, usefulness: 5 },
});

/** Every change that makes a seeded case complete under the default settings. */
export const completeChanges = ({ drafts }: SeededCase): readonly Change[] => [
  ...Object.values(drafts).map((draft) => acceptDraft(draft)),
  ...[drafts.caption, drafts.findings, drafts.discussion].map((draft) => rateDraft(draft)),
];
