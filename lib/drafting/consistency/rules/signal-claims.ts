import { type Bearer, bearerOf } from "./bearers";
import type { CheckCase } from "./check-case";
import { type Claim, contextOf } from "./compare-context";
import { isVerb } from "./find-boundaries";
import { quantityOf } from "./measures";
import { mentions, type ParsedText, phraseOf, type Term } from "./parsed-text";

export interface Signal {
  readonly channel: string;
  readonly direction: string;
  /** T1, T2, ... for MR; null where nothing says. */
  readonly weighting: string | null;
  readonly bearer: Bearer;
}

/** Uptake and perfusion are one in a nuclear scan; hyperenhancing tissue is compared with what enhances, too. */
function channelName(texts: CheckCase, channel: string): string {
  if (channel === "adc") return "diff";
  if (channel === "perf") return isNuclear(texts) ? "nm" : "enhancement";
  return channel;
}

const isNuclear = ({ sources, input }: CheckCase): boolean =>
  /^(?:nm|pt|st)$/i.test(input.metadata?.Modality?.trim() ?? "") ||
  sources.some((source) =>
    mentions(source, "modality").some(({ value }) => /^(?:NM|PET|PETCT)$/.test(value)),
  );

type Add = (channel: string, direction: string, first: number, last: number) => void;

/** What a text says of signal, attenuation, echogenicity, uptake, diffusion and enhancement. */
export function signalClaims(texts: CheckCase, parsed: ParsedText): Claim<Signal>[] {
  const claims: Claim<Signal>[] = [];
  const add: Add = (channel, direction, first, last) => {
    const denied = parsed.negated[first] === 1 || hasDeniedSubject(parsed, first);
    if (denied && channel !== "enhancement" && direction !== "none") return;
    if (parsed.tokens.slice(Math.max(0, first - 4), first).some(({ lower }) => lower === "would")) return;
    const weighting = channel === "mr" || channel === "value" ? weightingAt(parsed, first, last) : null;
    if (channel === "value" && weighting !== "ADC") return;
    const isMap = weighting === "ADC";
    claims.push({
      value: {
        channel: channelName(texts, isMap ? "adc" : channel),
        direction: direction === "high" && isFaint(parsed, first) ? "some" : direction,
        weighting: isMap ? null : weighting,
        bearer: bearerOf(texts.lexicon, parsed, first, last),
      },
      parsed,
      first,
      last,
      context: contextOf(texts, parsed, first, last, { cut: 0.7 }),
    });
  };
  const isRead = (from: number, to: number) => claims.some(({ first, last }) => first <= to && last >= from);
  for (const { group, value, first, last } of mentions(parsed, "signal")) add(group, value, first, last);
  directed(parsed, isRead, add);
  for (const { channel, direction, first, last } of quantities(parsed))
    if (!isRead(first, last)) add(channel, direction, first, last);
  for (const term of parsed.terms) if (term.id === "enhancement") addEnhancement(parsed, term, add);
  for (const { value, first, last } of mentions(parsed, "signalTone")) {
    if (isRead(first, last) || isOfMarker(parsed, last)) continue;
    if (weightingAt(parsed, first) !== null || isMagnetic(texts, parsed)) add("mr", value, first, last);
    else if (/^us$/i.test(texts.input.metadata?.Modality?.trim() ?? "")) add("us", value, first, last);
  }
  for (const { channel, direction, first, last } of comparisons(parsed)) add(channel, direction, first, last);
  return claims;
}

/** "No other level is active" */
function hasDeniedSubject(parsed: ParsedText, at: number): boolean {
  const sentence = parsed.sentences[parsed.sentenceOf[at] ?? 0];
  const start = sentence?.first ?? 0;
  return (
    /^(?:no|none|neither)$/.test(parsed.tokens[start]?.lower ?? "") &&
    copula.test(parsed.tokens[at - 1]?.lower ?? "") &&
    (parsed.boundary[at] ?? 0) - (parsed.boundary[start] ?? 0) < 0.4
  );
}

