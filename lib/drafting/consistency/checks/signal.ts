import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { type Claim, contextOf, hostsOf, nearest, shareTerm } from "../rules/compare-context";
import { inPassage, quote } from "../rules/conflict";
import { measureClaims } from "../rules/measure-claims";
import { quantityOf } from "../rules/measures";
import { mentions, type ParsedText, phraseOf, spanOf, type Term } from "../rules/parsed-text";
import { isFraming } from "../rules/strangeness";

interface Signal {
  readonly channel: string;
  readonly direction: string;
  /** T1, T2, ... for MR; null where nothing says. */
  readonly weighting: string | null;
}

/** High against low: signal, attenuation, echogenicity, uptake, diffusion. */
export const signal: ConsistencyCheck = {
  id: "signal",
  label: "Signal",
  find(texts, earlier) {
    const given = signalClaims(texts, texts.draft);
    const known = texts.ofSources("signal", (source) => signalClaims(texts, source));
    return [...given.flatMap((claim) => judge(claim, known)), ...attenuationSigns(texts)].map((conflict) => ({
      ...conflict,
      replaces: earlier.filter(
        ({ kind, start, end }) => kind === "severity" && start < conflict.end && end > conflict.start,
      ),
    }));
  },
};

/** Hyperenhancing tissue is compared with what enhances, too. */
const channelName = (channel: string) =>
  channel === "adc" ? "diff" : channel === "perf" ? "enhancement" : channel;

function signalClaims(texts: CheckCase, parsed: ParsedText): Claim<Signal>[] {
  const claims: Claim<Signal>[] = [];
  const add = (channel: string, direction: string, first: number, last: number) => {
    if (parsed.negated[first] === 1 && channel !== "enhancement" && direction !== "none") return;
    if (parsed.tokens.slice(Math.max(0, first - 4), first).some(({ lower }) => lower === "would")) return;
    const weighting = channel === "mr" ? weightingAt(parsed, first) : null;
    claims.push({
      value: { channel: channelName(channel), direction, weighting },
      parsed,
      first,
      last,
      context: contextOf(texts, parsed, first, last, { cut: 0.7 }),
    });
  };
  for (const { group, value, first, last } of mentions(parsed, "signal")) add(group, value, first, last);
  const channels = mentions(parsed, "signalChannel");
  for (const direction of mentions(parsed, "signalDirection")) {
    const channel = channels.find((mention) =>
      isTogether(parsed, direction.first, direction.last, mention.first, mention.last),
    );
    if (
      !channel ||
      mentions(parsed, "signal").some(
        ({ first, last }) => first <= direction.first && last >= direction.first,
      )
    )
      continue;
    add(
      channel.value,
      direction.value,
      Math.min(direction.first, channel.first),
      Math.max(direction.last, channel.last),
    );
  }
  for (const { channel, direction, first, last } of quantities(parsed))
    if (!claims.some((claim) => claim.first <= last && claim.last >= first))
      add(channel, direction, first, last);
  for (const term of parsed.terms) if (term.id === "enhancement") addEnhancement(parsed, term, add);
  for (const { value, first, last } of mentions(parsed, "signalTone"))
    if (
      weightingAt(parsed, first) !== null &&
      !claims.some((claim) => claim.first <= first && claim.last >= last)
    )
      add(weightingAt(parsed, first) === "ADC" ? "adc" : "mr", value, first, last);
  return claims;
}

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

/** Enhances, enhances strongly, weakly, not at all; "contrast-enhanced image" says nothing of a finding. */
function addEnhancement(
  parsed: ParsedText,
  term: Term,
  add: (channel: string, direction: string, first: number, last: number) => void,
): void {
  const inName = ["sequence", "signal", "modality"].some((kind) =>
    mentions(parsed, kind).some(({ first, last }) => first <= term.first && last >= term.first),
  );
  if (inName) return;
  const around = parsed.tokens.slice(Math.max(0, term.first - 3), term.last + 4).map(({ lower }) => lower);
  const weak = around.some((word) =>
    /^(?:reduced|decreased|poor|poorly|weak|weaker|weakly|less|hypo|diminished|faint|faintly)$/.test(word),
  );
  const strong = around.some((word) =>
    /^(?:avid|avidly|intense|intensely|strong|strongly|more|marked|markedly|vivid|vividly|increased|brisk|briskly)$/.test(
      word,
    ),
  );
  const direction = parsed.negated[term.first] === 1 ? "none" : weak ? "low" : strong ? "high" : "some";
  add("enhancement", direction, term.first, term.last);
}

/** "high T2 signal", "signal is low": the direction within four words before its noun, or behind it as a predicate. */
function isTogether(
  parsed: ParsedText,
  first: number,
  last: number,
  channelFirst: number,
  channelLast: number,
): boolean {
  if ((parsed.sentenceOf[first] ?? 0) !== (parsed.sentenceOf[channelFirst] ?? 0)) return false;
  const apart = Math.abs((parsed.boundary[first] ?? 0) - (parsed.boundary[channelFirst] ?? 0));
  if (channelFirst > last) return channelFirst - last <= 4 && apart < 0.2;
  const between = parsed.tokens.slice(channelLast + 1, first).map(({ lower }) => lower);
  return (
    first - channelLast <= 6 &&
    first > channelLast &&
    apart < 0.2 &&
    between.some((word) => /^(?:is|are|was|were|appears?|remains?|being|shows?)$/.test(word))
  );
}

