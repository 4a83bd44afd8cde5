import type { CheckCase } from "./check-case";
import { isHung, rootOf } from "./find-phrases";
import type { Lexicon } from "./language-pack";
import {
  mentions,
  type ParsedText,
  type Phrase,
  phraseOf,
  type Term,
  type ValueMention,
} from "./parsed-text";
import { metadataSide } from "./side-claims";
import { partOf as partsOfFindings } from "./state-words";

/** One noun phrase that says where a finding is: its noun and the telling words before it. */
export interface SitePart {
  readonly head: Term;
  /** The finding it names, as head or behind a part of the body: "embolism" in "pulmonary embolism". */
  readonly finding: Term | null;
  readonly words: readonly Term[];
}

/** Where a text puts a finding: the parts of the body named with it, their sides and their places. */
export interface Site {
  readonly parts: readonly SitePart[];
  /** Something is named as its site, known or not. */
  readonly isNamed: boolean;
  readonly sides: readonly string[];
  readonly places: readonly ValueMention[];
}

const between =
  /^(?:is|are|was|were|be|been|being|has|have|had|appears?|appeared|remains?|remained|looks?|seems?|not|no|also|still|both|all|now|with|without|showing|containing|otherwise|an?|the|its|of|from|quite|free|clear|there|neither|nor|within|longer|any|some|does|do|did|only|to)$/;
const relative = /^(?:which|that|who)$/;
const parts = /^(?:;|:|while|whereas|whilst|although|though|because|since)$/;

/** The tokens of a finding, or of a word that says something of one. */
export interface Spot {
  readonly first: number;
  readonly last: number;
  /** Of a finding: its name. */
  readonly id?: string;
}

/** A site worked out when first asked: most findings are never compared. */
class LateSite implements Site {
  private known: Site | null = null;

  constructor(private readonly make: () => Site) {}

  private get site(): Site {
    this.known ??= this.make();
    return this.known;
  }

  get parts() {
    return this.site.parts;
  }

  get isNamed() {
    return this.site.isNamed;
  }

  get sides() {
    return this.site.sides;
  }

  get places() {
    return this.site.places;
  }
}

/** The parts of the body that the words around a finding hang it on, in its clause. */
export const siteOf = (texts: CheckCase, parsed: ParsedText, finding: Spot): Site =>
  new LateSite(() => readSite(texts, parsed, finding));

function readSite(texts: CheckCase, parsed: ParsedText, finding: Spot): Site {
  const { lexicon } = texts;
  const own = phraseOf(parsed, finding.first);
  const named = own ? [own, ...hungBehind(lexicon, parsed, own)] : [];
  const last = named.at(-1)?.last ?? finding.last;
  const object = own ? [] : objectOf(lexicon, parsed, finding, last);
  const root = own ? rootOf(lexicon, own).first : finding.first;
  const isHead = !lexicon.verbs.has(parsed.tokens[last + 1]?.lower ?? "");
  const subject = object.length > 0 ? [] : subjectOf(lexicon, parsed, root, isHead);
  const done = own && subject.length === 0 ? objectOf(lexicon, parsed, null, last) : object;
  const before = own ? chainBefore(lexicon, own) : [];
  const beside = [...before, ...subject, ...done, ...openingOf(lexicon, parsed, root)];
  const phrases = [...new Set([...named, ...beside])];
  const within = ({ first, last: end }: ValueMention) =>
    phrases.some((phrase) => first >= phrase.first && end <= phrase.last);
  const places = mentions(parsed, "level").filter(
    (place) => within(place) && !/^(?:grade |type$)/.test(place.group),
  );
  const isNamed =
    places.length > 0 ||
    phrases.some((phrase) => phrase !== own && phrase.terms.some((term) => isWhere(parsed, term)));
  return {
    parts: [
      ...impliedPart(parsed, finding),
      ...phrases.flatMap((phrase) =>
        partOf(lexicon, parsed, phrase, finding, phrase === own && finding.id !== undefined),
      ),
    ],
    isNamed,
    sides: sidesOf(texts, parsed, finding, within, isNamed),
    places,
  };
}

/**
 * The sides named with a site, else the one of its sentence or the sentence before, else that of the image. What is read of
 * passages is kept for other images of the case, so their side does not count there.
 */
