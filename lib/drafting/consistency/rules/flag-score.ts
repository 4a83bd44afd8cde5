import type { FlagKind } from "../types";
import type { CheckCase, Conflict } from "./check-case";
import { featuresOf } from "./flag-features";
import weights from "./flag-weights.json" with { type: "json" };

/** A weight for each feature; one that is not named weighs nothing. */
type Weights = Readonly<Record<string, number>>;

export interface FlagWeights {
  /** Flags with a lower score are not raised. */
  readonly least: number;
  readonly bias: number;
  readonly features: Weights;
  /** What a kind of flag adds, and what a feature weighs more or less in flags of that kind. */
  readonly kinds: Readonly<Record<string, { readonly bias: number; readonly features: Weights }>>;
}

/** How likely a flag is right by these weights, 0 to 1. `values`: its features. */
export function scoreWith(by: FlagWeights, kind: FlagKind, values: Weights): number {
  const own = by.kinds[kind];
  let sum = by.bias + (own?.bias ?? 0);
  for (const [name, value] of Object.entries(values))
    sum += ((by.features[name] ?? 0) + (own?.features[name] ?? 0)) * value;
  return 1 / (1 + Math.exp(-sum));
}

const stored: FlagWeights = weights;

/**
 * Whether a conflict is likely enough right to be shown: a logistic score over what it stands on. The weights are those that
 * flags on texts their rules had never seen gave (`testing/fit-flag-score.ts`); no word of a language is among them.
 */
export const isTrusted = (texts: CheckCase, conflict: Conflict): boolean =>
  scoreWith(stored, conflict.kind, featuresOf(texts, conflict)) >= stored.least;
