import type { CheckCase, Conflict } from "./check-case";
import { type Claim, contextOf, nearest } from "./compare-context";
import { inPassage, quote } from "./conflict";
import { quantityOf } from "./measures";
import { type NumberMention, type ParsedText, spanOf } from "./parsed-text";

const timingKey = Symbol("timing");

const earlier = /^(?:ago|earlier|previously|before|baseline|initially)$/;
const compared = /^(?:previously|formerly|initially|compared|against|prior|was)$/;

const moreThan = /^(?:more|larger|bigger|wider|longer|higher|greater|thicker)$/;
const lessThan = /^(?:less|smaller|narrower|shorter|lower|thinner)$/;

/** Two figures of one sentence at two times, and whether the later is more, less or the same. */
export function figuresInTime(parsed: ParsedText): { value: string; first: number; last: number }[] {
  const found: { value: string; first: number; last: number }[] = [];
  const word = (at: number) => parsed.tokens[at]?.lower ?? "";
  const figure = (number: NumberMention, index = 0) =>
    (number.values[index] ?? 0) * (number.unit?.factor ?? 1);
  const add = (before: number, after: number, first: number, last: number) => {
    if (after !== before && Math.abs(after - before) <= 0.05 * Math.max(after, before)) return;
    found.push({ value: after > before ? "up" : after < before ? "down" : "same", first, last });
  };
  parsed.numbers.forEach((number, index) => {
    if (number.role !== "measure") return;
    if (word(number.first - 1) === "from" && number.values.length === 2)
      add(figure(number), figure(number, 1), number.first, number.last);
    const end = word(number.last + 2) === "than" ? word(number.last + 1) : "";
    const more = moreThan.test(end) ? "up" : lessThan.test(end) ? "down" : null;
    if (more !== null && speaksOfBefore(parsed, number))
      found.push({ value: more, first: number.first, last: number.last + 2 });
    const next = parsed.numbers[index + 1];
    if (
      next?.role !== "measure" ||
      quantityOf(next) !== quantityOf(number) ||
      parsed.sentenceOf[next.first] !== parsed.sentenceOf[number.first]
    )
      return;
    if (word(number.first - 1) === "from" && word(next.first - 1) === "to")
      add(figure(number), figure(next), number.first, next.last);
    else if (isEarlier(parsed, number, next)) add(figure(next), figure(number), number.first, next.last);
  });
  return [...found, ...figuresBeforeAndNow(parsed)];
}

/** "The aneurysm measures 61 mm. One year earlier the diameter was 54 mm.", "was 41 mm before treatment and is now 18 mm". */
function figuresBeforeAndNow(parsed: ParsedText): { value: string; first: number; last: number }[] {
  const single = parsed.numbers.filter(({ role, values }) => role === "measure" && values.length === 1);
  return single.flatMap((then, index) => {
    if (!speaksOfBefore(parsed, then)) return [];
    const isNow = (other: NumberMention | undefined) =>
      other !== undefined && quantityOf(other) === quantityOf(then) && !speaksOfBefore(parsed, other);
    const now =
      [single[index - 1], single[index + 1]].find(
        (other) =>
          isNow(other) &&
          (parsed.sentenceOf[other?.first ?? 0] ?? 0) - (parsed.sentenceOf[then.first] ?? 0) <= 0 &&
          (parsed.sentenceOf[then.first] ?? 0) - (parsed.sentenceOf[other?.first ?? 0] ?? 0) <= 1,
      ) ?? single.find((other) => isNow(other) && hasOneFinding(parsed, other, then));
    if (!now) return [];
    const [a, b] = [then, now].map(({ values, unit }) => (values[0] ?? 0) * (unit?.factor ?? 1)) as [
      number,
      number,
    ];
    const value = b > a ? "up" : b < a ? "down" : "same";
    return [{ value, first: Math.min(then.first, now.first), last: Math.max(then.last, now.last) }];
  });
}

