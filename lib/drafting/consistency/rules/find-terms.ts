import { wordingAt } from "./find-values";
import type { Lexicon, TermMeaning, Wording } from "./language-pack";
import type { Term } from "./parsed-text";
import type { Token } from "./split-words";

const weights = { anatomy: 1.1, finding: 1.1, outside: 1, word: 0.8 } as const;

/** What a text is about, word by word: known phrases under their one name, other content words under their stem. */
export function findTerms(lexicon: Lexicon, tokens: readonly Token[]): Term[] {
  const terms: Term[] = [];
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index];
    if (!token) break;
    const found = termAt(lexicon, tokens, index);
    const last = index + (found?.keys.length ?? 1) - 1;
    if (found && !isDimension(lexicon, tokens, index)) {
      const reported = found.keys.length === 1 && lexicon.reportingForms.has(token.form);
      const { id, class: kind, wider } = found.means;
      terms.push({
        id,
        class: kind,
        wider,
        parts: last === index ? [] : partsOf(lexicon, tokens, index, last),
        first: index,
        last,
        weight: reported ? 0.35 : weights[kind],
      });
    } else if (isContent(lexicon, token)) {
      const weight = lexicon.reportingForms.has(token.form) ? 0.1 : weights.word;
      terms.push({ id: token.stem, class: "word", wider: null, parts: [], first: index, last, weight });
    }
    index = last + 1;
  }
  return terms;
}

/** The longest term that stands at a token; of two with the stem of one word the one with its form. */
function termAt(lexicon: Lexicon, tokens: readonly Token[], index: number): Wording<TermMeaning> | null {
  const found = wordingAt(lexicon.terms, tokens, index, "stem");
  if (found?.keys.length !== 1) return found;
  const exact = lexicon.exactTerms.get(tokens[index]?.form ?? "");
  return exact === null ? null : exact ? { means: exact, keys: found.keys } : found;
}

/** "6 mm thick", "thickness": how much, no finding. */
function isDimension(lexicon: Lexicon, tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token || !lexicon.dimensions.has(token.lower)) return false;
  return /(?:ness|th)$/.test(token.lower) || lexicon.units.has(tokens[index - 1]?.form ?? "");
}

function partsOf(lexicon: Lexicon, tokens: readonly Token[], first: number, last: number): string[] {
  return tokens
    .slice(first, last + 1)
    .filter((token) => isContent(lexicon, token))
    .map(({ stem }) => lexicon.terms.get(stem)?.alone[0]?.means.id ?? stem);
}

function isContent(lexicon: Lexicon, token: Token): boolean {
  return token.isWord && !lexicon.stopForms.has(token.form) && !lexicon.units.has(token.form);
}
