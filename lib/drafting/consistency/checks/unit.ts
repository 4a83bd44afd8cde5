import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { type Claim, nearest } from "../rules/compare-context";
import { inMetadata, inPassage, quote } from "../rules/conflict";
import { strangeMeasures } from "../rules/measure-claims";
import { sameFigures } from "../rules/measures";
import { type NumberMention, spanOf } from "../rules/parsed-text";

/** The figure of the source with another unit. */
export const unit: ConsistencyCheck = {
  id: "unit",
  label: "Unit",
  find(texts) {
    const { strange, known } = strangeMeasures(texts);
    return strange.flatMap((claim) => {
      const { conflict } = nearest(claim, known, (given, wanted) =>
        sameFigures(given, wanted) ? false : null,
      );
      if (!conflict) return sliceThickness(texts, claim);
      const { claim: other } = conflict;
      const wanted = quote(other.parsed, other.first, other.last);
      const span = spanOf(claim.parsed, claim.first, claim.last);
      return [
        {
          kind: "unit" as const,
          ...span,
          message: `Source says ${wanted}.`,
          evidence: inPassage(other.parsed, other.first, other.last),
          exchange: null,
          fix: { ...span, replacement: wanted },
        },
      ];
    });
  },
};

/** The slice thickness of the metadata with another unit. */
function sliceThickness(texts: CheckCase, { value, parsed, first, last }: Claim<NumberMention>): Conflict[] {
  const thickness = texts.input.metadata?.sliceThicknessMm;
  const near = parsed.tokens.slice(Math.max(0, first - 6), last + 5);
  if (thickness === undefined || value.values[0] !== thickness || value.unit?.quantity !== "length")
    return [];
  if (!near.some(({ form }) => form === "slice" || form === "section")) return [];
  const span = spanOf(parsed, first, last);
  return [
    {
      kind: "unit",
      ...span,
      message: `The slices are ${thickness} mm thick.`,
      evidence: inMetadata("sliceThicknessMm"),
      exchange: null,
      fix: { ...span, replacement: `${thickness} mm` },
    },
  ];
}
