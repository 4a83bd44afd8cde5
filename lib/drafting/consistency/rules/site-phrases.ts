import { isHung, rootOf } from "./find-phrases";
import type { Lexicon } from "./language-pack";
import { type ParsedText, type Phrase, phraseOf } from "./parsed-text";

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

/** "In segment VIII there is a nodule", "Pleura: no effusion": what opens a sentence and holds for its first clause. */
export function openingOf(lexicon: Lexicon, parsed: ParsedText, before: number): Phrase[] {
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

export function hungBehind(lexicon: Lexicon, parsed: ParsedText, phrase: Phrase): Phrase[] {
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
export function chainBefore(lexicon: Lexicon, phrase: Phrase): Phrase[] {
  const found: Phrase[] = [];
  for (let at = phrase; at.before && isHung(lexicon, at); at = at.before) found.push(at.before);
  return found;
}

/** "The vein is thrombosed", "the duct, which is dilated", "the kidney with a stone": what stands before a verb or "with". */
export function subjectOf(lexicon: Lexicon, parsed: ParsedText, from: number, isHead: boolean): Phrase[] {
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
      else if (word === "but" && verbs === 0 && isHead && parsed.negated[from] === 1) return [];
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
export function objectOf(lexicon: Lexicon, parsed: ParsedText, verb: Spot | null, last: number): Phrase[] {
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
