import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { inPassage, quote } from "../rules/conflict";
import { overstated } from "../rules/overstated";
import {
  mentions,
  type ParsedText,
  phraseOf,
  spanOf,
  type Term,
  type ValueMention,
} from "../rules/parsed-text";
import { general } from "../rules/presence-claims";
import { strangeness } from "../rules/strangeness";

interface Said {
  readonly parsed: ParsedText;
  readonly term: Term;
  /** -1 unlikely, 0 possible, 1 probable, 1.5 very probable, 1.75 in keeping with it, 2 stated, 2.25 plainly so, 3 certain. */
  readonly rank: number;
  readonly denied: boolean;
}

/** Supposed against certain: "may represent" made "is definite", or a plain statement made a guess. */
export const certainty: ConsistencyCheck = {
  id: "certainty",
  label: "Certainty",
  find(texts) {
    const conflicts: Conflict[] = [];
    for (const term of texts.draft.terms) {
      if (!isDiagnosis(texts.draft, term) || isAskedWhether(texts.draft, term)) continue;
      const isDenied = texts.draft.negated[term.first] === 1;
      const conflict = isDenied ? ruledOut(texts, term) : judge(texts, term);
      if (!conflict || conflicts.some(({ start, end }) => start < conflict.end && end > conflict.start))
        continue;
      conflicts.push(conflict);
    }
    return [...conflicts, ...overstated(texts, conflicts)];
  },
};

/** Findings and names of diseases are what hedges are about; places and reporting words are not. */
function isDiagnosis(draft: ParsedText, term: Term): boolean {
  if (mentions(draft, "hedge").some(({ first, last }) => first <= term.first && last >= term.last))
    return false;
  if (term.class === "word") return term.weight >= 0.8 && !/ly$/.test(draft.tokens[term.last]?.lower ?? "");
  if (term.class !== "finding" || general.has(term.id)) return false;
  if (term.weight >= 0.5) return true;
  const others = phraseOf(draft, term.first)?.terms ?? [];
  return (
    /^(?:extension|involvement)$/.test(draft.tokens[term.last]?.form ?? "") &&
    others.some((other) => other !== term && other.weight >= 0.5)
  );
}

/** "Can be ruled out" of what the source thinks possible or likely. */
function ruledOut(texts: CheckCase, term: Term): Conflict | null {
  const { draft } = texts;
  if (term.class !== "finding" && !isDiseaseName(texts, term)) return null;
  const cue = ["negAfter", "negBefore"]
    .flatMap((kind) => mentions(draft, kind))
    .find(
      ({ first, last }) =>
        draft.sentenceOf[first] === draft.sentenceOf[term.first] &&
        /^(?:out|excluded|excludes|excluding)$/.test(draft.tokens[last]?.lower ?? ""),
    );
  const places = cue ? said(texts, term) : [];
  const [place] = places;
  if (!cue || !place || places.some(({ rank, denied }) => denied || rank < 0 || rank > 1.5)) return null;
  return conflictOf(texts, term, cue, place);
}