function sidesOf(
  texts: CheckCase,
  parsed: ParsedText,
  finding: Spot,
  within: (mention: ValueMention) => boolean,
  isNamed: boolean,
): string[] {
  const all = mentions(parsed, "side");
  const own = all.filter(within);
  if (own.length > 0) return own.map(({ value }) => value);
  const sentence = parsed.sentenceOf[finding.first] ?? 0;
  const leans = /^(?:the|it|this)$/.test(parsed.tokens[parsed.sentences[sentence]?.first ?? 0]?.lower ?? "");
  const near = (at: number) =>
    Math.abs((parsed.boundary[at] ?? 0) - (parsed.boundary[finding.first] ?? 0)) < 0.7;
  for (const index of isNamed ? [sentence, ...(leans ? [sentence - 1] : [])] : []) {
    const there = new Set(
      all
        .filter(({ first }) => parsed.sentenceOf[first] === index && (index !== sentence || near(first)))
        .map(({ value }) => value),
    );
    if (there.size > 0) return there.size === 1 ? [...there] : [];
  }
  const side = isNamed && parsed === texts.draft ? metadataSide(texts) : null;
  return side === null ? [] : [side];
}

/** A word that says where, known or not: no finding, no image. */
const isWhere = (parsed: ParsedText, term: Term): boolean =>
  term.class !== "finding" && term.weight >= 0.5 && !isOfImaging(parsed, term);

/** "Portal venous phase", "SWI" */
const isOfImaging = (parsed: ParsedText, term: Term): boolean =>
  ["sequence", "modality", "planeHead"].some((kind) =>
    mentions(parsed, kind).some(({ first, last }) => first <= term.last && last >= term.first),
  );

/** Hydronephrosis is in the renal pelvis, cardiomegaly in the heart. */
function impliedPart({ terms }: ParsedText, { id, first, last }: Spot): SitePart[] {
  const part = partsOfFindings[id ?? ""];
  const term = terms.find((one) => one.first === first && one.last === last);
  return part === undefined || !term
    ? []
    : [{ head: { ...term, id: part, class: "anatomy", wider: null, parts: [] }, finding: null, words: [] }];
}

/** "In segment VIII there is a nodule", "Pleura: no effusion": what opens a sentence and holds for its first clause. */
function openingOf(lexicon: Lexicon, parsed: ParsedText, before: number): Phrase[] {
  const sentence = parsed.sentences[parsed.sentenceOf[before] ?? 0];
  const from = sentence?.first ?? 0;
  const first = parsed.phrases.find((phrase) => phrase.first >= from && phrase.last < before);
  if (!first) return [];
  const row = [first, ...hungBehind(lexicon, parsed, first)];
  const next = parsed.tokens[(row.at(-1)?.last ?? first.last) + 1]?.lower ?? "";
  if (next === ":") return row;
  const isLed = /^(?:in|at|within|on|along)$/.test(parsed.tokens[from]?.lower ?? "");
  const apart = (parsed.boundary[before] ?? 0) - (parsed.boundary[first.last] ?? 0);
  return isLed && first.first - from <= 2 && apart < 0.6 ? row : [];
}

const hangs = /^(?:with|for|along|beyond|between)$/;

function hungBehind(lexicon: Lexicon, parsed: ParsedText, phrase: Phrase): Phrase[] {
  const found: Phrase[] = [];
  let at = parsed.phrases.indexOf(phrase) + 1;
  for (let next = parsed.phrases[at]; next; next = parsed.phrases[at]) {
    const isNext = isHung(lexicon, next) && next.before === parsed.phrases[at - 1];
    const isWith =
      hangs.test(next.link) && next.first - (parsed.phrases[at - 1]?.last ?? 0) <= 3 && hasAnatomy(next);
    if (!isNext && !isWith) break;
    found.push(next);
    at += 1;
  }
  return found;
}

const hasAnatomy = ({ terms }: Phrase): boolean => terms.at(-1)?.class === "anatomy";

/** What a phrase is hung on: "segment" and "liver" for a lesion "in" the segment of it. */
function chainBefore(lexicon: Lexicon, phrase: Phrase): Phrase[] {
  const found: Phrase[] = [];
  for (let at = phrase; at.before && isHung(lexicon, at); at = at.before) found.push(at.before);
  return found;
}

/** "The vein is thrombosed", "the duct, which is dilated", "the kidney with a stone": what stands before a verb or "with". */
function subjectOf(lexicon: Lexicon, parsed: ParsedText, from: number, isHead: boolean): Phrase[] {
  const sentence = parsed.sentences[parsed.sentenceOf[from] ?? 0];
  let isRelative = false;
  let verbs = 0;
  let depth = 0;
  for (let at = from - 1; at >= (sentence?.first ?? 0); at -= 1) {
    const word = parsed.tokens[at]?.lower ?? "";
    if (word === ")") depth += 1;
    else if (word === "(") depth -= 1;
    else if (depth === 0) {
      const phrase = phraseOf(parsed, at);
      if (phrase && !(phrase.terms.length === 0 && between.test(word))) {
        const found = isRelative ? [phrase] : withHung(lexicon, parsed, phrase);
        const isPart = found.some(({ terms }) => terms.some((term) => term.class === "anatomy"));
        const root = found[0]?.first ?? at;
        return isPart || root >= from ? found : [...found, ...subjectOf(lexicon, parsed, root, false)];
      }
      if (relative.test(word)) isRelative = true;
      else if (word === "," && isRelative) continue;
      else if (/^(?:and|but|,|yet|or)$/.test(word))
        return verbs > 0 || isHead ? clauseSubject(lexicon, parsed, sentence?.first ?? 0, at) : [];
      else if (!between.test(word) && !/ly$/.test(word) && !lexicon.verbs.has(word)) return [];
      else verbs += 1;
    }
  }
  return [];
}