/** "The black arrow" */
const isOfMarker = (parsed: ParsedText, last: number): boolean =>
  mentions(parsed, "markerShape").some(({ first }) => first > last && first - last <= 2);

/** "Mildly avid": neither high nor low. */
const isFaint = (parsed: ParsedText, at: number): boolean =>
  mentions(parsed, "faintly").some(({ last }) => last === at - 1);

/** A text about MR: a sequence is named in it, or the image is one. */
const isMagnetic = ({ input }: CheckCase, parsed: ParsedText): boolean =>
  /^mri?$/i.test(input.metadata?.Modality?.trim() ?? "") ||
  mentions(parsed, "sequence").some(({ group }) => group === "weight");

/** Density in Hounsfield units as a degree: near water and below it low, near calcium and blood high. */
export function densityClaims(texts: CheckCase, parsed: ParsedText): Claim<Signal>[] {
  return parsed.numbers
    .filter((number) => quantityOf(number) === "attenuation")
    .flatMap(({ values: [figure = 40], first, last }) => {
      const direction = figure <= 15 ? "low" : figure >= 65 ? "high" : null;
      if (direction === null) return [];
      const bearer = bearerOf(texts.lexicon, parsed, first, last);
      const context = contextOf(texts, parsed, first, last, { cut: 0.7 });
      return [{ value: { channel: "ct", direction, weighting: null, bearer }, parsed, first, last, context }];
    });
}

/** "High signal", "signal is low", "uptake increases": a channel and the direction beside it. */
function directed(parsed: ParsedText, isRead: (from: number, to: number) => boolean, add: Add): void {
  const channels = mentions(parsed, "signalChannel");
  for (const direction of [...mentions(parsed, "signalDirection"), ...mentions(parsed, "signalVerb")]) {
    if (isRead(direction.first, direction.last) || parsed.negated[direction.first] === 1) continue;
    const channel = channels.find(
      (mention) =>
        isTogether(parsed, direction.first, direction.last, mention.first, mention.last) &&
        !isRead(mention.first, mention.last) &&
        (mention.value !== "diff" || !isTone(parsed, direction.first)),
    );
    if (channel)
      add(
        channel.value,
        direction.value,
        Math.min(direction.first, channel.first),
        Math.max(direction.last, channel.last),
      );
  }
}

/** "Bright on diffusion imaging": how it looks there, not how water moves. */
const isTone = (parsed: ParsedText, at: number): boolean =>
  mentions(parsed, "signalTone").some(({ first }) => first === at);

/** "The N-acetylaspartate peak is reduced", "increased transit time": more or less of what has no channel of its own. */
function quantities(parsed: ParsedText) {
  return mentions(parsed, "quantityDirection").flatMap(({ value, first, last }) => {
    const phrase = phraseOf(parsed, first);
    const behind = phrase?.terms.filter((term) => term.first > last && term.weight >= 0.5) ?? [];
    const isPredicate = /^(?:is|are|was|were|not|markedly|slightly|clearly|also)$/.test(
      parsed.tokens[first - 1]?.lower ?? "",
    );
    const subject = parsed.phrases[(parsed.phraseAt[first] ?? 0) - 1];
    const before =
      isPredicate && subject && parsed.sentenceOf[subject.first] === parsed.sentenceOf[first]
        ? subject.terms.filter((term) => term.weight >= 0.5)
        : [];
    const heads = (behind.length > 0 ? behind : before).filter((term) => term.class === "word");
    return heads.map((head) => ({
      channel: `of ${head.id}`,
      direction: value,
      first: Math.min(first, head.first),
      last: Math.max(last, head.last),
    }));
  });
}

