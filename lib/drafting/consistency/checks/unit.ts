import type { ConsistencyCheck } from "../rules/check-case";
import { nearest } from "../rules/compare-context";
import { inPassage, quote } from "../rules/conflict";
import { strangeMeasures } from "../rules/measure-claims";
import { sameFigures } from "../rules/measures";
import { spanOf } from "../rules/parsed-text";

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
      if (!conflict) return [];
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
