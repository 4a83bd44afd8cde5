import type { CheckCase } from "./check-case";
import { rootOf } from "./find-phrases";
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
import { chainBefore, hungBehind, objectOf, openingOf, type Spot, subjectOf } from "./site-phrases";
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