/** "Uptake exceeds that of the liver", "less active than the spleen": more or less than in another part. */
function comparisons(parsed: ParsedText) {
  return mentions(parsed, "moreOrLess").flatMap(({ value, first, last }) => {
    const sentence = parsed.sentenceOf[first];
    const isOfUptake = [...mentions(parsed, "signalChannel"), ...mentions(parsed, "signal")].some(
      (one) => parsed.sentenceOf[one.first] === sentence && (one.value === "nm" || one.group === "nm"),
    );
    const part = parsed.terms.find(
      (term) => term.first > last && term.first - last <= 4 && term.class === "anatomy",
    );
    return isOfUptake && part && parsed.sentenceOf[part.first] === sentence
      ? [{ channel: `than ${part.id}`, direction: value, first, last: part.last }]
      : [];
  });
}

/** Enhances, enhances strongly, weakly, not at all; "contrast-enhanced image" says nothing of a finding. */
function addEnhancement(parsed: ParsedText, term: Term, add: Add): void {
  const inName = ["sequence", "signal", "modality"].some((kind) =>
    mentions(parsed, kind).some(({ first, last }) => first <= term.first && last >= term.first),
  );
  if (inName) return;
  const beside = (kind: string) =>
    mentions(parsed, kind).some(
      ({ first, last }) =>
        (last >= term.first - 3 && first <= term.last + 3) || isPredicateOf(parsed, term, first),
    );
  const direction =
    parsed.negated[term.first] === 1
      ? "none"
      : beside("enhancesLess")
        ? "low"
        : beside("enhancesMore")
          ? "high"
          : "some";
  add("enhancement", direction, term.first, term.last);
}

/** "Enhancement of the loop is reduced" */
function isPredicateOf(parsed: ParsedText, { last }: Term, at: number): boolean {
  if (at <= last || at - last > 7 || parsed.sentenceOf[at] !== parsed.sentenceOf[last]) return false;
  const between = parsed.tokens.slice(last + 1, at).map(({ lower }) => lower);
  return (
    /^(?:of|in)$/.test(between[0] ?? "") &&
    between.filter((word) => copula.test(word)).length === 1 &&
    between.every((word) => !/^[,;.]$|^and$|^but$/.test(word))
  );
}

/** The direction within four words before its channel, right behind it, or behind it as a predicate. */
function isTogether(
  parsed: ParsedText,
  first: number,
  last: number,
  channelFirst: number,
  channelLast: number,
): boolean {
  if ((parsed.sentenceOf[first] ?? 0) !== (parsed.sentenceOf[channelFirst] ?? 0)) return false;
  const apart = Math.abs((parsed.boundary[first] ?? 0) - (parsed.boundary[channelFirst] ?? 0));
  if (apart >= 0.2) return false;
  if (channelFirst > last)
    return (
      channelFirst - last <= 4 &&
      !parsed.tokens.slice(last + 1, channelFirst).some((token) => isVerb(parsed.lexicon, token))
    );
  const between = parsed.tokens.slice(channelLast + 1, first).map(({ lower }) => lower);
  return (
    first > channelLast &&
    first - channelLast <= 6 &&
    (between.length === 0 || between.some((word) => copula.test(word)))
  );
}

const copula = /^(?:is|are|was|were|appears?|remains?|being|shows?|becomes?|became)$/;

/** The MR weighting a signal is spoken of: the nearest one in the clause, else in the sentence. */
function weightingAt(parsed: ParsedText, at: number, last = at): string | null {
  const sentence = parsed.sentenceOf[at];
  const named = mentions(parsed, "sequence").find(
    ({ group, first }) =>
      group === "weight" &&
      first > last &&
      first - last <= 4 &&
      /^(?:on|in|at)$/.test(parsed.tokens[last + 1]?.lower ?? "") &&
      parsed.sentenceOf[first] === sentence,
  );
  if (named) return named.value;
  let best: { value: string; distance: number } | null = null;
  for (const { group, value, first } of mentions(parsed, "sequence")) {
    if (group !== "weight" || parsed.sentenceOf[first] !== sentence) continue;
    const distance =
      Math.abs(first - at) + 12 * Math.abs((parsed.boundary[first] ?? 0) - (parsed.boundary[at] ?? 0));
    if (best === null || distance < best.distance) best = { value, distance };
  }
  return best?.value ?? null;
}
