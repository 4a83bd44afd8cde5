// `npx tsx cli/fit-flag-score.ts [--write]`: fits the weights by which flags are let through to the record of flags on unseen
// pairs, and says what they do to flags of files they were not fitted to. Deterministic. `--write` puts them in their place.
import { writeFileSync } from "node:fs";
import weights from "@/lib/drafting/consistency/rules/flag-weights.json";
import invention from "@/lib/drafting/consistency/rules/invention-weights.json";
import {
  crossValidatedFlags,
  fitFlagScore,
  readRecord,
} from "@/lib/drafting/consistency/testing/fit-flag-score";
import {
  crossValidatedParts,
  fitInvention,
  readNewParts,
} from "@/lib/drafting/consistency/testing/fit-invention";

const record = readRecord();
const judged = crossValidatedFlags(record);
const share = (part: number, all: number) => `${part}/${all} ${((100 * part) / all).toFixed(1)} %`;
const right = record.filter(({ isRight }) => isRight).length;
console.log(
  `${record.length} flags, right ${share(right, record.length)}. Judged by weights of other sittings:`,
);
for (const least of [0, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7]) {
  const kept = judged.filter(({ likely }) => likely >= least);
  const keptRight = kept.filter(({ one }) => one.isRight).length;
  const alarms = new Set(kept.filter(({ one }) => one.isFaithful).map(({ one }) => `${one.file} ${one.id}`));
  console.log(
    `least ${least.toFixed(2)}: right flags kept ${share(keptRight, right)}, right of those kept ${share(keptRight, kept.length)}, faithful drafts alarmed ${alarms.size}`,
  );
}
const parts = readNewParts();
const judgedParts = crossValidatedParts(parts);
const invented = parts.filter(({ isInvented }) => isInvented).length;
console.log(`${parts.length} parts with something new, ${invented} of them invented:`);
for (const least of [0.4, 0.5, 0.6, 0.7, 0.8]) {
  const kept = judgedParts.filter(({ likely }) => likely >= least);
  const keptRight = kept.filter(({ one }) => one.isInvented).length;
  console.log(
    `least ${least.toFixed(1)}: found ${share(keptRight, invented)}, right of those ${share(keptRight, kept.length)}`,
  );
}
if (process.argv.includes("--write")) {
  const folder = "lib/drafting/consistency/rules";
  const write = (name: string, fitted: object) =>
    writeFileSync(`${folder}/${name}.json`, `${JSON.stringify(fitted, null, 2)}\n`);
  write("flag-weights", fitFlagScore(record, weights.least));
  write("invention-weights", fitInvention(parts, invention.least));
  console.log(`Written to ${folder}.`);
}
