import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { type Claim, hostsOf, nearest, shareTerm } from "../rules/compare-context";
import { inMetadata, inPassage, quote } from "../rules/conflict";
import { strangeMeasures } from "../rules/measure-claims";
import { otherUnitFits, quantityOf, sameFigures, sameMeasure } from "../rules/measures";
import { type NumberMention, spanOf } from "../rules/parsed-text";

/** A figure that differs from the figure the source gives for the same thing. */
export const measurement: ConsistencyCheck = {
  id: "measurement",
  label: "Measurement",
  find(texts) {
    const { given, strange, known } = strangeMeasures(texts);
    const found = strange.flatMap((claim) => wrongFigure(texts, claim, known));
    return [...found, ...misplaced(given, strange, known)];
  },
};

/** A figure of the source, given to another thing whose own figure the source gives as well. */
function misplaced(
  given: readonly Claim<NumberMention>[],
  strange: readonly Claim<NumberMention>[],
  known: readonly Claim<NumberMention>[],
): Conflict[] {
  return given.flatMap((claim) => {
    if (strange.some(({ first }) => first === claim.first) || claim.value.values.length > 1) return [];
    const alike = known.filter((other) => quantityOf(other.value) === quantityOf(claim.value));
    if (alike.some((other) => sameFigures(claim.value, other.value))) return [];
    const { agree, conflict } = nearest(claim, alike, (given, wanted) => sameMeasure(given, wanted));
    if (!conflict || agree === 0 || conflict.near < 0.4 || conflict.near < agree * 2.2) return [];
    if (given.some(({ value }) => sameMeasure(value, conflict.claim.value))) return [];
    const own = hostsOf(claim.parsed, claim.first, claim.last, 5);
    const isOf = ({ parsed, first, last }: Claim<NumberMention>) =>
      shareTerm(own, hostsOf(parsed, first, last, 5));
    const isRight = alike.some((other) => sameMeasure(claim.value, other.value) && isOf(other));
    return isOf(conflict.claim) && !isRight ? [conflictOf(claim, conflict.claim)] : [];
  });
}

function wrongFigure(
  texts: CheckCase,
  claim: Claim<NumberMention>,
  known: readonly Claim<NumberMention>[],
): Conflict[] {
  const { value } = claim;
  const alike = known.filter((other) => quantityOf(other.value) === quantityOf(value));
  if (alike.some((other) => sameFigures(value, other.value) || otherUnitFits(value, other.value))) return [];
  if (
    quantityOf(value) === "attenuation" &&
    alike.some((other) => other.value.values[0] === -(value.values[0] ?? 0))
  )
    return [];
  const thickness = texts.input.metadata?.sliceThicknessMm;
  const aboutSlices = claim.parsed.tokens
    .slice(Math.max(0, claim.first - 6), claim.last + 5)
    .some(({ form }) => form === "slice" || form === "section");
  if (
    thickness !== undefined &&
    aboutSlices &&
    quantityOf(value) === "length" &&
    value.values[0] === thickness
  )
    return [];
  if (thickness !== undefined && aboutSlices && quantityOf(value) === "length")
    return [
      {
        kind: "measurement",
        ...spanOf(claim.parsed, claim.first, claim.last),
        message: `The slices are ${thickness} mm thick.`,
        evidence: inMetadata("sliceThicknessMm"),
        exchange: null,
        fix: null,
      },
    ];
  const { conflict } = nearest(claim, alike, () => false);
  if (conflict && conflict.near >= (alike.length === 1 ? 0.09 : 0.14))
    return [conflictOf(claim, conflict.claim)];
  return [];
}

function conflictOf(claim: Claim<NumberMention>, other: Claim<NumberMention>): Conflict {
  const wanted = quote(other.parsed, other.first, other.last);
  const span = spanOf(claim.parsed, claim.first, claim.last);
  return {
    kind: "measurement",
    ...span,
    message: `Source says ${wanted}.`,
    evidence: inPassage(other.parsed, other.first, other.last),
    exchange: { given: claim.value.values.join("x"), wanted: other.value.values.join("x") },
    fix: { ...span, replacement: wanted },
  };
}
