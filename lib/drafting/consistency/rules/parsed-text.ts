import type { Lexicon, TermClass, Unit } from "./language-pack";
import type { Token } from "./split-words";

/** A wording of the language pack found in a text. `first` and `last` are token indexes, both inclusive. */
export interface ValueMention {
  readonly kind: string;
  readonly group: string;
  readonly value: string;
  readonly first: number;
  readonly last: number;
}

/** What a word or phrase is about. */
export interface Term {
  readonly id: string;
  readonly class: TermClass;
  readonly wider: string | null;
  /** Of a phrase: what its words are about one by one. */
  readonly parts: readonly string[];
  readonly first: number;
  readonly last: number;
  /** Reporting words and unknown short words count for little. */
  readonly weight: number;
}

/** A noun phrase. `first` and `last` are token indexes, both inclusive. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
  /** Its telling terms; the last is what it is about. */
  readonly terms: readonly Term[];
  /** The word before it and its article: a preposition, "and", a comma, a verb. */
  readonly link: string;
  /** The phrase that a preposition, "and" or comma joins it to. */
  readonly before: Phrase | null;
}

export type NumberRole = "measure" | "count" | "age" | "duration" | "label" | "plain";

export interface NumberMention {
  /** More than one for "14 x 11 x 16 mm" and "3 to 5 mm". */
  readonly values: readonly number[];
  readonly decimals: readonly number[];
  readonly unit: Unit | null;
  readonly role: NumberRole;
  readonly comparator: "<" | ">" | "=";
  readonly approximate: boolean;
  readonly first: number;
  readonly last: number;
  /** The last token of the figures, before the unit. */
  readonly lastFigure: number;
}

export interface ParsedSentence {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

/** A text with everything that the checks read in it. */
export interface ParsedText {
  /** The words of its language. */
  readonly lexicon: Lexicon;
  /** The passage it is, null for a draft or question. */
  readonly passageId: string | null;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly ParsedSentence[];
  /** Sentence index of each token. */
  readonly sentenceOf: Int32Array;
  /** Sum of boundary strengths before each token: two tokens are as far apart as the difference. */
  readonly boundary: Float64Array;
  readonly values: ReadonlyMap<string, readonly ValueMention[]>;
  readonly terms: readonly Term[];
  /** The terms of each sentence. */
  readonly termsOf: readonly (readonly Term[])[];
  readonly phrases: readonly Phrase[];
  /** Phrase index of each token, -1 between phrases. */
  readonly phraseAt: Int32Array;
  readonly numbers: readonly NumberMention[];
  /** 1 where a token stands under a negation. */
  readonly negated: Uint8Array;
  /** 0 possible, 1 probable, 2 stated, 3 certain; -1 where nothing says. */
  readonly certainty: Int8Array;
}

export function mentions(parsed: ParsedText, kind: string): readonly ValueMention[] {
  return parsed.values.get(kind) ?? [];
}

/** The phrase that a token stands in. */
export function phraseOf(parsed: ParsedText, at: number): Phrase | undefined {
  return parsed.phrases[parsed.phraseAt[at] ?? -1];
}

/** The offsets of a run of tokens, end exclusive. */
export function spanOf(parsed: ParsedText, first: number, last: number): { start: number; end: number } {
  return { start: parsed.tokens[first]?.start ?? 0, end: parsed.tokens[last]?.end ?? 0 };
}
