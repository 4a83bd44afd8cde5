import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { type Claim, contextOf, nearest } from "../rules/compare-context";
import { inPassage, quote } from "../rules/conflict";
import { type Marker, markerClaims } from "../rules/marker-claims";
import { mentions, type ParsedText, phraseOf, spanOf, type Term } from "../rules/parsed-text";

const markerKey = Symbol("marker");

/** What an arrow, asterisk or circle points at. */
export const marker: ConsistencyCheck = {
  id: "marker",
  label: "Marker",
  find(texts) {
    const stated = markerClaims(texts, texts.draft);
    const given = stated.length > 0 ? stated : askedMarker(texts);
    if (given.length === 0) return [];
    const known = texts.ofSources(markerKey, (source) => markerClaims(texts, source));
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

/** "High DWI signal" */
const isOfImaging = (parsed: ParsedText, { first, last }: Term): boolean =>
  ["signalChannel", "signal", "sequence", "planeHead"].some((kind) =>
    mentions(parsed, kind).some((mention) => mention.first <= last && mention.last >= first),
  );

/** What the draft says the marker shows stands in the source, but in no part that the source gives to it. */
function headElsewhere(
  { sources, lexicon: { related } }: CheckCase,
  { parsed, value: { head } }: Claim<Marker>,
  own: readonly Claim<Marker>[],
): Claim<Marker> | null {
  const [first] = own;
  const named = head?.[0] && phraseOf(parsed, head[0].first)?.terms.at(-1);
  const isSaid = ({ id }: Term) =>
    sources.some(({ terms }) => terms.some((term) => term.id === id && term.weight >= 0.5));
  const told =
    head?.filter(
      (term) =>
        term.weight >= 0.5 &&
        (term.class !== "word" || (term === named && isSaid(term) && !isOfImaging(parsed, term))),
    ) ?? [];
  if (!first || told.length === 0) return null;
  const isSame = (a: Term, b: Term) =>
    a.id === b.id ||
    a.wider === b.id ||
    b.wider === a.id ||
    (related.get(a.id)?.has(b.id) ?? false) ||
    (related.get(b.id)?.has(a.id) ?? false);
  const stands = (terms: readonly Term[]) =>
    (head ?? []).some((term) => terms.some((other) => isSame(term, other)));
  const isOwn = own.some(({ parsed: source, value: { part } }) => {
    if (!part) return true;
    const [from, to] = part;
    return stands(source.terms.filter((term) => term.first >= from - 1 && term.last <= to + 1));
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
  const shown = claim.value.head?.[0];
  const text = (one: Claim<Marker>) => [...one.value.styles, one.value.shape].join(" ");
  return {
    kind: "marker",
    start: span.start,
    end: shown
      ? Math.max(
          span.end,
          spanOf(claim.parsed, shown.first, phraseOf(claim.parsed, shown.first)?.last ?? shown.last).end,
        )
      : span.end,
    message,
    evidence: inPassage(other.parsed, other.first, other.last),
    exchange: null,
    fix:
      text(claim) === text(other) || !mentions(claim.parsed, "markerShape").length
        ? null
        : { ...span, replacement: name(other) },
  };
}