function judge(texts: CheckCase, term: Term): Conflict | null {
  const { draft } = texts;
  const own = draft.certainty[term.first] ?? -1;
  const hedge = hedgeOf(draft, term, own);
  if (hedge && hedge.value.charAt(0) !== "2" && standsBetween(draft, term, hedge)) return null;
  const near = hedge !== null && Math.abs(term.first - hedge.last) <= (hedge.first > term.last ? 10 : 6);
  const places = said(texts, term);
  if (places.length === 0)
    return near && hedge && rankOf(hedge) >= 1 && isNewGuess(texts, term, own)
      ? guess(texts, hedge, term)
      : null;
  const stated = places.filter(({ denied }) => !denied);
  if (stated.length === 0)
    return near && own >= 0 && own <= 1 && (term.class === "finding" || isDiseaseName(texts, term))
      ? conflictOf(texts, term, hedge, places[0] as Said)
      : null;
  const lowest = stated.reduce((a, b) => (b.rank < a.rank ? b : a));
  const surest = Math.max(...stated.map(({ rank }) => rank));
  const isPlain = hedge !== null && rankOf(hedge) === 2.25 && !isPredicate(texts, term, hedge);
  if (own === -1 || isPlain)
    return surest <= 0 && isMainClaim(texts, term) ? conflictOf(texts, term, hedge, lowest) : null;
  if (!near || hedge === null) return null;
  const rank = rankOf(hedge);
  const isNamed = term.class === "finding" || isDiseaseName(texts, term);
  const over =
    rank === 2.25
      ? isNamed && surest <= 1 && isPredicate(texts, term, hedge)
      : rank - surest >= (isNamed && compares(draft, hedge) && surest >= 0 ? 1 : 1.5);
  if (over) return conflictOf(texts, term, hedge, lowest);
  if (stated.some(isHedgedSentence)) {
    const doubted = rank <= 0 && lowest.rank - rank >= 1.5 && lowest.rank < 1.75;
    return doubted ? conflictOf(texts, term, hedge, lowest) : null;
  }
  const doubted = rank <= 1 && lowest.rank >= (rank <= 0 ? 1.75 : 2);
  return doubted && isNamed ? conflictOf(texts, term, hedge, stated[0] as Said) : null;
}

/** "Is more likely than", "is favoured over" */
const compares = ({ tokens }: ParsedText, { last }: ValueMention): boolean =>
  [last, last + 1].some((at) => /^(?:than|over)$/.test(tokens[at]?.lower ?? ""));

/** "Together with the bleeds this makes angiopathy probable": another diagnosis is nearer to the hedge. */
function standsBetween(draft: ParsedText, term: Term, hedge: ValueMention): boolean {
  const [from, to] = hedge.first > term.last ? [term.last, hedge.first] : [hedge.last, term.first];
  const other = draft.terms.find(
    (one) =>
      one.first > from &&
      one.last < to &&
      one.class === "finding" &&
      one.weight >= 0.5 &&
      draft.phraseAt[one.first] !== draft.phraseAt[term.first],
  );
  if (!other) return false;
  const words = draft.tokens.slice(from + 1, to).map(({ lower }) => lower);
  return !words.some((word) => /^(?:and|or|versus)$/.test(word));
}

/** "0-" is -1, "1+" 1.5, "2" 1.75, "2+" 2.25. */
function rankOf({ value }: ValueMention): number {
  const level = Number(value.charAt(0));
  const mark = value.charAt(1);
  if (mark === "-") return -1;
  if (level === 2) return mark === "+" ? 2.25 : 1.75;
  return mark === "+" ? 1.5 : level;
}

/** "Is a primary lung cancer": the disease is what the verb says of its subject. */
function isPredicate(texts: CheckCase, term: Term, hedge: ValueMention): boolean {
  const phrase = phraseOf(texts.draft, term.first);
  if (!phrase || phrase.terms.at(-1) !== term || phrase.first <= hedge.last) return false;
  return phrase.first - hedge.last <= 2 && texts.draft.tokens[hedge.first - 1]?.lower !== "there";
}

/** "Cholangitis", "amyloidosis": a disease by the ending of its name. */
function isDiseaseName(texts: CheckCase, term: Term): boolean {
  return /(?:itis|osis|oma|pathy|syndrome|disease|emia|plasia)$/.test(
    texts.draft.tokens[term.last]?.form ?? "",
  );
}

function said(texts: CheckCase, term: Term): Said[] {
  const places = texts.sources.flatMap((parsed) =>
    parsed.terms
      .filter((other) => other.id === term.id && !isPartOfCompound(parsed, other))
      .map((other) => {
        const level = parsed.certainty[other.first] ?? -1;
        const hedge = level === -1 ? null : hedgeOf(parsed, other, level);
        return {
          parsed,
          term: other,
          rank: hedge ? rankOf(hedge) : level >= 0 ? level : 2,
          denied: parsed.negated[other.first] === 1,
        };
      }),
  );
  return places.filter(
    (place) =>
      place.rank !== 2 ||
      !places.some(
        (other) =>
          other.rank < 1.75 &&
          other.parsed === place.parsed &&
          place.parsed.sentenceOf[other.term.first] === place.parsed.sentenceOf[place.term.first],
      ),
  );
}

