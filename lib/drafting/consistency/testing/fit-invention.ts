import { readFileSync } from "node:fs";
import { english } from "../language/en";
import { readCase } from "../rules/check-case";
import type { FlagWeights } from "../rules/flag-score";
import { scoreWith } from "../rules/flag-score";
import { type InventionFeatures, inventionFeatures, inventionOf } from "../rules/invention";
import { readPairs } from "../rules/read-pairs";
import { segmentsOf } from "../rules/strangeness";
import { crossValidated, folder, goldsOf, namedWeights, round } from "./fit-flag-score";
import { fitLogistic } from "./fit-logistic";

/** A sentence or clause of a draft in which something is new. */
export interface NewPart {
  readonly file: string;
  readonly features: InventionFeatures;
  /** The pair marks it as unsupported. */
  readonly isInvented: boolean;
}

const files = [
  ...[3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16].map((part) => `open-${part}`),
  ...[5, 6, 7, 8, 9, 10, 11, 12, 13].map((part) => `held-${part}`),
];

/** The sentences and clauses of the drafts of pairs, as far as something in them is new. */
export function readNewParts(): NewPart[] {
  return files.flatMap((file) => {
    const path = `${folder}/pairs/${file}.jsonl`;
    const golds = goldsOf(path);
    return readPairs(readFileSync(path, "utf8")).pairs.flatMap(({ id, input }) => {
      const texts = readCase(input, english);
      const { draft } = texts;
      const marked = (golds.get(id)?.flags ?? [])
        .filter(({ kind }) => kind === "unsupported")
        .map(({ quote }) => ({ start: input.text.indexOf(quote), length: quote.length }));
      const partOf = (first: number, last: number, isSentence: boolean): NewPart[] => {
        const features = inventionOf(texts, first, last, isSentence);
        const [from, to] = [draft.tokens[first]?.start ?? 0, draft.tokens[last]?.end ?? 0];
        const isInvented = marked.some(({ start, length }) => from < start + length && to > start);
        return features ? [{ file, features, isInvented }] : [];
      };
      return draft.sentences.flatMap(({ first, last }) => {
        const clauses = segmentsOf(draft, first, last);
        return [
          ...partOf(first, last, true),
          ...(clauses.length > 1
            ? clauses.flatMap((clause) => partOf(clause.first, clause.last, false))
            : []),
        ];
      });
    });
  });
}

const penalty = 5;

/** The weights by which a new part is called invented, of three decimals. */
export function fitInvention(parts: readonly NewPart[], least: number): FlagWeights {
  const names = Object.keys(inventionFeatures) as (keyof InventionFeatures)[];
  const { bias, weights } = fitLogistic(
    parts.map(({ features }) => names.map((name) => features[name])),
    parts.map(({ isInvented }) => isInvented),
    penalty,
  );
  return {
    least,
    bias: round(bias),
    features: namedWeights(names, weights),
    kinds: {},
  };
}

/** Parts judged by weights of other sittings. */
export const crossValidatedParts = (parts: readonly NewPart[]) =>
  crossValidated(
    parts,
    (others) => fitInvention(others, 0),
    (weights, { features }) => scoreWith(weights, "unsupported", features),
  );