/** "The uterus is anteverted and contains no sac": the first phrase of the clause. */
function clauseSubject(lexicon: Lexicon, parsed: ParsedText, first: number, at: number): Phrase[] {
  let start = at;
  while (start > first && !parts.test(parsed.tokens[start - 1]?.lower ?? "")) start -= 1;
  const phrase = parsed.phrases.find((one) => one.first >= start && one.last < at && one.terms.length > 0);
  if (!phrase) return [];
  const row = withHung(lexicon, parsed, phrase);
  const end = Math.max(...row.map(({ last }) => last));
  const next = parsed.tokens[end + 1]?.lower ?? "";
  return end < at && (lexicon.verbs.has(next) || /^[:(]$/.test(next)) ? row : [];
}

/** The phrase at the head of a row of prepositions, all of the row, and what "and" joins to it. */
function withHung(lexicon: Lexicon, parsed: ParsedText, phrase: Phrase): Phrase[] {
  const root = rootOf(lexicon, phrase);
  const listed = root.before && /^(?:and|or|nor)$/.test(root.link) ? [rootOf(lexicon, root.before)] : [];
  return [root, ...hungBehind(lexicon, parsed, root), ...listed];
}

const passive = /^(?:is|are|was|were|be|been|being)$/;

/** "The stenosis concerns the carotid", "gas is present in the rectum": what a verb is done to, or where it puts something. */
function objectOf(lexicon: Lexicon, parsed: ParsedText, verb: Spot | null, last: number): Phrase[] {
  const next = parsed.phrases.find(({ first, terms }) => first > last && terms.length > 0);
  if (!next || parsed.sentenceOf[next.first] !== parsed.sentenceOf[last]) return [];
  if (verb && (passive.test(parsed.tokens[verb.first - 1]?.lower ?? "") || next.first - last > 4)) return [];
  let verbs = verb ? 1 : 0;
  let isLed = verb !== null;
  for (let at = last + 1; at < next.first; at += 1) {
    const { lower = "", form = "" } = parsed.tokens[at] ?? {};
    if (lexicon.prepositions.has(lower) || hangs.test(lower)) isLed = true;
    else if (lexicon.verbs.has(lower)) {
      verbs += 1;
      isLed ||= !/^(?:is|are|was|were|has|have|had|be|been)$/.test(lower);
    } else if (
      !lexicon.articles.has(lower) &&
      !lexicon.reportingForms.has(form) &&
      !/^(?:also|again|still|only|not)$/.test(lower) &&
      !/ly$/.test(lower)
    )
      return [];
  }
  return verbs > 0 && isLed ? [next, ...hungBehind(lexicon, parsed, next)] : [];
}

/** A word that the language data do not know, as the name of a part. */
const unknownWord = (parsed: ParsedText, { terms }: Phrase): Term | undefined =>
  terms.findLast((term) => term.class === "word" && term.weight >= 0.8 && !isOfImaging(parsed, term));

function partOf(
  lexicon: Lexicon,
  parsed: ParsedText,
  phrase: Phrase,
  finding: Spot,
  isOwn: boolean,
): SitePart[] {
  const terms = phrase.terms.filter(
    (term) =>
      (term.last < finding.first || term.first > finding.last) &&
      !isOfImaging(parsed, term) &&
      (term.class === "anatomy" ||
        (term.class === "word" && term.weight >= 0.5 && !isPlaceWord(lexicon, parsed, term)) ||
        (term.class === "finding" && !isOwn)),
  );
  const head =
    terms.findLast((term) => term.class === "anatomy") ??
    (isOwn ? undefined : (terms.findLast((term) => term.class === "finding") ?? unknownWord(parsed, phrase)));
  if (!head) return [];
  const named = terms.findLast((term) => term.class === "finding") ?? null;
  return [{ head, finding: named, words: terms.filter((term) => term !== head && term.class !== "finding") }];
}

const isPlaceWord = (lexicon: Lexicon, { tokens }: ParsedText, { first }: Term): boolean =>
  (lexicon.values.get(tokens[first]?.form ?? "")?.alone.length ?? 0) > 0;
