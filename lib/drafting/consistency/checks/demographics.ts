import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { inMetadata, inPassage, quote } from "../rules/conflict";
import { mentions, type NumberMention, type ParsedText, spanOf } from "../rules/parsed-text";

const ageKey = Symbol("age");
const maturityKey = Symbol("maturity");
const sexKey = Symbol("sex");

const dicomUnits: Readonly<Record<string, number>> = { Y: 365, M: 30.4, W: 7, D: 1 };

/** Age and sex against the source and the metadata. */
export const demographics: ConsistencyCheck = {
  id: "demographics",
  label: "Age and sex",
  find(texts) {
    return [...ages(texts), ...ageGroups(texts), ...maturity(texts), ...sexes(texts)];
  },
};

/** Age in days; a number without a unit is years. */
function daysOf({ values, unit }: NumberMention): number {
  return (values[0] ?? 0) * (unit?.factor ?? 365);
}

function metadataAge(texts: CheckCase): number | null {
  const match = texts.input.metadata?.patientAge?.trim().match(/^(\d{1,3})\s*([YMWD])$/i);
  return match ? Number(match[1]) * (dicomUnits[match[2]?.toUpperCase() ?? "Y"] ?? 365) : null;
}

const sameAge = (a: number, b: number) => Math.abs(a - b) <= 0.02 * Math.max(a, b);

/** The ages that the sources give. */
const knownAges = (texts: CheckCase) =>
  texts.ofSources(ageKey, (parsed) =>
    parsed.numbers.filter(({ role }) => role === "age").map((number) => ({ parsed, number })),
  );

function ages(texts: CheckCase): Conflict[] {
  const given = texts.draft.numbers.filter(({ role }) => role === "age");
  if (given.length === 0) return [];
  const own = metadataAge(texts);
  const known = knownAges(texts);
  return given.flatMap((number) => {
    const age = daysOf(number);
    if (known.some((other) => sameAge(daysOf(other.number), age)) || (own !== null && sameAge(own, age)))
      return [];
    const [first] = known;
    const span = spanOf(texts.draft, number.first, number.last);
    if (first) {
      const wanted = quote(first.parsed, first.number.first, first.number.last);
      return [
        flag(
          span,
          `Source says ${wanted}.`,
          inPassage(first.parsed, first.number.first, first.number.last),
          wanted,
        ),
      ];
    }
    return own === null
      ? []
      : [flag(span, `The image says ${texts.input.metadata?.patientAge}.`, inMetadata("patientAge"), null)];
  });
}

/** "Elderly", "infant": age in years from a to b. */
function ageGroups(texts: CheckCase): Conflict[] {
  const groups = [...mentions(texts.draft, "ageGroup"), ...decades(texts.draft)];
  if (groups.length === 0) return [];
  const [known] = knownAges(texts);
  const own = metadataAge(texts);
  const age = known ? daysOf(known.number) : own;
  if (age === null) return [];
  return groups.flatMap(({ value, first, last }) => {
    const [from = 0, to = 0] = value.split("-").map(Number);
    const word = texts.draft.tokens[first]?.lower ?? "";
    const said = texts.sources.some(({ tokens }) => tokens.some(({ lower }) => lower === word));
    if (said || (age >= (from - 0.1) * 365 && age <= (to + 1) * 365)) return [];
    const span = spanOf(texts.draft, first, last);
    return [
      known
        ? flag(
            span,
            `Source says ${quote(known.parsed, known.number.first, known.number.last)}.`,
            inPassage(known.parsed, known.number.first, known.number.last),
            null,
          )
        : flag(span, `The image says ${texts.input.metadata?.patientAge}.`, inMetadata("patientAge"), null),
    ];
  });
}

/** "In his fifties", not "the 1980s". */
const decades = (parsed: ParsedText) =>
  mentions(parsed, "decade").filter(({ first }) =>
    parsed.tokens
      .slice(Math.max(0, first - 3), first)
      .some(({ lower }) => /^(?:his|her|their|early|mid|late|the|in)$/.test(lower)),
  );

/** Born at term or before it. */
function maturity({ draft, ofSources }: CheckCase): Conflict[] {
  const given = mentions(draft, "maturity");
  if (given.length === 0) return [];
  const known = ofSources(maturityKey, (parsed) =>
    mentions(parsed, "maturity")
      .filter(({ first }) => parsed.negated[first] !== 1)
      .map((mention) => ({ parsed, mention })),
  );
  const [other] = known;
  if (!other) return [];
  return given
    .filter(
      ({ value, first }) =>
        draft.negated[first] !== 1 && !known.some(({ mention }) => mention.value === value),
    )
    .map(({ first, last }) => {
      const { parsed, mention } = other;
      const wanted = quote(parsed, mention.first, mention.last);
      return flag(
        spanOf(draft, first, last),
        `Source says ${wanted}.`,
        inPassage(parsed, mention.first, mention.last),
        null,
      );
    });
}

function sexes(texts: CheckCase): Conflict[] {
  const given = sexMentions(texts.draft);
  if (given.length === 0) return [];
  const letter = texts.input.metadata?.patientSex?.trim().toUpperCase().charAt(0);
  const own = letter === "F" || letter === "M" ? letter : null;
  const known = texts.ofSources(sexKey, (parsed) =>
    sexMentions(parsed).map((mention) => ({ parsed, mention })),
  );
  if (own === null && known.length === 0) return [];
  return given.flatMap(({ value, first, last }) => {
    if (own === value || known.some(({ mention }) => mention.value === value)) return [];
    const [other] = known;
    const span = spanOf(texts.draft, first, last);
    if (other) {
      const wanted = quote(other.parsed, other.mention.first, other.mention.last);
      return [
        flag(
          span,
          `Source says ${wanted}.`,
          inPassage(other.parsed, other.mention.first, other.mention.last),
          null,
        ),
      ];
    }
    return [
      flag(
        span,
        `The patient is recorded as ${own === "F" ? "female" : "male"}.`,
        inMetadata("patientSex"),
        null,
      ),
    ];
  });
}

const relatives = /^(?:mother|father)$/;

function sexMentions(parsed: ParsedText) {
  return mentions(parsed, "sex").filter(({ first }) => !relatives.test(parsed.tokens[first]?.lower ?? ""));
}

function flag(
  span: { start: number; end: number },
  message: string,
  evidence: Conflict["evidence"],
  replacement: string | null,
): Conflict {
  return {
    kind: "demographics",
    ...span,
    message,
    evidence,
    exchange: null,
    fix: replacement === null ? null : { ...span, replacement },
  };
}
