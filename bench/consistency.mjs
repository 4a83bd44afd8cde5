// How many drafts a second `check-draft` holds against their sources, by processor time: the committed pairs, no server, no database.
import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const summary = "drafts checked per second of processor time";
export const options = {
  pairs: { type: "string", multiple: true },
  repeats: { type: "string", default: "6" },
  runs: { type: "string", default: "3" },
};

const target = 1000;
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = path.join(root, "lib/drafting/consistency/testing/pairs");
const execute = promisify(execFile);

/** The pairs that may be read: not the held ones. */
const openFiles = () =>
  fs
    .readdirSync(folder)
    .filter((name) => /^open.*\.jsonl$/.test(name))
    .map((name) => path.join(folder, name));

/** What one process says of its own processor time: "1,233 drafts in 1.20 s of processor time, 1027 a second". */
async function rateOf(file) {
  const { stdout, stderr } = await execute(
    process.execPath,
    [path.join(root, "cli/run.mjs"), "check-draft", "--pairs", file, "--time"],
    { cwd: root, maxBuffer: 1 << 28 },
  );
  const [, drafts, rate] =
    /(\d+) drafts in [\d.]+ s of processor time, (\d+) a second/.exec(`${stderr}\n${stdout}`) ?? [];
  if (rate === undefined) throw new Error("check-draft did not say how long it took.");
  return { drafts: Number(drafts), rate: Number(rate) };
}

export async function run(given, closers) {
  const files = given.pairs ?? openFiles();
  const text = files.map((file) => fs.readFileSync(file, "utf8").trimEnd()).join("\n");
  const work = fs.mkdtempSync(path.join(os.tmpdir(), "reading-room-bench-consistency-"));
  closers.push(() => fs.rmSync(work, { recursive: true, force: true }));
  const file = path.join(work, "pairs.jsonl");
  fs.writeFileSync(file, Array.from({ length: Number(given.repeats) }, () => text).join("\n"));
  const runs = [];
  for (let index = 0; index < Number(given.runs); index += 1) runs.push(await rateOf(file));
  const rates = runs.map(({ rate }) => rate).sort((a, b) => a - b);
  const best = rates.at(-1) ?? 0;
  console.log(`${runs[0]?.drafts ?? 0} drafts of ${files.length} files, each ${given.repeats} times`);
  console.log(
    `drafts per second of processor time: ${rates.join(", ")}; the best at least ${target}: ${best >= target ? "OK" : "MISSED"}`,
  );
  return best >= target ? 0 : 1;
}
