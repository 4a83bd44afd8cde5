import { isAcronym } from "./acronyms";
import type { CheckCase } from "./check-case";
import { isVerb } from "./find-boundaries";
import { wordingAt, wordingsAt } from "./find-values";
import { strangeMeasures } from "./measure-claims";
import { quantityOf } from "./measures";
import { mentions, type ParsedText, type Term } from "./parsed-text";

const topicsKey = Symbol("topics");

/** Words that lead into a cause or circumstance. */
export const leads =
  /^(?:because|caused|secondary|due|surrounded|linked|accompanied|complicated|attributed|owing|following)$/;

/** The clauses of a sentence that can be invented on their own: those behind semicolons and conjunctions with a verb. */
export function segmentsOf(
  parsed: ParsedText,
  first: number,
  last: number,
): { first: number; last: number }[] {
  const cuts: number[] = [first];
  for (let at = first + 1; at <= last; at += 1) {
    const word = parsed.tokens[at]?.lower ?? "";
    const cut =
      /^(?:;|—|–|whereas|while|but|although|though)$/.test(word) ||
      (/^(?:and|which|because|due|caused|consistent|after|following|secondary|with)$/.test(word) &&
        /^[,]$/.test(parsed.tokens[at - 1]?.lower ?? "")) ||
      (/^(?:and|which)$/.test(word) && hasVerb(parsed, at, last)) ||
      leads.test(word);
    if (
      cut &&
      contentBetween(parsed, cuts.at(-1) ?? first, at - 1) >= 2 &&
      contentBetween(parsed, at, last) >= 1
    )
      cuts.push(at);
  }
  return cuts.map((cut, index) => ({ first: cut, last: (cuts[index + 1] ?? last + 1) - 1 }));
}

function hasVerb(parsed: ParsedText, from: number, to: number): boolean {
  for (let at = from; at <= Math.min(to, from + 9); at += 1)
    if (isVerb(parsed.lexicon, parsed.tokens[at])) return true;
  return false;
}

function contentBetween(parsed: ParsedText, from: number, to: number): number {
  let count = 0;
  for (const { first, last, weight } of parsed.terms)
    if (first >= from && last <= to && weight >= 0.3) count += 1;
  return count;
}

const novelty = { anatomy: 0.6, finding: 1, outside: 1.2, word: 0.45 } as const;
/** A word that looks medical by its ending. */
export const learned =
  /(?:itis|osis|oma|emia|pathy|ectomy|otomy|ostomy|plasty|scopy|graphy|gram|plasia|trophy|megaly|penia|uria|algia|genic|lysis|philia|rrhea|rrhage|malacia|cele|ectasia|ptosis|stasis|iasis|gen|cyte|ine|mab|cillin|virus|coccus|bacter\w*|syndrome|disease|disorder|trisomy|typing|typ)$/;

/** A sentence of its own that nothing in the case speaks of. */
export function isInvented(texts: CheckCase, first: number, last: number): boolean {
  const { novel, share, outside } = strangeness(texts, first, last);
  if (!outside && namesMarker(texts, first, last)) return false;
  if (!outside && saysItIsNormal(texts.draft, first, last)) return false;
  if (
    !outside &&
    texts.draft.terms.some(
      (term) => term.first >= first && term.last <= last && texts.draft.negated[term.first] === 1,
    )
  )
    return false;
  return (
    (novel >= 1.2 && share >= 0.95) ||
    (outside && novel >= 2 && share >= 0.68) ||
    (novel >= 2.4 && share >= 0.85)
  );
}

/** The sentence tells what an arrow of the source shows. */
function namesMarker(texts: CheckCase, first: number, last: number): boolean {
  return mentions(texts.draft, "markerShape").some(
    (shape) =>
      shape.first >= first &&
      shape.last <= last &&
      texts.sources.some((source) =>
        mentions(source, "markerShape").some(({ value }) => value === shape.value),
      ),
  );
}

/** "The remaining sinuses are clear": what no source speaks of may be called normal. */
function saysItIsNormal(draft: ParsedText, first: number, last: number): boolean {
  return (
    mentions(draft, "normal").some((normal) => normal.first >= first && normal.last <= last) &&
    !draft.terms.some(
      (term) => term.class === "finding" && term.weight >= 0.5 && term.first >= first && term.last <= last,
    )
  );
}

/** How much of a part of the draft nothing in the case speaks of. */
export function strangeness(
  texts: CheckCase,
  first: number,
  last: number,
): { novel: number; share: number; outside: boolean } {
  const { draft } = texts;
  let novel = 0;
  let total = 0;
  for (const term of draft.terms) {
    if (term.first < first || term.last > last || isFraming(draft, term)) continue;
    const weight = noveltyOf(draft, term);
    total += weight;
    novel += weight * (1 - support(texts, term));
  }
  const outside = outsideTopics(texts, first, last);
  novel += outside;
  total += outside;
  const { strange, known } = strangeMeasures(texts);
  for (const number of draft.numbers) {
    if (number.first < first || number.last > last) continue;
    if (isYear(draft, number.first) || number.role === "duration") {
      total += 0.6;
      if (
        !texts.sources.some((source) => source.numbers.some(({ values }) => values[0] === number.values[0]))
      )
        novel += 0.6;
    } else if (
      texts.sources.some((source) => source.numbers.some(({ values }) => values[0] === number.values[0]))
    )
      total += 0.8;
    if (number.role !== "measure") continue;
    const isStrange = strange.some((claim) => claim.first === number.first);
    const weight =
      isStrange && !known.some(({ value }) => quantityOf(value) === quantityOf(number)) ? 1.6 : 0.8;
    total += weight;
    if (isStrange) novel += weight;
  }
  return { novel, share: total === 0 ? 0 : novel / total, outside: outside > 0 };
}

