import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { type Claim, contextOf, nearest } from "../rules/compare-context";
import { inMetadata, inPassage, quote } from "../rules/conflict";
import { strangeMeasures } from "../rules/measure-claims";
import { otherUnitFits, quantityOf, sameFigures, sameMeasure } from "../rules/measures";
import { type NumberMention, spanOf } from "../rules/parsed-text";

/** The figure of the source with another unit. */
export const unit: ConsistencyCheck = {
  id: "unit",
  label: "Unit",
  find(texts) {
    const { given, strange, known } = strangeMeasures(texts);
    const misread = given.filter(
      (claim) => !strange.some(({ first }) => first === claim.first) && isNearerInOtherUnit(claim, known),
    );
    return [...strange, ...misread, ...timesForMeasures(texts, known)].flatMap((claim) => {
      const { conflict } = nearest(claim, known, (given, wanted) =>
        sameFigures(given, wanted) || otherUnitFits(given, wanted) ? false : null,
      );
      const isFar =
        conflict !== null &&
        quantityOf(claim.value) !== quantityOf(conflict.claim.value) &&
        (conflict.near < 0.2 || known.some(({ value }) => quantityOf(value) === quantityOf(claim.value)));
      return conflict && !isFar ? [conflictOf(claim, conflict.claim)] : sliceThickness(texts, claim);
    });
  },
};

/** "1120 s" for 1120 ms of relaxation: read as a length of time, which no source gives. */
function timesForMeasures(texts: CheckCase, known: readonly Claim<NumberMention>[]): Claim<NumberMention>[] {
  const { draft, sources } = texts;
  return draft.numbers
    .filter(({ role, values, lastFigure }) => {
      const figure = values[0] ?? 0;
      return (
        role === "duration" &&
        draft.tokens[lastFigure + 1]?.glued !== true &&
        figure >= 10 &&
        known.some(({ value }) => value.unit !== null && value.values[0] === figure) &&
        !sources.some(({ numbers }) =>
          numbers.some((one) => one.role !== "measure" && one.values.includes(figure)),
        )
      );
    })
    .map((value) => ({
      value,
      parsed: draft,
      first: value.first,
      last: value.last,
      context: contextOf(texts, draft, value.first, value.last),
    }));
}

/** The source has both 4 mm and 40 mm, and what the draft calls 4 cm is by far more like the first. */
function isNearerInOtherUnit(claim: Claim<NumberMention>, known: readonly Claim<NumberMention>[]): boolean {
  const { agree, conflict } = nearest(claim, known, (given, wanted) =>
    sameMeasure(given, wanted) ? true : sameFigures(given, wanted) ? false : null,
  );
  return conflict !== null && conflict.near >= 0.4 && conflict.near > agree * 1.6;
}

function conflictOf(claim: Claim<NumberMention>, other: Claim<NumberMention>): Conflict {
  const wanted = quote(other.parsed, other.first, other.last);
  const span = spanOf(claim.parsed, claim.first, claim.last);
  return {
    kind: "unit",
    ...span,
    message: `Source says ${wanted}.`,
    evidence: inPassage(other.parsed, other.first, other.last),
    exchange: null,
    fix: { ...span, replacement: wanted },
  };
}

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
