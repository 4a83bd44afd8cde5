import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { type Claim, contextOf, nearest } from "../rules/compare-context";
import { inPassage, quote } from "../rules/conflict";
import { mentions, type ParsedText, spanOf, type Term } from "../rules/parsed-text";

interface Marker {
  readonly shape: string;
  readonly styles: readonly string[];
  /** From the first token to the last of what it shows. */
  readonly part?: readonly [number, number];
  /** What a verb behind it says it shows; null where no verb does. */
  readonly head: readonly Term[] | null;
}

/** What an arrow, asterisk or circle points at. */
export const marker: ConsistencyCheck = {
  id: "marker",
  label: "Marker",
  find(texts) {
    const stated = markerClaims(texts, texts.draft);
    const given = stated.length > 0 ? stated : askedMarker(texts);
    if (given.length === 0) return [];
    const known = texts.ofSources("marker", (source) => markerClaims(texts, source));
    if (known.length === 0) return [];
    return given.flatMap((claim) => judge(texts, claim, known));
  },
};

/** "What does the asterisk indicate?": all of the answer is given to the asterisk. */
function askedMarker(texts: CheckCase): Claim<Marker>[] {
  const { question, draft } = texts;
  const asked = question && /^(?:what|which)$/.test(question.tokens[0]?.lower ?? "");
  const [marker, ...others] = asked ? markerClaims(texts, question) : [];
  const last = draft.tokens.length - 1;
  if (!marker || others.length > 0 || last < 0) return [];
  const context = contextOf(texts, draft, 0, -1, { within: [0, last], cut: 0.3 });
  return [{ value: marker.value, parsed: draft, first: 0, last, context }];
}

function markerClaims(texts: CheckCase, parsed: ParsedText): Claim<Marker>[] {
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
    if (!phrase || phrase.first > to || (next > at && phrase.link !== ",")) break;
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
    return [Math.max(from, before ? before.last + 1 : from), bracketed - 1];
  }
  const passive = verbs.find((verb) => verb.value === "<" && verb.last < first && first - verb.last <= 3);
  const next = markers.find((other) => other.first > last && other.first <= to);
  const previous = markers.filter((other) => other.last < first && other.first >= from).at(-1);
  if (passive) return [previous ? Math.min(previous.last + 1, passive.first) : from, passive.first - 1];
  const active = verbs.find((verb) => verb.value === ">" && verb.first > last && verb.first - last <= 5);
  const end = next ? lastBefore(parsed, next.first) : to;
  if (active) return [active.last + 1, end];
  if (
    /^(?:at|near|beside|by|with|see|the|an?)$/.test(word(first - 1)) &&
    !active &&
    !speaksOn(parsed, last, end) &&
    first - from > 3
  )
    return [previous ? previous.last + 1 : from, first - 1];
  return [last + 1, end];
}

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

function fits(given: Marker, wanted: Marker): boolean {
  if (given.shape !== wanted.shape) return false;
  const [few, many] =
    given.styles.length <= wanted.styles.length
      ? [given.styles, wanted.styles]
      : [wanted.styles, given.styles];
  return few.every((style) => many.includes(style));
}

function judge(texts: CheckCase, claim: Claim<Marker>, known: readonly Claim<Marker>[]): Conflict[] {
  const exact = known.filter(
    ({ value }) => value.shape === claim.value.shape && value.styles.join() === claim.value.styles.join(),
  );
  const isFit = (value: Marker) =>
    exact.length > 0 ? exact.some((other) => other.value === value) : fits(claim.value, value);
  const alike =
    claim.value.shape === "panel" || claim.value.shape === "letter"
      ? known.filter(({ value }) => value.shape === claim.value.shape)
      : known.filter(({ value }) => value.shape !== "panel" && value.shape !== "letter");
  if (alike.length === 0 || (claim.value.shape === "panel" && !alike.some(({ value }) => isFit(value))))
    return [];
  const { agree, conflict } = nearest(claim, alike, (_given, wanted) => isFit(wanted));
  const elsewhere = headElsewhere(
    texts,
    claim,
    alike.filter(({ value }) => isFit(value)),
  );
  if (elsewhere)
    return [conflictOf(claim, elsewhere, `Source gives the ${name(elsewhere)} to something else.`)];
  const hasOwn = alike.some(({ value }) => isFit(value));
  if (conflict && conflict.near > Math.max(0.12, agree * 1.3))
    return [conflictOf(claim, conflict.claim, `Source gives this to the ${name(conflict.claim)}.`)];
  if (!hasOwn && conflict) return [conflictOf(claim, conflict.claim, `The source has no ${name(claim)}.`)];
  if (hasOwn && agree < 0.06 && speaksOfSource(texts, claim)) {
    const own = known.find(({ value }) => isFit(value));
    if (own) return [conflictOf(claim, own, `Source gives the ${name(own)} to something else.`)];
  }
  return [];
}

/** What the draft says the marker shows stands in the source, but in no part that the source gives to it. */
function headElsewhere(
  { sources, lexicon: { related } }: CheckCase,
  { value: { head } }: Claim<Marker>,
  own: readonly Claim<Marker>[],
): Claim<Marker> | null {
  const [first] = own;
  const told = head?.filter((term) => term.weight >= 0.5 && term.class !== "word") ?? [];
  if (!first || told.length === 0) return null;
  const isSame = (a: Term, b: Term) =>
    a.id === b.id ||
    a.wider === b.id ||
    b.wider === a.id ||
    (related.get(a.id)?.has(b.id) ?? false) ||
    (related.get(b.id)?.has(a.id) ?? false);
  const stands = (terms: readonly Term[]) => told.some((term) => terms.some((other) => isSame(term, other)));
  const isOwn = own.some(({ parsed, value: { part } }) => {
    if (!part) return true;
    const [from, to] = part;
    return stands(parsed.terms.filter((term) => term.first >= from - 1 && term.last <= to + 1));
  });
  const isKnown = told.every((term) => sources.some(({ terms }) => terms.some(({ id }) => id === term.id)));
  return !isOwn && isKnown ? first : null;
}

/** Most of what the draft gives to the marker stands in the source, elsewhere. */
function speaksOfSource(texts: CheckCase, claim: Claim<Marker>): boolean {
  const ids = [...claim.context.terms].filter(
    ([id, weight]) => weight > 0.4 && !id.startsWith("side ") && !id.startsWith("level "),
  );
  return ids.length > 0 && ids.filter(([id]) => texts.sourceTerms.has(id)).length >= ids.length / 2;
}

const name = (claim: Claim<Marker>) => quote(claim.parsed, claim.first, claim.last);

function conflictOf(claim: Claim<Marker>, other: Claim<Marker>, message: string): Conflict {
  const span = spanOf(claim.parsed, claim.first, claim.last);
  const text = (one: Claim<Marker>) => [...one.value.styles, one.value.shape].join(" ");
  return {
    kind: "marker",
    ...span,
    message,
    evidence: inPassage(other.parsed, other.first, other.last),
    exchange: null,
    fix:
      text(claim) === text(other) || !mentions(claim.parsed, "markerShape").length
        ? null
        : { ...span, replacement: name(other) },
  };
}
