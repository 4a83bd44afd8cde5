import { existsSync, readFileSync } from "node:fs";
import { checkDraft } from "@/lib/drafting/consistency/rules/check-draft";
import { readPairs } from "@/lib/drafting/consistency/rules/read-pairs";
import { pathFromHere, required, UsageError, type Verb } from "./verb";

export const checkDraftVerb: Verb = {
  name: "check-draft",
  summary: "Flag what drafts say against their source texts, without a database",
  usage: "check-draft --pairs FILE.jsonl [--time]",
  options: { pairs: { type: "string" }, time: { type: "boolean" } },
  database: false,
  async run(call) {
    if (call.positionals.length > 0)
      throw new UsageError("check-draft takes options only: --pairs FILE.jsonl.");
    const path = pathFromHere(required(call, "pairs"));
    if (!existsSync(path)) throw new UsageError(`There is no file ${path}.`);
    const { pairs, faults } = readPairs(readFileSync(path, "utf8"));
    const started = performance.now();
    const rows = pairs.map(({ id, input }) => ({
      id,
      flags: checkDraft(input).flags.map(({ kind, start, end, message, fix }) => ({
        kind,
        quote: input.text.slice(start, end),
        start,
        end,
        message,
        ...(fix ? { fix } : {}),
      })),
    }));
    const seconds = (performance.now() - started) / 1000;
    if (call.values.time === true)
      call.log(
        `${rows.length} drafts in ${seconds.toFixed(2)} s, ${Math.round(rows.length / seconds)} a second`,
      );
    for (const { line, sentence } of faults) call.log(`Line ${line}: ${sentence}`);
    const text = rows
      .map(({ id, flags }) =>
        [
          `${id}: ${flags.length === 0 ? "no flag" : ""}`,
          ...flags.map(({ kind, quote, message }) => `  ${kind}: "${quote}". ${message}`),
        ].join("\n"),
      )
      .join("\n");
    return { ok: faults.length === 0, result: { rows }, text, lines: rows.map((row) => JSON.stringify(row)) };
  },
};
