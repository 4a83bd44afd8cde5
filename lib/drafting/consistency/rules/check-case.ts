import type { CheckInput, FlagEvidence, FlagKind } from "../types";
import { compileLanguage } from "./compile-language";
import type { LanguagePack, Lexicon } from "./language-pack";
import { parseText } from "./parse-text";
import type { ParsedText, Term } from "./parsed-text";

/** The draft and everything it is held against, read once for all checks. */
export interface CheckCase {
  readonly lexicon: Lexicon;
  readonly input: CheckInput;
  readonly draft: ParsedText;
  readonly question: ParsedText | null;
  readonly sources: readonly ParsedText[];
  /** How telling a term is within this case: rare ones count more. */
  weightOf(term: Term): number;
  /**
   * What is made of every source text, made once for all drafts held against the same passages. `key`: a symbol of the
   * caller's own; `variant`: what else it depends on.
   */
  ofSources<T>(key: symbol, make: (parsed: ParsedText) => readonly T[], variant?: string): readonly T[];
  /** Ids of all terms of the sources, and of the wider names they belong to. */
  readonly sourceTerms: ReadonlySet<string>;
  /** Ids of what those are made of. */
  readonly relatedTerms: ReadonlySet<string>;
  /** How far the sources support a term of the draft, as far as it was asked. */
  readonly support: Map<Term, number>;
}

/** Something a check found: a flag before it gets its fix. */
export interface Conflict {
  readonly kind: FlagKind;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly evidence: FlagEvidence;
  /** What the draft says and what the source says, for exchanged properties; null where it is no exchange of values. */
  readonly exchange: { readonly given: string; readonly wanted: string } | null;
  readonly fix: { readonly start: number; readonly end: number; readonly replacement: string } | null;
  /** Conflicts that this one explains better. */
  readonly replaces?: readonly Conflict[];
}

export interface ConsistencyCheck {
  readonly id: FlagKind;
  readonly label: string;
  find(texts: CheckCase, earlier: readonly Conflict[]): readonly Conflict[];
}

interface ParsedSources {
  readonly sources: readonly ParsedText[];
  readonly sourceTerms: ReadonlySet<string>;
  readonly relatedTerms: ReadonlySet<string>;
  /** By the id of a term: rare ones count more. */
  readonly rarity: ReadonlyMap<string, number>;
  /** Of a term that no source has. */
  readonly unseen: number;
  readonly made: Map<symbol, Map<string, readonly unknown[]>>;
}

interface KeptSources {
  readonly lexicon: Lexicon;
  readonly passages: CheckInput["passages"];
  readonly parsed: ParsedSources;
}

/**
 * The last few cases, the latest first. Not kept by the lists of passages themselves: whoever holds many lists would
 * hold all that was read of them, too.
 */
const recentSources: KeptSources[] = [];
const casesKept = 8;

const haveOneText = (one: CheckInput["passages"], other: CheckInput["passages"]): boolean =>
  one === other ||
  (one.length === other.length &&
    one.every(({ id, text }, index) => id === other[index]?.id && text === other[index]?.text));

/** The same texts are read once, in one list of passages or, as rows of a file give them, in several. */
function parseSources(lexicon: Lexicon, passages: CheckInput["passages"]): ParsedSources {
  const at = recentSources.findIndex(
    (kept) => kept.lexicon === lexicon && haveOneText(kept.passages, passages),
  );
  const known = recentSources[at];
  if (at === 0 && known) return known.parsed;
  if (known) recentSources.splice(at, 1);
  else if (recentSources.length >= casesKept) recentSources.pop();
  const parsed = known?.parsed ?? readSources(lexicon, passages);
  recentSources.unshift({ lexicon, passages, parsed });
  return parsed;
}

function readSources(lexicon: Lexicon, passages: CheckInput["passages"]): ParsedSources {
  const sources = passages.map(({ id, text }) => parseText(lexicon, text, id));
  const sourceTerms = new Set<string>();
  const frequency = new Map<string, number>();
  let count = 1;
  for (const source of sources) {
    const seen = new Set<string>();
    for (const term of source.terms) {
      sourceTerms.add(term.id);
      if (term.wider) sourceTerms.add(term.wider);
      for (const part of term.parts) sourceTerms.add(part);
      const key = `${source.sentenceOf[term.first]} ${term.id}`;
      if (!seen.has(key)) frequency.set(term.id, (frequency.get(term.id) ?? 0) + 1);
      seen.add(key);
    }
    count += source.sentences.length;
  }
  const rarityOf = (times: number) => 0.4 + Math.log(1 + count / times);
  const rarity = new Map([...frequency].map(([id, times]) => [id, rarityOf(times)]));
  return {
    sources,
    sourceTerms,
    relatedTerms: new Set([...sourceTerms].flatMap((id) => [...(lexicon.related.get(id) ?? [])])),
    rarity,
    unseen: rarityOf(1),
    made: new Map(),
  };
}

/** Reads a draft and its sources. The sources of the same list of passages are read once; `question`: as it was read before. */
export function readCase(input: CheckInput, pack: LanguagePack, question?: CheckCase["question"]): CheckCase {
  const lexicon = compileLanguage(pack);
  const { sources, sourceTerms, relatedTerms, rarity, unseen, made } = parseSources(lexicon, input.passages);
  return {
    lexicon,
    input,
    sources,
    sourceTerms,
    relatedTerms,
    support: new Map(),
    draft: parseText(lexicon, input.text, null),
    question: question ?? (input.question === undefined ? null : parseText(lexicon, input.question, null)),
    ofSources: <T>(key: symbol, make: (parsed: ParsedText) => readonly T[], variant = "") => {
      let variants = made.get(key);
      if (!variants) {
        variants = new Map();
        made.set(key, variants);
      }
      let known = variants.get(variant);
      if (!known) {
        known = sources.flatMap(make);
        variants.set(variant, known);
      }
      return known as readonly T[];
    },
    weightOf: (term) => term.weight * (rarity.get(term.id) ?? unseen),
  };
}
