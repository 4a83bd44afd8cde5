import { expect, test } from "vitest";
import { overallHelp, readCommand, verbHelp } from "./command-line";
import { UsageError, type Verb } from "./verb";
import { verbs } from "./verbs";

const verb = (name: string): Verb => ({
  name,
  summary: `does ${name}`,
  usage: `${name} THING [--out DIR]`,
  options: { out: { type: "string" } },
  run: async () => ({ ok: true, result: {}, text: "" }),
});
const table = [verb("import"), verb("user add"), verb("user disable")];

test("a verb of two words takes its own positionals and options", () => {
  expect(readCommand(["user", "add", "a@b.org", "--out", "x", "--json"], table)).toMatchObject({
    kind: "run",
    verb: { name: "user add" },
    call: { positionals: ["a@b.org"], values: { out: "x" }, json: true },
  });
});

test("help is for all verbs or for one", () => {
  expect(readCommand([], table)).toEqual({ kind: "overall-help" });
  expect(readCommand(["--help"], table)).toEqual({ kind: "overall-help" });
  expect(readCommand(["import", "--help"], table)).toMatchObject({
    kind: "verb-help",
    verb: { name: "import" },
  });
});

test.each<[string[], string]>([
  [["frob"], 'There is no verb "frob". Known: import, user add, user disable.'],
  [["user", "frob"], 'There is no verb "user frob". Known: user add, user disable.'],
  [["import", "--frob"], "Unknown option '--frob'. Add --help to see the options."],
  [["import", "--out"], "Option '--out <value>' argument missing. Add --help to see the options."],
])("%j is answered with a sentence", (argv, sentence) => {
  expect(() => readCommand(argv, table)).toThrow(sentence);
});

test("every verb has a summary, a usage that begins with its name, and a name of its own", () => {
  for (const { name, summary, usage } of verbs) {
    expect(summary).not.toBe("");
    expect(usage.startsWith(name)).toBe(true);
  }
  expect(new Set(verbs.map(({ name }) => name)).size).toBe(verbs.length);
  expect(overallHelp(verbs)).toContain("doctor");
  for (const known of verbs) expect(verbHelp(known)).toContain("npm run cli -- ");
});

const asksForNothing = ["worker", "doctor", "project list"];

test.each(
  verbs.filter(({ name }) => !asksForNothing.includes(name)).map((known) => [known.name, known] as const),
)("%s without anything is told what is missing, before a database is asked", async (_, known) => {
  const call = { positionals: [], values: {}, json: true, log: () => {} };
  await expect(known.run(call)).rejects.toThrow(UsageError);
});

test.each(["import", "export", "user add", "check-draft", "source set"])(
  "%s --help --json is help",
  (name) => {
    const command = readCommand([...name.split(" "), "--help", "--json"], verbs);
    expect(command).toMatchObject({ kind: "verb-help", verb: { name } });
  },
);
