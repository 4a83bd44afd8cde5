import type { Lexicon } from "./language-pack";
import type { ParsedSentence, Phrase, Term } from "./parsed-text";
import type { Token } from "./split-words";

/**
 * The noun phrases of a text: runs of words between verbs, prepositions, articles and marks. "The posterior horn of the
 * medial meniscus" is two, the second hung on the first.
 */
export function findPhrases(
  lexicon: Lexicon,
  tokens: readonly Token[],
  sentences: readonly ParsedSentence[],
  termsOf: readonly (readonly Term[])[],
): Phrase[] {
  const phrases: Phrase[] = [];
  const words = endsOf(lexicon);
  sentences.forEach((sentence, index) => {
    const terms = (termsOf[index] ?? []).filter(({ weight }) => weight >= 0.3);
    const inTerm = new Set<number>();
    for (const term of terms)
      if (term.last > term.first) for (let at = term.first; at <= term.last; at += 1) inTerm.add(at);
    const findings = new Set(terms.filter((term) => term.class === "finding").map((term) => term.first));
    let from = 0;
    let first = -1;
    for (let at = sentence.first; at <= sentence.last + 1; at += 1) {
      const token = at <= sentence.last ? tokens[at] : undefined;
      if (
        token &&
        (inTerm.has(at) ||
          !endsPhrase(lexicon, words, token) ||
          isParticiple(lexicon, words, tokens, at, findings))
      ) {
        if (first < 0) first = at;
        continue;
      }
      if (first < 0) continue;
      const own: Term[] = [];
      while (from < terms.length && (terms[from]?.first ?? 0) < at) {
        const term = terms[from];
        if (term && term.first >= first) own.push(term);
        from += 1;
      }
      phrases.push(phraseOf(lexicon, tokens, phrases.at(-1), sentence, first, at - 1, own));
      first = -1;
    }
  });
  return phrases;
}

const ordinal = /^(?:other|first|second|third)$/;

const ends = new WeakMap<Lexicon, Map<string, boolean>>();

/** The words of a language that were looked at, each with whether it parts noun phrases. */
function endsOf(lexicon: Lexicon): Map<string, boolean> {
  const known = ends.get(lexicon) ?? new Map<string, boolean>();
  ends.set(lexicon, known);
  return known;
}

/** Whether a word parts noun phrases; the same for a word wherever it stands. */
function endsPhrase(lexicon: Lexicon, words: Map<string, boolean>, token: Token): boolean {
  let known = words.get(token.lower);
  if (known === undefined) {
    known = partsPhrases(lexicon, token);
    if (words.size < 50_000) words.set(token.lower, known);
  }
  return known;
}

function partsPhrases(lexicon: Lexicon, { lower, form }: Token): boolean {
  if (!/[\p{L}\d]/u.test(lower)) return lower !== "%" && lower !== "°";
  return lexicon.verbs.has(lower) || (lexicon.stopForms.has(form) && !ordinal.test(form));
}

/** "Effaced cisterns", "an occluded artery": a finding before its noun, no verb. */
function isParticiple(
  lexicon: Lexicon,
  words: Map<string, boolean>,
  tokens: readonly Token[],
  at: number,
  findings: ReadonlySet<number>,
): boolean {
  const next = tokens[at + 1];
  return (
    findings.has(at) &&
    /ed$/.test(tokens[at]?.lower ?? "") &&
    next !== undefined &&
    next.number === null &&
    !endsPhrase(lexicon, words, next)
  );
}

function phraseOf(
  lexicon: Lexicon,
  tokens: readonly Token[],
  before: Phrase | undefined,
  sentence: ParsedSentence,
  first: number,
  last: number,
  terms: readonly Term[],
): Phrase {
  let at = first - 1;
  while (at >= sentence.first && lexicon.articles.has(tokens[at]?.lower ?? "")) at -= 1;
  const link = at >= sentence.first ? (tokens[at]?.lower ?? "") : "";
  const joins = lexicon.prepositions.has(link) || link === "and" || link === "," || link === "or";
  const hangsOn = joins && before !== undefined && before.last === at - 1 && before.first >= sentence.first;
  return { first, last, terms, link, before: hangsOn ? before : null };
}

/** Whether a phrase is joined to the one before it by a preposition. */
export const isHung = (lexicon: Lexicon, phrase: Phrase): boolean =>
  phrase.before !== null && lexicon.prepositions.has(phrase.link);

/** The phrase that begins the row of prepositions a phrase stands in: "horn" for "meniscus" in "horn of the meniscus". */
export function rootOf(lexicon: Lexicon, phrase: Phrase): Phrase {
  let root = phrase;
  while (root.before && isHung(lexicon, root)) root = root.before;
  return root;
}
