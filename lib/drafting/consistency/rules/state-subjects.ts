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
import { partOf, statesOfParts } from "./state-words";

/** What a state is said of: a noun phrase with all that hangs on it. */
export interface Subject {
  readonly terms: readonly Term[];
  /** The terms of its own first phrase; the last is its head. */
  readonly own: readonly Term[];
  readonly places: readonly ValueMention[];
  readonly sides: readonly string[];
}

/** Words between a subject and what is said of it. */
export const copula =
  /^(?:is|are|was|were|be|been|being|appears?|appeared|remains?|remained|looks?|has|have|had|still|also|otherwise|relatively|completely|entirely|partially|partly|not|no|longer|otherwise|both|all|now|markedly|mildly|slightly|moderately|severely|grossly|clearly|largely|well|diffusely|mainly|becomes?|become|found|seen|within|quite)$/;

const holds =
  /^(?:contains?|shows?|has|have|had|harbou?rs?|bears?|holds?|displays?|demonstrates?|exhibits?|containing|showing)$/;
/** What a state or finding at a place of a text is said of: each part with all that hangs on it. */
export function subjectsOf(
  lexicon: Lexicon,
  parsed: ParsedText,
  first: number,
  last: number,
  finding: Term | null,
): Subject[] {
  const ownPart = finding ? partOf[finding.id] : undefined;
  const here = phraseOf(parsed, first);
  if (ownPart !== undefined && finding) {
    const named: Term = { ...finding, id: ownPart, class: "anatomy", wider: null, parts: [] };
    const beside = here ? here.terms.filter((term) => term !== finding && term.class === "anatomy") : [];
    const own = [...beside, named];
    return [{ own, terms: own, ...marksOf(parsed, here?.first ?? first, here?.last ?? last) }];
  }
  if (here) {
    const behind = here.terms.filter((term) => term.first > last);
    const head = behind.at(-1);
    if (head && !(head.class === "finding" && statesOfParts.has(head.id)))
      return [subjectFrom(lexicon, parsed, here, [first, last])];
    const next = parsed.phrases[(parsed.phraseAt[first] ?? 0) + 1];
    const isHead = behind.length === 0;
    const isPredicate = isHead && copula.test(parsed.tokens[here.first - 1]?.lower ?? "");
    if (isPredicate) {
      const subjects = predicateSubjects(lexicon, parsed, here.first);
      if (subjects.length > 0) return subjects;
    }
    if (
      finding &&
      isHead &&
      next &&
      next.before === here &&
      /^(?:of|in|to|within|involving|affecting|at)$/.test(next.link)
    )
      return [subjectFrom(lexicon, parsed, next, null, here)];
    const holder = here.before ?? parsed.phrases[(parsed.phraseAt[first] ?? 0) - 1];
    if (finding && isHead && holder && holds.test(here.link) && !here.before) {
      const root = rootOf(lexicon, ofSameVerb(parsed, here, holder));
      const isPart =
        parsed.sentenceOf[root.first] === parsed.sentenceOf[first] && root.terms.at(-1)?.class === "anatomy";
      return isPart ? [subjectFrom(lexicon, parsed, root, null)] : [];
    }
    const before = here.terms.filter((term) => term.last < first && term.class !== "finding");
    if (isHead && before.length > 0 && here.terms.indexOf(before.at(-1) as Term) >= 0)
      return [{ own: before, terms: before, ...marksOf(parsed, here.first, here.last) }];
  }
  if (finding && !here && isActive(parsed, finding)) {
    const object = parsed.phrases.find((phrase) => phrase.first > last && phrase.first - last <= 3);
    return object && parsed.sentenceOf[object.first] === parsed.sentenceOf[first]
      ? [subjectFrom(lexicon, parsed, object, null)]
      : [];
  }
  return predicateSubjects(lexicon, parsed, here?.first ?? first);
}

/** "The aneurysm spares the arteries and contains thrombus": the first phrase of the sentence holds it. */
function ofSameVerb(parsed: ParsedText, here: Phrase, holder: Phrase): Phrase {
  for (let at = here.first - 1; at > holder.last; at -= 1)
    if (/^(?:and|but|,)$/.test(parsed.tokens[at]?.lower ?? "")) {
      const from = parsed.sentences[parsed.sentenceOf[here.first] ?? 0]?.first ?? 0;
      return parsed.phrases.find(({ first, terms }) => first >= from && terms.length > 0) ?? holder;
    }
  return holder;
}

/** "On the medial side the surface is preserved": what a clause opens with holds for its subject. */
function openedAt(parsed: ParsedText, first: number): number {
  const from = parsed.sentences[parsed.sentenceOf[first] ?? 0]?.first ?? 0;
  let at = first;
  while (at > from && !/^[;:,.]$/.test(parsed.tokens[at - 1]?.lower ?? "")) at -= 1;
  return /^(?:on|in|at|along)$/.test(parsed.tokens[at]?.lower ?? "") ? at : first;
}

/** "Encases the artery", "compressing the root": the finding is done to what follows. */
function isActive(parsed: ParsedText, { first, last }: Term): boolean {
  const word = parsed.tokens[first]?.lower ?? "";
  const before = parsed.tokens[first - 1]?.lower ?? "";
  if (first !== last || !/(?:s|ing)$/.test(word)) return /^(?:not|to)$/.test(before) && !/ed$/.test(word);
  return !/^(?:is|are|was|were)$/.test(before) || word.endsWith("ing");
}

