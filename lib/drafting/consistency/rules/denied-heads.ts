import type { CheckCase } from "./check-case";
import { isHung } from "./find-phrases";
import type { Lexicon } from "./language-pack";
import { mentions, type ParsedText, type Phrase, phraseOf, type Term } from "./parsed-text";

/** Whether a denial in the sentence of a finding says nothing of whether it is there: it stands around what is denied. */
export const isOutsideDenial = (texts: CheckCase, parsed: ParsedText, term: Term): boolean =>
  isDeniedInPart(parsed, term) ||
  hangsOnDenied(texts, parsed, term) ||
  isInverted(parsed, term) ||
  isUnlike(parsed, term) ||
  isNotSo(parsed, term);

const isDenied = ({ negated }: ParsedText, { first }: Term): boolean => negated[first] === 1;

/** "No fracture around the implant": the fracture is denied, the implant is not. */
function hangsOnDenied(texts: CheckCase, parsed: ParsedText, term: Term): boolean {
  const phrase = phraseOf(parsed, term.first);
  if (!phrase) return false;
  if (phrase.link === "of" && isDenied(parsed, term) && isOfDeed(parsed, phrase.first)) return true;
  if (isDenied(parsed, term) && isBehindDenied(texts, parsed, phrase)) return true;
  if (!phrase.before || !isHung(texts.lexicon, phrase)) return false;
  return isDenied(parsed, term) && parsed.negated[phrase.before.last] === 1 && phrase.before.terms.length > 0;
}

/** "Does not exceed that of blood", "no defect is present within the cavity": behind a verb or preposition that is denied. */
function isBehindDenied({ lexicon }: CheckCase, parsed: ParsedText, phrase: Phrase): boolean {
  if (isObjectOfDenied(lexicon, parsed, phrase.first)) return true;
  let root = phrase;
  while (root.before && /^(?:,|and|or|nor)$/.test(root.link)) root = root.before;
  let at = root.first - 1;
  while (lexicon.articles.has(parsed.tokens[at]?.lower ?? "") && parsed.negated[at] === 1) at -= 1;
  if (parsed.negated[at] !== 1) return false;
  const { lower = "", form = "" } = parsed.tokens[at] ?? {};
  return lexicon.prepositions.has(lower) || (lexicon.verbs.has(lower) && !lexicon.reportingForms.has(form));
}

/** "Does not exceed the pool": what follows the verb is not denied, but what a text shows or contains. */
function isObjectOfDenied({ reportingForms }: Lexicon, parsed: ParsedText, first: number): boolean {
  const from = parsed.sentences[parsed.sentenceOf[first] ?? 0]?.first ?? 0;
  for (let at = first; at > from && parsed.negated[at] === 1; at -= 1)
    if (parsed.tokens[at - 1]?.lower === "not")
      return (
        /^(?:does|do|did|can|could|will|may)$/.test(parsed.tokens[at - 2]?.lower ?? "") &&
        !reportingForms.has(parsed.tokens[at]?.form ?? "") &&
        at < first + 1
      );
  return false;
}

/** "No more filling of the varices" */
function isOfDeed({ tokens, negated }: ParsedText, first: number): boolean {
  let at = first - 1;
  while (/^(?:of|the|an?|its|this)$/.test(tokens[at]?.lower ?? "")) at -= 1;
  return negated[at] === 1 && /ing$/.test(tokens[at]?.lower ?? "");
}

/** "The uptake is not increased": it is there, its degree is denied. */
const isNotSo = (parsed: ParsedText, { first, last }: Term): boolean =>
  parsed.negated[first] !== 1 &&
  [...mentions(parsed, "change"), ...mentions(parsed, "abnormal")].some(
    (word) =>
      word.first > last &&
      word.first - last <= 4 &&
      parsed.negated[word.first] === 1 &&
      parsed.sentenceOf[word.first] === parsed.sentenceOf[first],
  );

/** "A non-calcified plaque": what kind it is, not whether there is calcium. */
function isUnlike(parsed: ParsedText, { first, last }: Term): boolean {
  const phrase = phraseOf(parsed, first);
  return (
    /^(?:non|un)$/.test(parsed.tokens[first - 1]?.lower ?? "") &&
    parsed.tokens[first]?.glued === true &&
    phrase !== undefined &&
    phrase.last > last
  );
}

/** "Nor does the mass encase the nerve": nothing is said of whether the mass is there. */
function isInverted(parsed: ParsedText, term: Term): boolean {
  let at = (phraseOf(parsed, term.first)?.first ?? term.first) - 1;
  while (/^(?:the|an?|this|its|any)$/.test(parsed.tokens[at]?.lower ?? "")) at -= 1;
  return (
    /^(?:does|do|did|is|are|was|were|has|have|had)$/.test(parsed.tokens[at]?.lower ?? "") &&
    parsed.tokens[at - 1]?.lower === "nor"
  );
}

/** "No uptake above that of the liver", "not dilated beyond 3 mm": there may be some. */
function isDeniedInPart(parsed: ParsedText, term: Term): boolean {
  if (!isDenied(parsed, term)) return false;
  for (let at = term.last + 1; at <= term.last + 6; at += 1) {
    const word = parsed.tokens[at]?.lower ?? ".";
    if (/^(?:above|beyond|exceeding|exceeds|greater|more|over|than|higher|outside|other|except)$/.test(word))
      return true;
    if (!/^(?:in|of|within|the|at|on|an?)$/.test(word) && parsed.phraseAt[at] === -1) return false;
  }
  return false;
}
