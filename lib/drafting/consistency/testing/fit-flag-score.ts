import { readFileSync } from "node:fs";
import { z } from "zod";
import { english } from "../language/en";
import { readCase } from "../rules/check-case";
import { type FlagFeatures, featuresOf, flagFeatures } from "../rules/flag-features";
import { type FlagWeights, scoreWith } from "../rules/flag-score";
import { readPairs } from "../rules/read-pairs";
import { type FlagKind, flagKinds } from "../types";
import { fitLogistic } from "./fit-logistic";

export const folder = "lib/drafting/consistency/testing";

const spanSchema = z.object({ passageId: z.string(), start: z.number(), end: z.number() });
const recordSchema = z.object({
  file: z.string(),
  id: z.string(),
  version: z.number(),
  kind: z.enum(flagKinds),
  start: z.number(),
  end: z.number(),
  evidence: z.discriminatedUnion("from", [
    z.object({ from: z.literal("passage"), span: spanSchema }),
    z.object({
      from: z.literal("metadata"),
      field: z.enum([
        "Modality",
        "BodyPartExamined",
        "Laterality",
        "plane",
        "sequence",
        "sliceThicknessMm",
        "patientSex",
        "patientAge",
      ]),
    }),
    z.object({ from: z.literal("nothing") }),
  ]),
});
const goldSchema = z.object({
  id: z.string(),
  label: z.string(),
  flags: z.array(z.object({ kind: z.string(), quote: z.string() })),
});

/** A flag raised on a pair that its rules had never seen. */
export interface RecordedFlag {
  readonly file: string;
  /** Of the pair. */
  readonly id: string;
  readonly features: FlagFeatures;
  readonly kind: FlagKind;
  readonly isRight: boolean;
  /** The pair is a faithful draft: the flag is a false alarm. */
  readonly isFaithful: boolean;
}

const rowsOf = (path: string): unknown[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((row) => row !== "")
    .map((row) => JSON.parse(row));

/** What is planted in each pair of a file. */
export const goldsOf = (path: string) =>
  new Map(
    rowsOf(path)
      .map((row) => goldSchema.parse(row))
      .map((row) => [row.id, row]),
  );

/** The flags of `record/flags.jsonl`, with what the checker of today reads around them and whether the pair says they are right. */
export function readRecord(): RecordedFlag[] {
  const records = rowsOf(`${folder}/record/flags.jsonl`).map((row) => recordSchema.parse(row));
  return [...new Set(records.map(({ file }) => file))].flatMap((file) => {
    const path = `${folder}/pairs/${file}.jsonl`;
    const inputs = new Map(readPairs(readFileSync(path, "utf8")).pairs.map(({ id, input }) => [id, input]));
    const golds = goldsOf(path);
    return records
      .filter((record) => record.file === file)
      .map(({ id, kind, start, end, evidence }): RecordedFlag => {
        const [input, gold] = [inputs.get(id), golds.get(id)];
        if (!input || !gold) throw new Error(`record/flags.jsonl: ${file}.jsonl has no pair ${id}.`);
        const texts = readCase(input, english);
        const isRight = gold.flags.some((flag) => {
          const at = input.text.indexOf(flag.quote);
          return flag.kind === kind && start < at + flag.quote.length && end > at;
        });
        return {
          file,
          id,
          features: featuresOf(texts, { start, end, evidence }),
          kind,
          isRight,
          isFaithful: gold.label === "consistent",
        };
      });
  });
}

const penalty = 20;

/**
 * Kinds that weigh features in their own way: a denial always has its word in the source, and what nobody says has no
 * evidence to be near to. Whether draft or source denies is not asked: in the pairs nearly only the sources do.
 */
const ownWays: readonly FlagKind[] = ["negation", "unsupported"];

/** The weights that a record gives, of three decimals. */
export function fitFlagScore(record: readonly RecordedFlag[], least: number): FlagWeights {
  const names = Object.keys(flagFeatures) as (keyof FlagFeatures)[];
  const rows = record.map(({ features, kind }) => [
    ...names.map((name) => features[name]),
    ...flagKinds.map((one) => Number(one === kind)),
    ...ownWays.flatMap((one) => names.map((name) => (one === kind ? features[name] : 0))),
  ]);
  const answers = record.map(({ isRight }) => isRight);
  const { bias, weights } = fitLogistic(rows, answers, penalty);
  const from = (at: number) => namedWeights(names, weights.slice(at));
  const ownFrom = (kind: FlagKind) => {
    const place = ownWays.indexOf(kind);
    return place < 0 ? {} : from(names.length * (place + 1) + flagKinds.length);
  };
  return {
    least,
    bias: round(bias),
    features: from(0),
    kinds: Object.fromEntries(
      flagKinds.map((kind, index) => [
        kind,
        { bias: round(weights[names.length + index] ?? 0), features: ownFrom(kind) },
      ]),
    ),
  };
}

/** Of three decimals. */
export const round = (value: number) => Math.round(value * 1000) / 1000;

/** The first weights, each under the name of its feature. */
export const namedWeights = (names: readonly string[], weights: readonly number[]): Record<string, number> =>
  Object.fromEntries(names.map((name, at) => [name, round(weights[at] ?? 0)]));

/** Files written in one sitting: their flags are judged by weights of the others. */
const sittingOf = (file: string): string => {
  const number = Number(/\d+/.exec(file)?.[0] ?? 1);
  return `${file.startsWith("held") ? "held" : "open"} ${Math.ceil((number - 1) / 3) || 0}`;
};

/** Each flag or part with the likelihood that weights fitted without any file of its sitting give it. */
export function crossValidated<T extends { readonly file: string }>(
  all: readonly T[],
  weightsFrom: (others: readonly T[]) => FlagWeights,
  likelihood: (by: FlagWeights, one: T) => number,
): { one: T; likely: number }[] {
  return [...new Set(all.map(({ file }) => sittingOf(file)))].flatMap((sitting) => {
    const weights = weightsFrom(all.filter(({ file }) => sittingOf(file) !== sitting));
    return all
      .filter(({ file }) => sittingOf(file) === sitting)
      .map((one) => ({ one, likely: likelihood(weights, one) }));
  });
}

/** Flags judged by weights of other sittings. */
export const crossValidatedFlags = (record: readonly RecordedFlag[]) =>
  crossValidated(
    record,
    (others) => fitFlagScore(others, 0),
    (weights, { kind, features }) => scoreWith(weights, kind, features),
  );
