// How many drafts a second the checks hold against their sources, on one core: the committed pairs, no server, no database.
import fs from "node:fs";
import { checkDraft } from "../lib/drafting/consistency/rules/check-draft.ts";
import { readPairs } from "../lib/drafting/consistency/rules/read-pairs.ts";

export const summary = "drafts checked per second of processor time";
export const options = {
  pairs: { type: "string", multiple: true },
  rounds: { type: "string", default: "7" },
};

const target = 1000;
const folder = new URL("../lib/drafting/consistency/testing/pairs/", import.meta.url);

/** The pairs that may be read: not the held ones. */
const openFiles = () =>
  fs
    .readdirSync(folder)
    .filter((name) => /^open.*\.jsonl$/.test(name))
    .map((name) => new URL(name, folder));

/** Read anew for each round, so that no source is known from the round before. */
const inputsOf = (texts) => texts.flatMap((text) => readPairs(text).pairs.map(({ input }) => input));

/** Drafts per second of the processor time of this process, all its threads together. */
function round(texts) {
  const inputs = inputsOf(texts);
  const before = process.cpuUsage();
  let flags = 0;
  for (const input of inputs) flags += checkDraft(input).flags.length;
  const { user, system } = process.cpuUsage(before);
  return { drafts: inputs.length, flags, rate: inputs.length / ((user + system) / 1e6) };
}

export async function run(given) {
  const files = given.pairs ?? openFiles();
  const texts = files.map((file) => fs.readFileSync(file, "utf8"));
  const cold = round(texts);
  const rounds = Array.from({ length: Number(given.rounds) }, () => round(texts));
  const rates = rounds.map(({ rate }) => rate).sort((a, b) => a - b);
  const median = rates[Math.floor(rates.length / 2)] ?? 0;
  const isMet = median >= target;
  console.log(`${cold.drafts} drafts of ${files.length} files, ${cold.flags} flags`);
  console.log(`first round  ${cold.rate.toFixed(0)} drafts per second of processor time`);
  console.log(
    `median of ${rates.length}  ${median.toFixed(0)} (${rates[0]?.toFixed(0)} to ${rates.at(-1)?.toFixed(0)}), at least ${target}: ${isMet ? "OK" : "MISSED"}`,
  );
  return isMet ? 0 : 1;
}
