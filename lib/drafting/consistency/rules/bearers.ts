import { isHung } from "./find-phrases";
import type { Lexicon } from "./language-pack";
import { mentions, type ParsedText, type Phrase, type Term } from "./parsed-text";
import { isFraming } from "./strangeness";

/** What a property is said of. */
export interface Bearer {
  /** The noun it is said of, where there is one. */
  readonly head: Term | null;
  /** Empty where the text names it by a pronoun or not at all. */
  readonly terms: readonly Term[];
  /** The one side named with it; null where none or both are. */
  readonly side: string | null;
}

const joins = /^(?:of|in|within|along|at|throughout|across|over|involving|affecting|around)$/;
const holds = /^(?:with|has|have|had|having|showing|containing|harbou?ring|displaying|exhibiting|without)$/;
const asVerb =
  /^(?:shows?|showed|demonstrates?|displays?|exhibits?|reveals?|contains?|has|have|had|keeps?|retains?|remains?|is|are|was|were|appears?|becomes?|became|turns?|turned|gains?|loses?|takes?)$/;

/**
 * Whom a word from `first` to `last` says something of: the rest of its noun phrase and what prepositions hang on it
 * ("a hypoechoic plaque of the artery"), what holds it ("a lesion with high signal", "the kidney shows reduced uptake"),
 * or the subject it is the predicate of.
 */
export function bearerOf(lexicon: Lexicon, parsed: ParsedText, first: number, last: number): Bearer {
  const at = parsed.phraseAt[last] ?? -1;
  const own = parsed.phrases[at];
  const tells = (term: Term) =>
    (term.first > last || term.last < first) && term.weight >= 0.3 && !isFraming(parsed, term);
  const rows: Phrase[] = [];
  let end = own?.last ?? last;
  const noun = nounLikeVerb(lexicon, parsed, own, last);
  const behind = noun ? [noun] : (own?.terms.filter((term) => term.first > last && tells(term)) ?? []);
  const before = own?.terms.filter((term) => term.last < first && tells(term)) ?? [];
  for (let next = at + 1; own && next < parsed.phrases.length; next += 1) {
    const phrase = parsed.phrases[next];
    if (!phrase || phrase.before !== parsed.phrases[next - 1] || !joins.test(phrase.link)) break;
    rows.push(phrase);
    end = phrase.last;
  }
  const hung = rows.flatMap(({ terms }) => terms.filter(tells));
  const from = own?.first ?? first;
  const subject = behind.length > 0 ? null : subjectBefore(lexicon, parsed, from, hung.length > 0);
  const held = subject?.terms.filter(tells) ?? [];
  const isHeld = held.length > 0 && subject !== null;
  return {
    head:
      behind.at(-1) ??
      (isHeld ? (held[subject.head] ?? held[0] ?? null) : (hung[0] ?? before.at(-1) ?? null)),
    terms: [...behind, ...before, ...hung, ...held],
    side:
      isHeld && subject.last < from
        ? (sideWithin(parsed, subject.first, subject.last) ?? sideWithin(parsed, from, end))
        : sideWithin(parsed, from, end),
  };
}

interface Subject {
  readonly first: number;
  readonly last: number;
  readonly terms: readonly Term[];
  /** Where its head stands among the terms. */
  readonly head: number;
}

const pronoun = /^(?:it|they|this|these|those|both|which|that|the latter|latter)$/;

/** "A dark line": a word that can be a verb, behind an adjective with an article. */
function nounLikeVerb(
  lexicon: Lexicon,
  parsed: ParsedText,
  own: Phrase | undefined,
  last: number,
): Term | null {
  const word = parsed.tokens[last + 1]?.lower ?? "";
  if (!own || own.last !== last || !lexicon.verbs.has(word) || /(?:ed|ing|es)$/.test(word)) return null;
  if (!/^(?:an?|the|with|of)$/.test(parsed.tokens[own.first - 1]?.lower ?? "")) return null;
  return (
    parsed.termsOf[parsed.sentenceOf[last] ?? 0]?.find(
      ({ first, weight }) => first === last + 1 && weight >= 0.3,
    ) ?? null
  );
}

/** The noun phrases before a verb or "with", from the head of their row on; for "it" what was spoken of before. */
function subjectBefore(lexicon: Lexicon, parsed: ParsedText, from: number, hasOwn: boolean): Subject | null {
  const start = parsed.sentences[parsed.sentenceOf[from] ?? 0]?.first ?? 0;
  let at = from - 1;
  let links = 0;
  let listed = false;
  for (let hops = 0; hops < 5; hops += 1) {
    let meant = false;
    for (; at >= start && (parsed.phraseAt[at] ?? -1) < 0; at -= 1) {
      const word = parsed.tokens[at]?.lower ?? "";
      if (/^[;:.()]$/.test(word)) return meant ? clauseBefore(parsed, at, start) : null;
      listed ||= /^(?:,|and|but|or)$/.test(word);
      if (holds.test(word) || asVerb.test(word)) links += 1;
      meant ||= links > 0 && pronoun.test(word);
    }
    if (meant) return clauseBefore(parsed, at, start);
    if (links === 0 && !listed && hasOwn) return null;
    const phrase = parsed.phrases[parsed.phraseAt[at] ?? -1];
    if (!phrase || at < start) return null;
    const row = rowOf(lexicon, parsed, phrase);
    const isAdjective = listed && asVerb.test(parsed.tokens[row.first - 1]?.lower ?? "");
    if (!isAdjective && row.terms.some((term) => term.weight >= 0.3 && !isFraming(parsed, term))) return row;
    at = row.first - 1;
  }
  return null;
}

/** A phrase and those it hangs on. */
function rowOf(lexicon: Lexicon, parsed: ParsedText, phrase: Phrase): Subject {
  const terms = [...phrase.terms];
  let root: Phrase = phrase;
  for (let next = holderOf(lexicon, parsed, root); next; next = holderOf(lexicon, parsed, root)) {
    root = next;
    terms.unshift(...root.terms);
  }
  return { first: root.first, last: phrase.last, terms, head: Math.max(0, root.terms.length - 1) };
}

function holderOf(lexicon: Lexicon, parsed: ParsedText, phrase: Phrase): Phrase | null {
  if (isHung(lexicon, phrase)) return phrase.before;
  if (phrase.link !== "with") return null;
  const before = parsed.phrases[(parsed.phraseAt[phrase.first] ?? 0) - 1];
  return before && parsed.sentenceOf[before.first] === parsed.sentenceOf[phrase.first] ? before : null;
}

/** What the clause before says: up to a semicolon, or the sentence before. */
function clauseBefore(parsed: ParsedText, at: number, start: number): Subject | null {
  const index = parsed.sentenceOf[start] ?? 0;
  const before = at > start ? { first: start, last: at } : parsed.sentences[index - 1];
  if (!before) return null;
  const { first, last } = before;
  const terms = (parsed.termsOf[parsed.sentenceOf[first] ?? 0] ?? []).filter(
    (term) => term.first >= first && term.last <= last && term.weight >= 0.3,
  );
  const head = terms.findIndex((term) => term.class === "finding");
  return { first, last, terms, head: Math.max(0, head) };
}

function sideWithin(parsed: ParsedText, from: number, to: number): string | null {
  const sides = new Set(
    mentions(parsed, "side")
      .filter(({ first, last }) => first >= from && last <= to)
      .map(({ value }) => value),
  );
  const [side] = sides;
  return sides.size === 1 && (side === "left" || side === "right") ? side : null;
}
