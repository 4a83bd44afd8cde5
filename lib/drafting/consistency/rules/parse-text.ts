import { splitSentences } from "@/lib/core/text/split-sentences";
import { boundaries, findNegated } from "./find-boundaries";
import { findCertainty } from "./find-certainty";
import { findLevels } from "./find-levels";
import { findNumbers } from "./find-numbers";
import { findPhrases } from "./find-phrases";
import { findTerms } from "./find-terms";
import { findValues } from "./find-values";
import type { Lexicon } from "./language-pack";
import type { ParsedSentence, ParsedText, Term } from "./parsed-text";
import { splitWords, type Token } from "./split-words";

/** Reads a text: its words, sentences, values, numbers, what is denied and what is only supposed. */
export function parseText(lexicon: Lexicon, text: string, passageId: string | null): ParsedText {
  const tokens = splitWords(text, lexicon.abbreviations);
  const { sentences, sentenceOf } = sentencesOf(text, tokens);
  const values = findValues(lexicon, tokens);
  values.set("level", [...(values.get("level") ?? []), ...findLevels(tokens, values)]);
  const terms = findTerms(lexicon, tokens);
  const termsOf = bySentence(terms, sentences, sentenceOf);
  const phrases = findPhrases(lexicon, tokens, sentences, termsOf);
  const phraseAt = new Int32Array(tokens.length).fill(-1);
  for (const [index, { first, last }] of phrases.entries()) phraseAt.fill(index, first, last + 1);
  const boundary = boundaries(lexicon, tokens, sentences);
  const negated = findNegated(lexicon, tokens, sentences, sentenceOf, values);
  return {
    lexicon,
    passageId,
    text,
    tokens,
    sentences,
    sentenceOf,
    boundary,
    values,
    terms,
    termsOf,
    phrases,
    phraseAt,
    numbers: findNumbers(lexicon, tokens, values),
    negated,
    certainty: findCertainty(lexicon, tokens, sentences, sentenceOf, boundary, values, negated),
  };
}

function bySentence(
  terms: readonly Term[],
  sentences: readonly ParsedSentence[],
  sentenceOf: Int32Array,
): Term[][] {
  const lists: Term[][] = sentences.map(() => []);
  for (const term of terms) lists[sentenceOf[term.first] ?? 0]?.push(term);
  return lists;
}

function sentencesOf(
  text: string,
  tokens: readonly Token[],
): { sentences: ParsedSentence[]; sentenceOf: Int32Array } {
  const sentences: ParsedSentence[] = [];
  const sentenceOf = new Int32Array(tokens.length);
  let at = 0;
  for (const { start, end } of splitSentences(text)) {
    const first = at;
    while (at < tokens.length && (tokens[at]?.start ?? 0) < end) {
      sentenceOf[at] = sentences.length;
      at += 1;
    }
    if (at > first) sentences.push({ first, last: at - 1, start, end });
  }
  return { sentences, sentenceOf };
}
