import type { CheckCase } from "./check-case";
import { type Claim, contextOf } from "./compare-context";
import { mentions, type ParsedText, type Term } from "./parsed-text";

/** An arrow, letter or panel, and what a text gives to it. */
export interface Marker {
  readonly shape: string;
  readonly styles: readonly string[];
  /** From the first token to the last of what it shows. */
  readonly part?: readonly [number, number];
  /** What a verb behind it says it shows; null where no verb does. */
  readonly head: readonly Term[] | null;
}

/** The markers of a text with what each shows. */
export function markerClaims(texts: CheckCase, parsed: ParsedText): Claim<Marker>[] {
  const claims: Claim<Marker>[] = [];
  const shapes = mentions(parsed, "markerShape");
  for (const { value: shape, first: noun, last } of shapes) {
    let first = noun;
    const styles: string[] = [];
    for (let at = noun - 1; at >= noun - 4 && at >= 0; at -= 1) {
      const style = ["colour", "markerStyle"]
        .flatMap((kind) => mentions(parsed, kind))
        .find((mention) => mention.first <= at && mention.last >= at);
      if (!style) break;
      styles.push(style.value);
      first = style.first;
    }
    if (/^(?:circle|box|ellipse)$/.test(shape) && parsed.tokens[noun]?.lower === "ellipse") continue;
    if (isNamedShape(parsed, noun, last)) continue;
    const within = markedPart(parsed, first, last);
    const context = contextOf(texts, parsed, first, last, { within, cut: 0.8 });
    const head = headOf(parsed, last, within);
    claims.push({
      value: { shape, styles: styles.sort(), part: within, head },
      parsed,
      first,
      last,
      context,
    });
  }
  return [...claims, ...letterClaims(texts, parsed), ...panelClaims(texts, parsed)];
}

/** "Codman triangle", "star-shaped", "ring sign": the name of a finding. */
const isNamedShape = (parsed: ParsedText, first: number, last: number): boolean =>
  /^(?:codman|codmans|kager|calot|hesselbach)$/.test(parsed.tokens[first - 1]?.lower ?? "") ||
  /^(?:shaped|like|sign|appearance|of|shape)$/.test(parsed.tokens[last + 1]?.lower ?? "");

/** "The asterisk marks the artery": the first telling phrase behind the verb. */
function headOf(
  parsed: ParsedText,
  last: number,
  [from, to]: readonly [number, number],
): readonly Term[] | null {
  if (from <= last || !mentions(parsed, "markerVerb").some((verb) => verb.first > last && verb.last < from))
    return null;
  if (/^(?:[,.;:)]|and|but|which|while)$/.test(parsed.tokens[from]?.lower ?? ".")) return null;
  const at = parsed.phrases.findIndex(
    (phrase) => phrase.last >= from && phrase.first <= to && phrase.terms.length > 0,
  );
  const head: Term[] = [];
  for (let next = at; next >= 0 && next < parsed.phrases.length; next += 1) {
    const phrase = parsed.phrases[next];
    if (!phrase || phrase.first > to || (next > at && phrase.link !== "," && phrase.link !== "of")) break;
    head.push(...phrase.terms);
  }
  return head;
}

/** "A simple cyst (C)", "C marks the mass", "the letter c denotes the disc". */
function letterClaims(texts: CheckCase, parsed: ParsedText): Claim<Marker>[] {
  const word = (at: number) => parsed.tokens[at]?.lower ?? "";
  return parsed.tokens.flatMap(({ lower, start }, at): Claim<Marker>[] => {
    if (!/^[a-z]$/.test(lower)) return [];
    const starts = parsed.sentences.some(({ first }) => first === at - 1) || /^[:;]$/.test(word(at - 2));
    const inBracket = word(at - 1) === "(" && word(at + 1) === ")" && !starts;
    const isCapital = /^\p{Lu}/u.test(parsed.text.slice(start));
    const isMarking = mentions(parsed, "markerVerb").some(
      (verb) => verb.value === ">" && verb.first === at + 1,
    );
    const named = /^(?:letter|labeled|labelled|marked)$/.test(word(at - 1)) || (isCapital && isMarking);
    if (!inBracket && !named) return [];
    const isPassive = /^(?:labeled|labelled|marked)$/.test(word(at - 1));
    const first = parsed.sentences[parsed.sentenceOf[at] ?? 0]?.first ?? 0;
    const within = isPassive ? ([Math.max(first, at - 9), at - 2] as const) : markedPart(parsed, at, at);
    return [
      {
        value: { shape: "letter", styles: [lower], part: within, head: headOf(parsed, at, within) },
        parsed,
        first: at,
        last: at,
        context: contextOf(texts, parsed, at, at, { within, cut: 0.8 }),
      },
    ];
  });
}

