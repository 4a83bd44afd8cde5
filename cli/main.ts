import { Console } from "node:console";
import { overallHelp, readCommand, verbHelp } from "./command-line";
import { withDatabase } from "./session";
import { UsageError, type Verb, type VerbCall, type VerbOutcome } from "./verb";
import { verbs } from "./verbs";

// Standard output belongs to the answer: what a library prints goes to standard error.
globalThis.console = new Console({ stdout: process.stderr, stderr: process.stderr });

const argv = process.argv.slice(2);
const json = argv.includes("--json");

/** Waits until the line left this process: a pipe may take it late, and process.exit would cut it off. */
function print(stream: NodeJS.WriteStream, line: string): Promise<void> {
  return new Promise((done) => stream.write(`${line}\n`, () => done()));
}

function runVerb(verb: Verb, call: VerbCall): Promise<VerbOutcome> {
  const { database } = verb;
  const opens = typeof database === "function" ? database(call) : database !== false;
  return opens ? withDatabase(() => verb.run(call)) : verb.run(call);
}

async function main(): Promise<number> {
  const command = readCommand(argv, verbs);
  if (command.kind !== "run") {
    const help = command.kind === "verb-help" ? verbHelp(command.verb) : overallHelp(verbs);
    await print(process.stdout, json ? JSON.stringify({ ok: true, help }) : help);
    return 0;
  }
  const log = (line: string) => void process.stderr.write(`${line}\n`);
  const outcome = await runVerb(command.verb, { ...command.call, log });
  if (json) await print(process.stdout, outcome.lines?.join("\n") ?? JSON.stringify(outcome.result));
  else await print(outcome.ok ? process.stdout : process.stderr, outcome.text);
  return outcome.ok ? 0 : 1;
}

async function fail(error: unknown): Promise<number> {
  const sentence = error instanceof Error ? error.message : String(error);
  if (json) await print(process.stdout, JSON.stringify({ ok: false, error: sentence }));
  if (process.env.DEBUG === "1" && !(error instanceof UsageError)) console.error(error);
  else if (!json) await print(process.stderr, sentence);
  return 1;
}

process.exit(await main().catch(fail));
