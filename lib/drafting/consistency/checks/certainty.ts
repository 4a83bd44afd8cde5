import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { inPassage, quote } from "../rules/conflict";
import { mentions, type ParsedText, spanOf, type Term, type ValueMention } from "../rules/parsed-text";

/** Supposed against certain: "may represent" made "is definite", or a plain statement made a guess. */
export const certainty: ConsistencyCheck = {
  id: "certainty",
  label: "Certainty",
  find(texts) {
    const conflicts: Conflict[] = [];
    for (const term of texts.draft.terms) {
      if (term.weight < 0.5 || texts.draft.negated[term.first] === 1) continue;
      const conflict = judge(texts, term);
      if (conflict && !conflicts.some(({ start, end }) => start === conflict.start && end === conflict.end))
        conflicts.push(conflict);
    }
    return conflicts;
  },
};

function said(texts: CheckCase, term: Term): { parsed: ParsedText; term: Term; level: number }[] {
  return texts.sources.flatMap((parsed) =>
    parsed.terms
      .filter((other) => other.id === term.id && parsed.negated[other.first] !== 1)
      .map((other) => ({ parsed, term: other, level: parsed.certainty[other.first] ?? -1 })),
  );
}

function judge(texts: CheckCase, term: Term): Conflict | null {
  const own = texts.draft.certainty[term.first] ?? -1;
  const places = said(texts, term);
  if (places.length === 0) return null;
  const levels = places.map(({ level }) => (level === -1 ? 2 : level));
  const surest = Math.max(...levels);
  const hedge = hedgeOf(texts.draft, term, own);
  const overstated =
    (own === 3 && surest <= 1) ||
    (own === 2 && surest === 0 && isDiagnosis(term)) ||
    (own === -1 && surest === 0 && isMainClaim(texts, term));
  const doubted =
    own >= 0 &&
    own <= 1 &&
    Math.min(...levels) >= 2 &&
    hedge !== null &&
    term.first - hedge.last <= 4 &&
    !places.some(({ parsed, term: other }) => isHedgedSentence(parsed, other));
  if (!overstated && !(doubted && isDiagnosis(term))) return null;
  const place = places[0];
  if (!place) return null;
  const sourceHedge = hedgeOf(place.parsed, place.term, place.level);
  const wanted = sourceHedge ? quote(place.parsed, sourceHedge.first, sourceHedge.last) : "this as certain";
  const span = hedge ? hull(texts.draft, hedge, term) : spanOf(texts.draft, term.first, term.last);
  return {
    kind: "certainty",
    ...span,
    message: `Source says ${wanted}.`,
    evidence: inPassage(
      place.parsed,
      sourceHedge?.first ?? place.term.first,
      sourceHedge?.last ?? place.term.last,
    ),
    exchange: null,
    fix:
      hedge && sourceHedge ? { ...spanOf(texts.draft, hedge.first, hedge.last), replacement: wanted } : null,
  };
}

function isHedgedSentence(parsed: ParsedText, term: Term): boolean {
  const sentence = parsed.sentenceOf[term.first];
  return mentions(parsed, "hedge").some(
    ({ value, first }) => parsed.sentenceOf[first] === sentence && !value.startsWith("3"),
  );
}

function hull(parsed: ParsedText, hedge: ValueMention, term: Term) {
  return spanOf(parsed, Math.min(hedge.first, term.first), Math.max(hedge.last, term.last));
}

function hedgeOf(parsed: ParsedText, term: Term, level: number): ValueMention | null {
  const sentence = parsed.sentenceOf[term.first];
  const hedges = mentions(parsed, "hedge").filter(
    ({ value, first }) => parsed.sentenceOf[first] === sentence && Number(value.charAt(0)) === level,
  );
  return hedges.sort((a, b) => Math.abs(a.first - term.first) - Math.abs(b.first - term.first))[0] ?? null;
}

/** Names of diseases are what hedges are about; adjectives and places are not. */
function isDiagnosis(term: Term): boolean {
  return term.class === "finding" || (term.class === "word" && term.weight >= 0.8);
}

/** The draft states it in a clause of its own, not in passing. */
function isMainClaim(texts: CheckCase, term: Term): boolean {
  if (term.class !== "finding") return false;
  const before = texts.draft.tokens.slice(Math.max(0, term.first - 4), term.first).map(({ lower }) => lower);
  const after = texts.draft.tokens.slice(term.last + 1, term.last + 4).map(({ lower }) => lower);
  return (
    before.includes("there") ||
    after.some((word) => /^(?:is|are|was|were)$/.test(word)) ||
    before.some((word) => /^(?:is|are|shows?|demonstrates?|causing|obstructing)$/.test(word))
  );
}
