import type { CheckCase } from "./check-case";
import { type Claim, contextOf } from "./compare-context";
import { quantityOf, sameFigures, sameMeasure } from "./measures";
import type { NumberMention, ParsedText } from "./parsed-text";

const measureKey = Symbol("measure");

/** The measured figures of a text with what stands around them. */
function measureClaims(texts: CheckCase, parsed: ParsedText): Claim<NumberMention>[] {
  return parsed.numbers
    .filter(({ role }) => role === "measure")
    .map((value) => ({
      value,
      parsed,
      first: value.first,
      last: value.last,
      context: contextOf(texts, parsed, value.first, value.last),
    }));
}

/** "Has grown by 8 mm": what lies between two figures of the source. */
function isDifference(
  before: string | undefined,
  behind: string | undefined,
  value: NumberMention,
  known: readonly Claim<NumberMention>[],
): boolean {
  if (
    !/^(?:by|gained|gaining|grew|grown|lost|added|increased|decreased|shrunk|another|further)$/.test(
      before ?? "",
    ) &&
    !/(?:er|more|less|behind|beyond|difference|apart)$/.test(behind ?? "")
  )
    return false;
  const figures = known
    .filter((other) => quantityOf(other.value) === quantityOf(value))
    .flatMap((other) => other.value.values.map((figure) => figure * (other.value.unit?.factor ?? 1)));
  const change = (value.values[0] ?? 0) * (value.unit?.factor ?? 1);
  return figures.some((a) => figures.some((b) => Math.abs(a - b - change) < 0.01 * change + 1e-9));
}

/** "From 11 to 17 mm": each figure is known by itself. */
function isRangeOfKnown(value: NumberMention, known: readonly Claim<NumberMention>[]): boolean {
  return value.values.every((figure, index) => {
    const single = { ...value, values: [figure], decimals: [value.decimals[index] ?? 0] };
    return known.some((other) => sameMeasure(single, other.value));
  });
}

/** Figures of the draft that nothing in the case gives: neither a passage, nor a region, nor the slice thickness. */
export function strangeMeasures(texts: CheckCase): Measures {
  const kept = measures.get(texts);
  if (kept) return kept;
  const made = findMeasures(texts);
  measures.set(texts, made);
  return made;
}

interface Measures {
  /** All of the draft. */
  readonly given: readonly Claim<NumberMention>[];
  readonly strange: readonly Claim<NumberMention>[];
  readonly known: readonly Claim<NumberMention>[];
}

const measures = new WeakMap<CheckCase, Measures>();

function findMeasures(texts: CheckCase): Measures {
  const known = texts.ofSources(measureKey, (source) => measureClaims(texts, source));
  const lengths = [...(texts.input.regions?.measuresMm ?? [])];
  const given = measureClaims(texts, texts.draft);
  const strange = given.filter(({ value, parsed, first }) => {
    const saysPlainly = ({ numbers }: ParsedText) =>
      numbers.some(
        (number) => number.unit === null && value.values.every((figure) => number.values.includes(figure)),
      );
    if (value.unit === null && texts.sources.some(saysPlainly)) return false;
    const wrongUnit = known.some((other) => sameFigures(value, other.value));
    if (known.some((other) => sameMeasure(value, other.value, !wrongUnit))) return false;
    if (value.values.length > 1 && isRangeOfKnown(value, known)) return false;
    if (isDifference(parsed.tokens[first - 1]?.lower, parsed.tokens[value.last + 1]?.lower, value, known))
      return false;
    if (quantityOf(value) !== "length") return true;
    const factor = value.unit?.factor ?? 1;
    const fits = (mm: number) =>
      value.values.every((figure) => Math.abs(figure * factor - mm) <= Math.max(0.5, 0.02 * mm));
    if (lengths.some(fits)) return false;
    const thickness = texts.input.metadata?.sliceThicknessMm;
    const ofSlice = parsed.tokens
      .slice(Math.max(0, first - 6), value.last + 5)
      .some(({ form }) => /^(?:slice|section|thickness|cut|collimation)$/.test(form));
    return !(thickness !== undefined && ofSlice && fits(thickness));
  });
  return { given, strange, known };
}