/** "The bowel separating two segments is normal": the phrase before the participle is meant. */
function parted(lexicon: Lexicon, parsed: ParsedText, phrase: Phrase | undefined): Phrase | undefined {
  if (!phrase) return phrase;
  const word = parsed.tokens[phrase.first - 1]?.lower ?? "";
  const isParticiple = /(?:separating|surrounding|joining|connecting|overlying|underlying|adjoining)$/.test(
    word,
  );
  return isParticiple && lexicon.verbs.has(word) ? (phraseOf(parsed, phrase.first - 2) ?? phrase) : phrase;
}

/** "The vein is compressed but patent": the phrase before the verb of the clause. */
function subjectOfClause(parsed: ParsedText, from: number): Phrase | undefined {
  const first = parsed.sentences[parsed.sentenceOf[from] ?? 0]?.first ?? 0;
  for (let at = from - 1; at > first && from - at <= 8; at -= 1) {
    const word = parsed.tokens[at]?.lower ?? "";
    if (/^[;:,.()]$/.test(word)) return undefined;
    if (/^(?:is|are|was|were|appears?|remains?|looks?)$/.test(word)) return phraseOf(parsed, at - 1);
  }
  return undefined;
}

/** What stands before "is", "are" or nothing: the subject and what "and" joins to it. */
function predicateSubjects(lexicon: Lexicon, parsed: ParsedText, first: number): Subject[] {
  const sentence = parsed.sentences[parsed.sentenceOf[first] ?? 0];
  let at = first - 1;
  const word = parsed.tokens[first]?.lower ?? "";
  let verbs = lexicon.verbs.has(word) && !word.endsWith("ed") ? 1 : 0;
  while (at >= (sentence?.first ?? 0) && (parsed.phraseAt[at] ?? -1) < 0) {
    const word = parsed.tokens[at]?.lower ?? "";
    if (/^(?:is|are|was|were|has|have|had|appears?|appeared|remains?|remained|looks?)$/.test(word))
      verbs += 1;
    else if (/^(?:enhances?|opacif(?:y|ies)|fills?|takes?|tapers?)$/.test(word)) verbs += 1;
    else if (/^(?:and|but|yet|though)$/.test(word)) {
      const subject = subjectOfClause(parsed, at);
      return subject ? [subjectFrom(lexicon, parsed, rootOf(lexicon, subject), null)] : [];
    } else if (!copula.test(word) && !/ly$/.test(word) && word !== "(" && word !== ")") return [];
    at -= 1;
  }
  if (verbs === 0 || at < (sentence?.first ?? 0)) return [];
  let phrase: Phrase | undefined = parted(lexicon, parsed, phraseOf(parsed, at));
  const subjects: Subject[] = [];
  while (phrase && subjects.length < 6) {
    const root: Phrase = rootOf(lexicon, phrase);
    subjects.push(subjectFrom(lexicon, parsed, root, null, { first: openedAt(parsed, root.first) }));
    const isListed = /^(?:and|or)$/.test(root.link) || (subjects.length > 1 && root.link === ",");
    phrase = root.before && isListed ? root.before : undefined;
  }
  return subjects.filter(({ terms }) => terms.length > 0);
}

/** A phrase and what "of" hangs on it, without the tokens of the state itself. */
export function subjectFrom(
  lexicon: Lexicon,
  parsed: ParsedText,
  phrase: Phrase,
  without: readonly [number, number] | null,
  outer?: Pick<Phrase, "first">,
): Subject {
  const own = phrase.terms.filter(
    (term) => without === null || term.last < without[0] || term.first > without[1],
  );
  const terms = [...own];
  let end = phrase.last;
  let at = parsed.phrases.indexOf(phrase) + 1;
  for (let next = parsed.phrases[at]; next; next = parsed.phrases[at]) {
    if (!isHung(lexicon, next) || !/^(?:of|in|at)$/.test(next.link)) break;
    terms.push(...next.terms);
    end = next.last;
    at += 1;
  }
  return { own, terms, ...marksOf(parsed, outer?.first ?? phrase.first, end) };
}

/** The places and sides that are named from one token to another. */
export function marksOf(parsed: ParsedText, from: number, to: number): Pick<Subject, "places" | "sides"> {
  return {
    places: mentions(parsed, "level").filter(({ first, last }) => first >= from && last <= to),
    sides: mentions(parsed, "side")
      .filter(({ first, last }) => first >= from && last <= to)
      .map(({ value }) => value),
  };
}

const plain = new Set(
  "wall margin tissue surface cavity region parenchyma structure organ gland size position signal density appearance border space overl underl overly underly surround adjac visibl imag includ examin shown neighbor".split(
    " ",
  ),
);

/** Whether all that `narrow` says of its part fits `wide`: the same part, no other side or place, nothing it lacks. */
export function isPartOf(narrow: Subject, wide: Subject): boolean {
  const head = wide.own.findLast(({ id }) => !plain.has(id)) ?? wide.terms[0];
  if (!head) return false;
  const same = narrow.terms.some(
    (term) =>
      term.id === head.id ||
      term.wider === head.id ||
      (term.parts.includes(head.id) && term.class === "anatomy"),
  );
  if (!same) return false;
  const lacks = wide.terms.some(
    (term) =>
      term !== head &&
      term.weight >= 0.5 &&
      term.class !== "finding" &&
      !plain.has(term.id) &&
      !narrow.terms.some(
        (other) => other.id === term.id || other.wider === term.id || other.parts.includes(term.id),
      ),
  );
  if (lacks) return false;
  const otherSide =
    wide.sides.some((side) => side !== "both") &&
    !wide.sides.some((side) => narrow.sides.includes(side) || narrow.sides.includes("both"));
  if (otherSide) return false;
  return wide.places.every((place) =>
    narrow.places.some((other) => other.group === place.group && other.value === place.value),
  );
}