/** The MR weighting a signal is spoken of: the nearest one in the clause, else in the sentence. */
function weightingAt(parsed: ParsedText, at: number): string | null {
  const sentence = parsed.sentenceOf[at];
  const distance = (first: number) =>
    Math.abs(first - at) + 12 * Math.abs((parsed.boundary[first] ?? 0) - (parsed.boundary[at] ?? 0));
  const weightings = mentions(parsed, "sequence")
    .filter(({ group, first }) => group === "weight" && parsed.sentenceOf[first] === sentence)
    .sort((a, b) => distance(a.first) - distance(b.first));
  return weightings[0]?.value ?? null;
}

function judge(claim: Claim<Signal>, known: readonly Claim<Signal>[]): Conflict[] {
  const alike = known.filter(
    ({ value }) =>
      value.channel === claim.value.channel &&
      (value.weighting === null ||
        claim.value.weighting === null ||
        value.weighting === claim.value.weighting),
  );
  const isSpokenOf =
    bearers(claim).length > 0 && alike.some((other) => bearers(other).length > 0 && !isOfOther(claim, other));
  const { agree, conflict } = nearest(claim, alike, (given, wanted, other) => {
    const same =
      given.direction === wanted.direction ||
      (given.direction === "some" && wanted.direction !== "none") ||
      (wanted.direction === "some" && given.direction !== "none") ||
      (given.direction === "low" && wanted.direction === "none") ||
      (given.direction === "none" && wanted.direction === "low");
    if (!isOfOther(claim, other)) return same;
    return same && !isSpokenOf ? same : null;
  });
  const isOnlyOne = alike.every(({ value }) => value.direction === alike[0]?.value.direction);
  const least = agree > 0 ? 0.3 : isOnlyOne ? 0.03 : 0.1;
  if (!conflict || conflict.near < least || agree * 1.6 > conflict.near) return [];
  if (claim.value.direction === "some" && agree * 2.5 > conflict.near) return [];
  const other = conflict.claim;
  const wanted = quote(other.parsed, other.first, other.last);
  const span = spanOf(claim.parsed, claim.first, claim.last);
  return [
    {
      kind: isPresence(claim, other) ? "negation" : "signal",
      ...span,
      message: `Source says ${wanted}.`,
      evidence: inPassage(other.parsed, other.first, other.last),
      exchange: { given: claim.value.direction, wanted: other.value.direction },
      fix: { ...span, replacement: wanted },
    },
  ];
}

/** "Enhances" against "does not enhance": whether, not how much. */
const isPresence = (given: Claim<Signal>, wanted: Claim<Signal>): boolean => {
  const none = [given, wanted].map(
    ({ value }) => value.channel === "enhancement" && value.direction === "none",
  );
  const denied = [given, wanted].map(({ parsed, first }) =>
    /^(?:not|no|non)$/.test(parsed.tokens[first]?.lower ?? ""),
  );
  return none[0] !== none[1] || denied[0] !== denied[1];
};

/** Both name what has the signal, and it is not one thing: the marrow and the line across it. */
function isOfOther(claim: Claim<Signal>, other: Claim<Signal>): boolean {
  const [own, others] = [bearers(claim), bearers(other)];
  return own.length > 0 && others.length > 0 && !shareTerm(own, others);
}

/** The head of the phrase that a signal word stands in or before, else the subject it is said of. */
function bearers({ parsed, first, last }: Claim<Signal>): Term[] {
  const phrase = phraseOf(parsed, last);
  const behind = phrase?.terms.filter((term) => term.first > last && term.weight >= 0.3) ?? [];
  const head = behind.at(-1);
  const hung = hungOn(parsed, last)?.terms ?? [];
  if (head || hung.length > 0) return [...(head ? [head] : []), ...hung];
  return hostsOf(parsed, first, last, 4).filter((term) => term.first < first && !isFraming(parsed, term));
}

const hungOn = (parsed: ParsedText, at: number) => {
  const own = parsed.phraseAt[at] ?? -1;
  const next = own < 0 ? undefined : parsed.phrases[own + 1];
  return next?.before === parsed.phrases[own] && /^(?:of|in|within)$/.test(next?.link ?? "")
    ? next
    : undefined;
};

/** Hounsfield units with the sign lost: 45 HU for -45 HU. */
function attenuationSigns(texts: CheckCase): Conflict[] {
  const known = texts.sources
    .flatMap((source) => measureClaims(texts, source))
    .filter(({ value }) => quantityOf(value) === "attenuation");
  return measureClaims(texts, texts.draft)
    .filter(({ value }) => quantityOf(value) === "attenuation")
    .flatMap((claim) => {
      const figure = claim.value.values[0] ?? 0;
      if (figure === 0 || known.some(({ value }) => value.values.includes(figure))) return [];
      const other = known.find(({ value }) => value.values.includes(-figure));
      if (!other) return [];
      const wanted = quote(other.parsed, other.first, other.last);
      const span = spanOf(claim.parsed, claim.first, claim.last);
      return [
        {
          kind: "signal" as const,
          ...span,
          message: `Source says ${wanted}.`,
          evidence: inPassage(other.parsed, other.first, other.last),
          exchange: null,
          fix: { ...span, replacement: wanted },
        },
      ];
    });
}
