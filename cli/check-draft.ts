import { existsSync, readFileSync } from "node:fs";
import { checkDraft } from "@/lib/drafting/consistency/rules/check-draft";
import { readPairs } from "@/lib/drafting/consistency/rules/read-pairs";
import { checkProject } from "@/lib/drafting/mutations/check-project";
import { caseNumberOf } from "./case-option";
import { onlyOptions, optional, pathFromHere, required, UsageError, type Verb, type VerbCall } from "./verb";

export const checkDraftVerb: Verb = {
  name: "check-draft",
  summary: "Flag what drafts say against their sources: of a file of pairs, or of a project",
  usage: "check-draft --pairs FILE.jsonl [--time] | --project SLUG [--case RR-00012]",
  options: {
    pairs: { type: "string" },
    time: { type: "boolean" },
    project: { type: "string" },
    case: { type: "string" },
  },
  database: (call) => optional(call, "project") !== null && optional(call, "pairs") === null,
  async run(call) {
    onlyOptions(call, "check-draft", "--pairs FILE.jsonl, or --project SLUG");
    if (optional(call, "project") === null) return ofPairs(call);
    if (optional(call, "pairs") !== null) throw new UsageError("Give --pairs or --project, not both.");
    return ofProject(call);
  },
};

function ofPairs(call: VerbCall) {
  const path = pathFromHere(required(call, "pairs"));
  if (!existsSync(path)) throw new UsageError(`There is no file ${path}.`);
  const { pairs, faults } = readPairs(readFileSync(path, "utf8"));
  const started = process.cpuUsage();
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
  const { user, system } = process.cpuUsage(started);
  const seconds = (user + system) / 1e6;
  if (call.values.time === true)
    call.log(
      `${rows.length} drafts in ${seconds.toFixed(2)} s of processor time, ${Math.round(rows.length / seconds)} a second`,
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
}

async function ofProject(call: VerbCall) {
  const outcome = await checkProject(required(call, "project"), caseNumberOf(call), call.log);
  if (!outcome.ok) throw new UsageError(outcome.sentence);
  const { cases, checked, words, flags } = outcome.report;
  const lines = flags.map(
    ({ case: of, kind, flag, quote, message }) => `${of} ${kind}: ${flag} "${quote}". ${message}`,
  );
  return {
    ok: true,
    result: { ok: true, ...outcome.report },
    text: [
      `${checked} drafts and ${words} texts of readers, of ${cases} cases, checked now; ${flags.length} flags of drafts stand`,
      ...lines,
    ].join("\n"),
  };
}