/** "Tumour-to-background ratio" tells of no tumour. */
const isPartOfCompound = ({ tokens }: ParsedText, { last }: Term): boolean =>
  tokens[last + 1]?.glued === true && /^(?:to|versus|vs)$/.test(tokens[last + 1]?.lower ?? "");

/** "Whether the line reaches the joint": the verb is doubted, not what it is said of. */
function isAskedWhether({ tokens, sentences, sentenceOf }: ParsedText, { first }: Term): boolean {
  for (let at = sentences[sentenceOf[first] ?? 0]?.first ?? first; at < first; at += 1)
    if (tokens[at]?.lower === "whether") return true;
  return false;
}

/** A disease that no source names, guessed at (or called certain) of something the source does describe. */
function isNewGuess(texts: CheckCase, term: Term, own: number): boolean {
  if (term.class !== "finding" || own < 0 || own === 2) return false;
  if (texts.sources.some(({ terms }) => terms.some(({ wider }) => wider === term.id))) return false;
  if (term.wider !== null && texts.sourceTerms.has(term.wider) && own !== 3) return false;
  const sentence = texts.draft.sentences[texts.draft.sentenceOf[term.first] ?? 0];
  if (!sentence || !diseases.has(term.id)) return false;
  const { share } = strangeness(texts, sentence.first, sentence.last);
  return share < 0.6;
}

const diseases = new Set(
  "metastasis carcinoma lymphoma sarcoma mass infarction abscess infection thrombus embolus fracture tear hemorrhage pneumonia aneurysm dissection perforation necrosis ischemia".split(
    " ",
  ),
);

function guess(texts: CheckCase, hedge: ValueMention | null, term: Term): Conflict {
  return {
    kind: "certainty",
    ...(hedge ? hull(texts.draft, hedge, term) : spanOf(texts.draft, term.first, term.last)),
    message: "No source considers this.",
    evidence: { from: "nothing" },
    exchange: null,
    fix: null,
  };
}

function conflictOf(texts: CheckCase, term: Term, hedge: ValueMention | null, place: Said): Conflict {
  const sourceHedge = hedgeOf(place.parsed, place.term, Math.max(0, Math.floor(place.rank)));
  const wanted = sourceHedge ? quote(place.parsed, sourceHedge.first, sourceHedge.last) : null;
  const message = place.denied
    ? "Source says that this is absent."
    : wanted
      ? `Source says ${wanted}.`
      : "Source states this without doubt.";
  return {
    kind: "certainty",
    ...(hedge ? hull(texts.draft, hedge, term) : spanOf(texts.draft, term.first, term.last)),
    message,
    evidence: inPassage(
      place.parsed,
      sourceHedge?.first ?? place.term.first,
      sourceHedge?.last ?? place.term.last,
    ),
    exchange: null,
    fix: hedge && wanted ? { ...spanOf(texts.draft, hedge.first, hedge.last), replacement: wanted } : null,
  };
}

function isHedgedSentence({ parsed, term }: Said): boolean {
  const sentence = parsed.sentenceOf[term.first];
  return mentions(parsed, "hedge").some(
    ({ value, first }) => parsed.sentenceOf[first] === sentence && /^[01]/.test(value),
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

/** The draft states it in a clause of its own, not in passing. */
function isMainClaim(texts: CheckCase, term: Term): boolean {
  if (term.class !== "finding") return false;
  const words = (from: number, to: number) =>
    texts.draft.tokens.slice(Math.max(0, from), to).map(({ lower }) => lower);
  const before = words(term.first - 4, term.first);
  return (
    before.some((word) => /^(?:there|is|are|shows?|demonstrates?|causing|obstructing)$/.test(word)) ||
    words(term.last + 1, term.last + 4).some((word) => /^(?:is|are|was|were)$/.test(word))
  );
}
