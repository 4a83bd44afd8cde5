import type { WordLists, WordPatterns } from "./word-lists";

/** The words of one language that the checks need. Lists are rows of "value: wording | wording", one row a line. */
export interface LanguagePack {
  readonly id: string;
  readonly stopWords: string;
  readonly reportingWords: string;
  /** Verbs in all their forms, prepositions and articles: the words between noun phrases. */
  readonly verbs: string;
  readonly prepositions: string;
  readonly articles: string;
  /** Words for how long, wide or thick something is. */
  readonly dimensions: string;
  readonly abbreviations: Readonly<Record<string, string>>;
  /** By kind of value. */
  readonly values: Readonly<Record<string, string>>;
  /** By group of places that exclude each other. */
  readonly levels: Readonly<Record<string, string>>;
  readonly notLevel: string;
  readonly anatomy: string;
  readonly findings: string;
  /** Words that only look like a form of a term: "massive", "radiation". */
  readonly notTerms: string;
  /** What a finding is made of or told by. */
  readonly related: string;
  readonly outsideImage: string;
  readonly units: readonly { readonly quantity: string; readonly factor: number; readonly names: string }[];
  readonly figureNames: string;
  readonly modalityMeets: Readonly<Record<string, string>>;
  readonly modalityCodes: Readonly<Record<string, string>>;
  /** How far words and marks part what stands on both sides of them. */
  readonly boundaries: Readonly<Record<string, number>>;
  readonly words: WordLists<string>;
  readonly patterns: WordPatterns;
}

export type TermClass = "anatomy" | "finding" | "outside" | "word";

export interface Unit {
  readonly quantity: string;
  readonly factor: number;
  readonly name: string;
}

export interface Wording<T> {
  readonly keys: readonly string[];
  readonly means: T;
}

/** Wordings with one first word. */
export interface Wordings<T> {
  readonly alone: readonly Wording<T>[];
  /** Those of two words and more by their second, the longer first. */
  readonly longer: ReadonlyMap<string, readonly Wording<T>[]>;
}

/** Wordings by their first word. */
export type WordingTable<T> = ReadonlyMap<string, Wordings<T>>;

export interface ValueMeaning {
  readonly kind: string;
  readonly group: string;
  readonly value: string;
}

export interface TermMeaning {
  readonly id: string;
  readonly class: TermClass;
  readonly wider: string | null;
}

/** A language pack made ready for look-up. */
export interface Lexicon {
  readonly pack: LanguagePack;
  readonly abbreviations: ReadonlyMap<string, readonly string[]>;
  readonly values: WordingTable<ValueMeaning>;
  readonly terms: WordingTable<TermMeaning>;
  /** Single words whose stem two terms share, by their form; null where it is a form of neither. */
  readonly exactTerms: ReadonlyMap<string, TermMeaning | null>;
  readonly outside: WordingTable<string>;
  /** By the id of a term, the ids of what it is made of. */
  readonly related: ReadonlyMap<string, ReadonlySet<string>>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly stopForms: ReadonlySet<string>;
  readonly reportingForms: ReadonlySet<string>;
  readonly verbs: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  readonly dimensions: ReadonlySet<string>;
  readonly boundaries: ReadonlyMap<string, number>;
  readonly words: WordLists<ReadonlySet<string>>;
  readonly patterns: WordPatterns;
}
