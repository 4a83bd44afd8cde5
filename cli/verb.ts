import { resolve } from "node:path";
import type { ParseArgsConfig } from "node:util";

export type VerbOptions = NonNullable<ParseArgsConfig["options"]>;

export interface VerbCall {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly json: boolean;
  /** A progress line, for standard error. */
  log(line: string): void;
}

export interface VerbOutcome {
  readonly ok: boolean;
  /** The one JSON object of `--json`. */
  readonly result: unknown;
  /** The same for a person. */
  readonly text: string;
  /** Where `--json` gives rows, one JSON object a line, in place of `result`. */
  readonly lines?: readonly string[];
}

export interface Verb {
  /** One or two words, e.g. "user add". */
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  readonly options: VerbOptions;
  /** false, or said so of this call: the verb opens the database itself, or needs none. */
  readonly database?: false | ((call: VerbCall) => boolean);
  run(call: VerbCall): Promise<VerbOutcome>;
}

/** A mistake in the command, said in one sentence; the command line prints it without a stack. */
export class UsageError extends Error {}

/** An option that must be given. @throws UsageError naming it. */
export function required(call: VerbCall, option: string): string {
  const value = call.values[option];
  if (typeof value !== "string" || value === "") throw new UsageError(`--${option} is missing.`);
  return value;
}

/** An option that may be left out. */
export function optional(call: VerbCall, option: string): string | null {
  const value = call.values[option];
  return typeof value === "string" && value !== "" ? value : null;
}

/** No word after the verb. @param options the ones to name, e.g. "--project and --out". @throws UsageError naming them. */
export function onlyOptions(call: VerbCall, verb: string, options: string): void {
  if (call.positionals.length > 0) throw new UsageError(`${verb} takes options only: ${options}.`);
}

/** Exactly one word after the verb. @throws UsageError saying what it should be. */
export function onlyPositional(call: VerbCall, what: string): string {
  const [first, ...more] = call.positionals;
  if (!first || more.length > 0) throw new UsageError(`Give exactly one ${what}.`);
  return first;
}

/** A path as the person meant it: from where they stand, not from the project folder. */
export function pathFromHere(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}