/** The same finding stands beside both figures: "an aneurysm of 68 mm", and two sentences on "the aneurysm measured 61 mm". */
function hasOneFinding(parsed: ParsedText, one: NumberMention, other: NumberMention): boolean {
  const near = ({ first }: NumberMention) =>
    (parsed.termsOf[parsed.sentenceOf[first] ?? 0] ?? []).filter(
      (term) =>
        term.class === "finding" &&
        term.first < first &&
        (parsed.boundary[first] ?? 0) - (parsed.boundary[term.first] ?? 0) < 0.34,
    );
  const then = near(other);
  return near(one).some(({ id }) => then.some((term) => term.id === id));
}

/** The clause of a figure tells of an earlier time. */
function speaksOfBefore(parsed: ParsedText, { first, last }: NumberMention): boolean {
  const apart = (at: number) => Math.abs((parsed.boundary[at] ?? 0) - (parsed.boundary[first] ?? 0));
  return parsed.tokens.some(
    ({ lower }, at) =>
      parsed.sentenceOf[at] === parsed.sentenceOf[first] &&
      apart(at) < 0.34 &&
      (earlier.test(lower) ||
        /^(?:previously|formerly|initially)$/.test(lower) ||
        (lower === "had" && parsed.tokens[at + 1]?.lower === "been")) &&
      !(/^before$/.test(lower) && at < first && at > last),
  );
}

function isEarlier(parsed: ParsedText, number: NumberMention, next: NumberMention): boolean {
  const words = (from: number, to: number) => parsed.tokens.slice(from, to).map(({ lower }) => lower);
  return (
    words(next.last + 1, next.last + 9).some((word) => earlier.test(word)) ||
    words(Math.max(number.last + 1, next.first - 4), next.first).some((word) => compared.test(word))
  );
}

interface Timing {
  readonly relation: "before" | "after";
  readonly event: string;
}

const after = /^(?:after|following|since)$/;
const before = /^before$/;

/** "Compared with the scan before surgery": which examination, not when something was found. */
const tellsExamination = ({ tokens }: ParsedText, at: number): boolean =>
  [1, 2].some((back) =>
    /^(?:examination|exam|scan|study|film|image|radiograph|mri|ct|pet|mammogram|one|that)$/.test(
      tokens[at - back]?.form ?? "",
    ),
  );

/** "After plate fixation", "prior to surgery": a relation and the event it is to. */
function timings(texts: CheckCase, parsed: ParsedText): Claim<Timing>[] {
  return parsed.tokens.flatMap(({ lower }, at): Claim<Timing>[] => {
    const isPrior = lower === "prior" && parsed.tokens[at + 1]?.lower === "to";
    const relation = after.test(lower) ? "after" : before.test(lower) || isPrior ? "before" : null;
    if (!relation || tellsExamination(parsed, at)) return [];
    const phrase = parsed.phrases.find(
      ({ first, last }) => last > at && first - at <= 3 && parsed.sentenceOf[first] === parsed.sentenceOf[at],
    );
    const event = phrase?.terms.at(-1);
    if (!phrase || !event || phrase.first <= at || parsed.tokens[phrase.first]?.number !== null) return [];
    const context = contextOf(texts, parsed, at, phrase.last, { cut: 0.5, without: phrase.terms });
    return [{ value: { relation, event: event.id }, parsed, first: at, last: phrase.last, context }];
  });
}

/** What the source tells of the time after an event, put before it, or the other way round. */
export function timingConflicts(texts: CheckCase): Conflict[] {
  const given = timings(texts, texts.draft);
  if (given.length === 0) return [];
  const known = texts.ofSources(timingKey, (source) => timings(texts, source));
  return given.flatMap((claim): Conflict[] => {
    const isKnownEvent = known.some(({ value }) => value.event === claim.value.event);
    if (!isKnownEvent) return [];
    const { agree, conflict } = nearest(claim, known, (one, other) => one.relation === other.relation);
    if (!conflict || conflict.near < 0.4 || agree * 1.8 > conflict.near) return [];
    const { claim: other } = conflict;
    return [
      {
        kind: "temporal",
        ...spanOf(claim.parsed, claim.first, claim.last),
        message: `Source says ${quote(other.parsed, other.first, other.last)}.`,
        evidence: inPassage(other.parsed, other.first, other.last),
        exchange: { given: claim.value.relation, wanted: other.value.relation },
        fix: null,
      },
    ];
  });
}
