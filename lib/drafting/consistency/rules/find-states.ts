import type { CheckCase } from "./check-case";
import { isHung } from "./find-phrases";
import type { Lexicon } from "./language-pack";
import { mentions, type ParsedText, type Phrase, phraseOf, type Term } from "./parsed-text";
import { copula, isPartOf, type Subject, subjectFrom, subjectsOf } from "./state-subjects";
import { notOfPart, statesOfParts } from "./state-words";

const stateKey = Symbol("state");

/** A place where something is called normal, or said to have a finding. */
export interface State {
  readonly parsed: ParsedText;
  readonly normal: boolean;
  /** The finding that is there, or that is denied; null for a plain "normal" or "abnormal". */
  readonly finding: Term | null;
  readonly first: number;
  readonly last: number;
  readonly subjects: readonly Subject[];
}

const speaksOfRest =
  /^(?:contralateral|opposite|remaining|other|rest|otherwise|fellow|adjacent|elsewhere|remainder)$/;

/** The states that a text names, of every part it says them of. */
export function findStates(lexicon: Lexicon, parsed: ParsedText): State[] {
  const states: State[] = [];
  const add = (normal: boolean, finding: Term | null, first: number, last: number) => {
    const subjects = subjectsOf(lexicon, parsed, first, last, finding);
    if (subjects.length > 0) states.push({ parsed, normal, finding, first, last, subjects });
  };
  for (const kind of ["normal", "abnormal"] as const)
    for (const { first, last } of mentions(parsed, kind)) {
      if (saysMoreThan(parsed, first) || saysOneAspect(parsed, last)) continue;
      if (
        /^(?:hardly|scarcely|barely|little|minimally|nearly|almost)$/.test(
          parsed.tokens[first - 1]?.lower ?? "",
        )
      )
        continue;
      const denied = parsed.negated[first] === 1;
      if (denied && kind === "abnormal") continue;
      add((kind === "normal") !== denied, null, first, last);
    }
  for (const { first, last } of mentions(parsed, "involves")) {
    const object = parsed.phrases.find((phrase) => phrase.first > last && phrase.first - last <= 3);
    if (
      !object ||
      parsed.negated[first] === 1 ||
      parsed.sentenceOf[object.first] !== parsed.sentenceOf[first]
    )
      continue;
    states.push({
      parsed,
      normal: false,
      finding: null,
      first,
      last,
      subjects: [subjectFrom(lexicon, parsed, object, null)],
    });
  }
  for (const { first, last } of mentions(parsed, "spares")) {
    const object = parsed.phrases.find((phrase) => phrase.first > last && phrase.first - last <= 3);
    if (!object || parsed.sentenceOf[object.first] !== parsed.sentenceOf[first]) continue;
    states.push({
      parsed,
      normal: true,
      finding: null,
      first,
      last,
      subjects: [subjectFrom(lexicon, parsed, object, null)],
    });
  }
  for (const term of parsed.terms) {
    if (term.class !== "finding" || isInNormal(parsed, term)) continue;
    if (
      !statesOfParts.has(term.id) &&
      (parsed.negated[term.first] === 1 || notOfPart.has(term.id.replace(/ /g, "-")))
    )
      continue;
    const level = parsed.certainty[term.first] ?? -1;
    if ((level >= 0 && level <= 1) || isOfDenied(lexicon, parsed, term)) continue;
    add(parsed.negated[term.first] === 1, term, term.first, term.last);
  }
  return states;
}

/** "No displacement of the fracture": the fracture is there. */
function isOfDenied(lexicon: Lexicon, parsed: ParsedText, { first }: Term): boolean {
  const phrase = phraseOf(parsed, first);
  if (!phrase?.before || !isHung(lexicon, phrase) || parsed.negated[first] !== 1) return false;
  return parsed.negated[phrase.before.last] === 1 && phrase.before.terms.length > 0;
}

/** "Normal-sized", "of normal thickness", "no enlargement": the finding is part of a normal wording. */
const isInNormal = (parsed: ParsedText, { first, last }: Term): boolean =>
  mentions(parsed, "normal").some((normal) => normal.first <= last && normal.last >= first);

/** "More than normal", "replacement of the normal marrow", "the rest is normal": nothing named is called normal. */
function saysMoreThan(parsed: ParsedText, first: number): boolean {
  const word = parsed.tokens[first - 1]?.lower ?? "";
  const before = /^(?:the|its|an?)$/.test(word) ? (parsed.tokens[first - 2]?.lower ?? "") : word;
  if (/^(?:of|than|near|almost)$/.test(before) && before !== word) return true;
  if (/^(?:than|near|almost)$/.test(before)) return true;
  const sentence = parsed.sentences[parsed.sentenceOf[first] ?? 0];
  for (let at = sentence?.first ?? 0; at <= (sentence?.last ?? 0); at += 1)
    if (speaksOfRest.test(parsed.tokens[at]?.lower ?? "")) return true;
  return false;
}

/** "Normal in size", "of normal signal": not normal in all. */
function saysOneAspect(parsed: ParsedText, last: number): boolean {
  const next = parsed.tokens[last + 1]?.form ?? "";
  const word = parsed.tokens[last]?.lower;
  if (word === "normally" || (word === "clear" && /^(?:space|cell|of)$/.test(next))) return true;
  const after = parsed.tokens[last + 2]?.form ?? "";
  const aspect =
    /^(?:size|signal|shape|position|thickness|width|caliber|color|colour|attenuation|density|echogenicity|echotexture|texture|contour|course|configuration|height|length|marrow|intensity|limit|diameter|flow|alignment|for)$/;
  return aspect.test(next) || (/^(?:in|for)$/.test(next) && aspect.test(after));
}

/** Whether a text names the part in a row of sites of a finding: "uptake in the ribs and the spine". */
export function isSiteOfFinding(lexicon: Lexicon, parsed: ParsedText, subject: Subject): ParsedSite | null {
  for (const phrase of parsed.phrases) {
    if (!phrase.before || parsed.negated[phrase.first] === 1) continue;
    if (lexicon.verbs.has(parsed.tokens[phrase.last + 1]?.lower ?? "")) continue;
    const one = subjectFrom(lexicon, parsed, phrase, null);
    if (!isPartOf(one, subject)) continue;
    let root: Phrase = phrase;
    while (root.before) root = root.before;
    if (parsed.negated[root.first] === 1 || copula.test(parsed.tokens[root.first - 1]?.lower ?? "")) continue;
    const head = root.terms.findLast((term) => term.class === "finding" || term.weight >= 0.8);
    const isSignal = mentions(parsed, "signal").some(
      ({ first, last }) => first >= root.first && last <= root.last,
    );
    if (root !== phrase && isSignal) return { parsed, first: phrase.first, last: phrase.last };
    if (root !== phrase && head?.class === "finding" && !notOfPart.has(head.id) && !isInNormal(parsed, head))
      return { parsed, first: phrase.first, last: phrase.last };
  }
  return null;
}

type ParsedSite = Pick<State, "parsed" | "first" | "last">;

/** The states of the sources, found once for all drafts. */
export const sourceStates = (texts: CheckCase): readonly State[] =>
  texts.ofSources(stateKey, (source) => findStates(texts.lexicon, source));
