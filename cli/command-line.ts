import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError, type Verb, type VerbCall, type VerbOptions } from "./verb";

const shared = { json: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;

export type Command =
  | { readonly kind: "overall-help" }
  | { readonly kind: "verb-help"; readonly verb: Verb }
  | { readonly kind: "run"; readonly verb: Verb; readonly call: Omit<VerbCall, "log"> };

/** What a command line asks for. @throws UsageError with one sentence when it asks for nothing known. */
export function readCommand(argv: readonly string[], verbs: readonly Verb[]): Command {
  const words = argv.filter((word) => word !== "--json");
  if (words.length === 0 || words[0] === "--help" || words[0] === "-h" || words[0] === "help")
    return { kind: "overall-help" };
  const verb = [2, 1]
    .map((count) => words.slice(0, count).join(" "))
    .map((name) => verbs.find((candidate) => candidate.name === name))
    .find((found) => found !== undefined);
  if (!verb) throw new UsageError(unknownVerb(words, verbs));
  const { positionals, values } = parse(argv, verb.options);
  const rest = positionals.slice(verb.name.split(" ").length);
  if (values.help === true) return { kind: "verb-help", verb };
  return { kind: "run", verb, call: { positionals: rest, values, json: values.json === true } };
}

function parse(argv: readonly string[], options: VerbOptions) {
  const config: ParseArgsConfig = {
    args: [...argv],
    options: { ...options, ...shared },
    allowPositionals: true,
    strict: true,
  };
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const sentence = error.message.split(/\. (?=To specify)|\n/)[0] ?? error.message;
    throw new UsageError(`${sentence.replace(/\.$/, "")}. Add --help to see the options.`);
  }
}

function unknownVerb(words: readonly string[], verbs: readonly Verb[]): string {
  const family = verbs.filter((verb) => verb.name.startsWith(`${words[0]} `));
  const asked = family.length > 0 ? words.slice(0, 2).join(" ") : words[0];
  const known = (family.length > 0 ? family : verbs).map((verb) => verb.name).join(", ");
  return `There is no verb "${asked}". Known: ${known}.`;
}

export function overallHelp(verbs: readonly Verb[]): string {
  const width = Math.max(...verbs.map((verb) => verb.name.length), 0) + 2;
  return [
    "Usage: npm run cli -- <verb> [options]",
    "",
    ...verbs.map((verb) => `  ${verb.name.padEnd(width)}${verb.summary}`),
    "",
    "Every verb takes --json (one JSON object on standard output, progress on standard error) and --help.",
    "The database is DATABASE_URL, else the embedded one of DATA_DIR (default .data): joined where it runs,",
    "started for the time of the command where it does not. Exit code 0 or 1. DEBUG=1 shows stacks.",
  ].join("\n");
}

export function verbHelp(verb: Verb): string {
  return `${verb.summary}\n\nUsage: npm run cli -- ${verb.usage} [--json]`;
}