/** "2017" */
const isYear = (draft: ParsedText, at: number): boolean =>
  /^(?:19|20)\d\d$/.test(draft.tokens[at]?.lower ?? "");

export function noveltyOf(draft: ParsedText, term: Term): number {
  if (term.weight < 0.3) return 0.1;
  if (term.class !== "word") return novelty[term.class];
  const token = draft.tokens[term.first];
  const name =
    token &&
    term.first > 0 &&
    /^\p{Lu}/u.test(draft.text.slice(token.start)) &&
    !/^[.!?]$/.test(draft.tokens[term.first - 1]?.lower ?? ".");
  return name || learned.test(token?.form ?? "") || (token?.lower.length ?? 0) >= 11 ? 0.9 : novelty.word;
}

const framing = [
  "side",
  "severity",
  "extent",
  "change",
  "hedge",
  "negBefore",
  "negAfter",
  "colour",
  "markerShape",
  "markerStyle",
  "modality",
  "plane",
  "sequence",
  "sex",
  "countWord",
  "number",
  "approx",
  "comparator",
  "normal",
  "signal",
  "ageGroup",
  "markerVerb",
  "signalChannel",
  "signalDirection",
  "signalTone",
  "acuity",
];

/** Words that other checks judge: sides, degrees, planes and the like. */
export function isFraming(draft: ParsedText, term: Term): boolean {
  return term.class !== "finding" && (framedUpTo(draft)[term.first] ?? -1) >= term.last;
}

const framed = new WeakMap<ParsedText, Int32Array>();

/** For each token the last token of the widest framing wording over it, -1 where there is none. */
function framedUpTo(draft: ParsedText): Int32Array {
  const known = framed.get(draft);
  if (known) return known;
  const made = new Int32Array(draft.tokens.length).fill(-1);
  for (const kind of framing)
    for (const { first, last } of mentions(draft, kind))
      for (let at = first; at <= last; at += 1) made[at] = Math.max(made[at] ?? -1, last);
  framed.set(draft, made);
  return made;
}

/** 1 where the case has the term, less where it has something like it. */
export function support(texts: CheckCase, term: Term): number {
  const known = texts.support.get(term);
  if (known !== undefined) return known;
  const made = findSupport(texts, term);
  texts.support.set(term, made);
  return made;
}

function findSupport(texts: CheckCase, term: Term): number {
  const { sourceTerms } = texts;
  if (sourceTerms.has(term.id)) return 1;
  if (term.wider && sourceTerms.has(term.wider)) return 0.7;
  if (isTold(texts, term.id)) return 0.8;
  if (texts.question?.terms.some(({ id }) => id === term.id)) return 0.6;
  if (isAcronym(texts, term)) return 0.9;
  if (term.last > term.first) return inParts(texts, term);
  if (term.class === "word") return likeness(sourceTerms, term.id);
  const body = texts.input.metadata?.BodyPartExamined?.toLowerCase() ?? "";
  return body !== "" && (term.id.startsWith(body.slice(0, 4)) || body.startsWith(term.id.slice(0, 4)))
    ? 0.8
    : 0;
}

/** A finding that the sources tell by two of its parts, or a part of one that they name. */
export function isTold({ lexicon: { related }, sourceTerms, relatedTerms }: CheckCase, id: string): boolean {
  let parts = 0;
  for (const part of related.get(id) ?? []) if (sourceTerms.has(part)) parts += 1;
  return parts >= 2 || relatedTerms.has(id);
}

/** A phrase whose words the sources have one by one. */
function inParts(texts: CheckCase, { parts }: Term): number {
  return parts.length === 0
    ? 0
    : (0.9 * parts.filter((part) => texts.sourceTerms.has(part)).length) / parts.length;
}

/** A word with the same beginning, or one that holds the other. */
function likeness(known: ReadonlySet<string>, id: string): number {
  const headOf = (word: string) => word.slice(0, Math.max(5, Math.ceil(word.length * 0.7)));
  for (const other of known) {
    if (id.length >= 5 && other.length >= 5 && (other.startsWith(headOf(id)) || id.startsWith(headOf(other))))
      return 0.8;
    if (other.length >= 6 && id.length >= 6 && (other.includes(id) || id.includes(other))) return 0.7;
  }
  return 0;
}

/** Subjects that an image does not show (surgery, laboratory, history, advice) and that the sources do not touch. */
function outsideTopics(texts: CheckCase, first: number, last: number): number {
  const topics = new Set<string>();
  for (let at = first; at <= last; at += 1) {
    const found = wordingAt(texts.lexicon.outside, texts.draft.tokens, at, "form");
    if (!found || topics.has(found.means) || found.keys.length + at - 1 > last) continue;
    if (!isTouched(texts, found.means, texts.draft.tokens[at]?.stem ?? "")) topics.add(found.means);
  }
  return topics.size * 1.2;
}

/** Whether a source speaks of a subject, of a narrower or wider one, or has the word. */
export function isTouched(texts: CheckCase, topic: string, stem: string | null): boolean {
  const known = texts.ofSources(topicsKey, (parsed) => [topicsOf(texts, parsed)]);
  return known.some(
    ({ topics, stems }) =>
      (stem !== null && stems.has(stem)) ||
      topics.some(
        (other) => other === topic || other.startsWith(`${topic} `) || topic.startsWith(`${other} `),
      ),
  );
}

const topicsOf = ({ lexicon }: CheckCase, { tokens }: ParsedText) => ({
  stems: new Set(tokens.map(({ stem }) => stem)),
  topics: [
    ...new Set(
      tokens.flatMap((_token, at) =>
        wordingsAt(lexicon.outside, tokens, at, "form").map(({ means }) => means),
      ),
    ),
  ],
});