/** "(b) Coronal image ...", "panel B shows ...": what each panel holds, up to the next one. */
function panelClaims(texts: CheckCase, parsed: ParsedText): Claim<Marker>[] {
  const found: { letter: string; first: number; last: number; leads: boolean }[] = [];
  const word = (at: number) => parsed.tokens[at]?.lower ?? "";
  parsed.tokens.forEach((_token, at) => {
    const named = /^(?:panel|image|figure|fig)$/.test(parsed.tokens[at]?.form ?? "");
    const bracket = word(at) === "(" && /^[a-h]$/.test(word(at + 1)) && word(at + 2) === ")";
    const before = word(at - 1);
    const starts = parsed.sentences.some(({ first }) => first === at) || /^(?:[:;,.]|and)$/.test(before);
    if (bracket)
      found.push({
        letter: word(at + 1),
        first: at,
        last: at + 2,
        leads: starts || /^(?:panel|image|figure|in)$/.test(before),
      });
    else if (named && /^[a-h]$/.test(word(at + 1)))
      found.push({ letter: word(at + 1), first: at, last: at + 1, leads: true });
    else if (
      parsed.tokens[at]?.form === "panel" &&
      /^(?:left|right|upper|lower|top|bottom|middle)$/.test(before)
    )
      found.push({ letter: before, first: at - 1, last: at, leads: true });
  });
  if (found.length === 0) return [];
  return found.flatMap(({ letter, first, last, leads }, index) => {
    if (!leads) return [];
    const sentence = parsed.sentences[parsed.sentenceOf[last] ?? 0];
    const next = found[index + 1];
    const end = Math.min(sentence?.last ?? last, next ? next.first - 1 : Number.MAX_SAFE_INTEGER);
    const context = contextOf(texts, parsed, first, last, { within: [last + 1, end], cut: 0.4 });
    return context.terms.size === 0
      ? []
      : [{ value: { shape: "panel", styles: [letter], head: null }, parsed, first, last, context }];
  });
}

/** The words that a marker belongs to: before it when in brackets or behind "by"; after it when it is the subject. */
function markedPart(parsed: ParsedText, first: number, last: number): readonly [number, number] {
  const sentence = parsed.sentences[parsed.sentenceOf[first] ?? 0];
  const [from, to] = [sentence?.first ?? 0, sentence?.last ?? last];
  const word = (at: number) => parsed.tokens[at]?.lower ?? "";
  const markers = mentions(parsed, "markerShape");
  const verbs = mentions(parsed, "markerVerb");
  const bracketed = openBracket(parsed, first, from);
  if (bracketed !== null) {
    const before = markers.filter((other) => other.last < bracketed && other.first >= from).at(-1);
    const closed = parsed.tokens.slice(0, bracketed).findLastIndex(({ lower }) => lower === ")");
    return [Math.max(from, before ? before.last + 1 : from, closed + 1), bracketed - 1];
  }
  const passive = verbs.find((verb) => verb.value === "<" && verb.last < first && first - verb.last <= 3);
  const next = markers.find((other) => other.first > last && other.first <= to);
  const previous = markers.filter((other) => other.last < first && other.first >= from).at(-1);
  if (passive) return [previous ? Math.min(previous.last + 1, passive.first) : from, passive.first - 1];
  const active = verbs.find((verb) => verb.value === ">" && verb.first > last && verb.first - last <= 5);
  const end = next ? lastBefore(parsed, next.first) : to;
  if (active) return [active.last + 1, end];
  const link = /^(?:the|an?)$/.test(word(first - 1)) ? word(first - 2) : word(first - 1);
  const led = word(first - (link === word(first - 1) ? 2 : 3));
  if (
    /^(?:at|near|beside|by)$/.test(link) &&
    !/^(?:,|and|one|or|;)$/.test(led) &&
    !active &&
    tellsBefore(parsed, from, first)
  )
    return [previous ? previous.last + 1 : from, first - 1];
  if (
    /^(?:at|near|beside|by|with|see|the|an?)$/.test(word(first - 1)) &&
    !active &&
    !speaksOn(parsed, last, end) &&
    first - from > 3
  )
    return [previous ? previous.last + 1 : from, first - 1];
  return [last + 1, end];
}

const tellsBefore = (parsed: ParsedText, from: number, to: number): boolean =>
  parsed.terms.some((term) => term.first >= from && term.last < to && term.weight >= 0.8);

/** "... and the open arrow a vertical tear": what the marker shows follows without a verb. */
function speaksOn(parsed: ParsedText, last: number, end: number): boolean {
  return parsed.terms.some(
    (term) => term.first > last && term.first <= Math.min(end, last + 5) && term.weight >= 0.5,
  );
}

function openBracket(parsed: ParsedText, first: number, from: number): number | null {
  for (let at = first - 1; at >= from && first - at <= 8; at -= 1) {
    const word = parsed.tokens[at]?.lower ?? "";
    if (word === ")") return null;
    if (word === "(" || word === "[") return at;
  }
  return null;
}

/** Where the clause before the next marker ends: at its last comma, "and" or bracket. */
function lastBefore(parsed: ParsedText, next: number): number {
  for (let at = next - 1; at > next - 5; at -= 1)
    if (/^(?:and|,|;|\(|while|whereas)$/.test(parsed.tokens[at]?.lower ?? "")) return at;
  return next - 1;
}
