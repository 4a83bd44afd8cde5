import { isId } from "@/lib/cases/data/gate";
import { caseLabel } from "@/lib/cases/rules";
import { findDocuments } from "@/lib/retrieval/data/find-documents";
import { judgedContexts } from "@/lib/retrieval/data/judged-contexts";
import { queryVector } from "@/lib/retrieval/data/query-vector";
import { auditSending, embedDocuments } from "@/lib/retrieval/mutations/embed-documents";
import { holdOut } from "@/lib/retrieval/mutations/hold-out";
import { refreshStore } from "@/lib/retrieval/mutations/refresh-store";
import { retrievalScores } from "@/lib/retrieval/rules/judged-retrieval";
import type { DocumentKind, FoundDocument } from "@/lib/retrieval/types";
import { embedderHere } from "./embedder";
import { projectOf } from "./project-option";
import { onlyOptions, optional, UsageError, type Verb, type VerbCall } from "./verb";

const mostShown = 50;

function limitOf(call: VerbCall): number {
  const given = optional(call, "limit");
  const limit = given === null ? 10 : Number(given);
  if (Number.isInteger(limit) && limit >= 1 && limit <= mostShown) return limit;
  throw new UsageError(`--limit takes a whole number from 1 to ${mostShown}, not "${given}".`);
}

function kindOf(call: VerbCall): DocumentKind | null {
  const kind = optional(call, "kind");
  if (kind === null || kind === "guideline" || kind === "case") return kind;
  throw new UsageError(`--kind takes guideline or case, not "${kind}".`);
}

function whyOf({ matched, lexical, dense }: FoundDocument): string {
  const words = lexical && `words ${matched.slice(0, 8).join(", ")} (BM25 ${lexical.score.toFixed(2)})`;
  const near = dense && `likeness ${dense.score.toFixed(3)} (place ${dense.rank})`;
  return `found by ${[words, near].filter(Boolean).join("; ")}`;
}

const lineOf = (found: FoundDocument, at: number) =>
  [
    `${at + 1}. ${found.kind}: ${found.title}${found.heading === "" ? "" : ` / ${found.heading}`}`,
    `   ${found.documentId}, ${found.caseNumber === null ? found.source : caseLabel(found.caseNumber)}, ${found.licence ?? "no licence"}`,
    `   ${whyOf(found)}`,
  ].join("\n");

const search: Verb = {
  name: "retrieval search",
  summary: "Find guidelines and finished cases of a project by words",
  usage: 'retrieval search "WORDS" --project SLUG [--kind guideline|case] [--limit N]',
  options: { project: { type: "string" }, kind: { type: "string" }, limit: { type: "string" } },
  async run(call) {
    const words = call.positionals.join(" ").trim();
    if (words === "")
      throw new UsageError('Give the words to search for, e.g. retrieval search "renal cyst".');
    const [limit, kind] = [limitOf(call), kindOf(call)];
    const { id: projectId, slug } = await projectOf(call);
    await refreshStore(projectId);
    const embedder = await embedderHere();
    const { signal } = new AbortController();
    if (embedder) await auditSending(projectId, embedder, [{ text: words }], { search: true });
    const asked = embedder ? await queryVector(embedder, { words, png: null }, signal) : null;
    if (asked?.ok === false) throw new UsageError(asked.sentence);
    const vector = asked?.vector ?? null;
    const query = { projectId, words, kind, limit, vector, subject: null, sendable: false };
    const found = await findDocuments(query);
    const nothing = `Nothing was found. import PATH --project ${slug} --as guidelines fills the store.`;
    return { ok: true, result: { ok: true, found }, text: found.map(lineOf).join("\n") || nothing };
  },
};

const hold: Verb = {
  name: "retrieval hold-out",
  summary: "Keep documents out of every search, e.g. those of a benchmark",
  usage: "retrieval hold-out DOCUMENT-ID... --project SLUG [--undo]",
  options: { project: { type: "string" }, undo: { type: "boolean" } },
  async run(call) {
    const wrong = call.positionals.find((id) => !isId(id));
    if (call.positionals.length === 0) throw new UsageError("Give the ids that retrieval search prints.");
    if (wrong !== undefined) throw new UsageError(`"${wrong}" is not the id of a document.`);
    const { id: projectId, slug } = await projectOf(call);
    const heldOut = call.values.undo !== true;
    const count = await holdOut(projectId, call.positionals, heldOut, null);
    const unknown = call.positionals.length - count;
    const lines = [
      `${count} documents are ${heldOut ? "held out now" : "found again"}.`,
      ...(unknown > 0 ? [`${unknown} ids name no document of ${slug}.`] : []),
    ];
    return { ok: unknown === 0, result: { ok: unknown === 0, count, unknown }, text: lines.join(" ") };
  },
};

const embed: Verb = {
  name: "retrieval embed",
  summary: "Embed the documents of a project that have no vector yet; draft does it too",
  usage: "retrieval embed --project SLUG; the embedder is named by EMBEDDER, see docs/embedders.md",
  options: { project: { type: "string" } },
  async run(call) {
    onlyOptions(call, "retrieval embed", "--project");
    const embedder = await embedderHere();
    if (!embedder) throw new UsageError("No embedder is set: EMBEDDER names one, see docs/embedders.md.");
    const { id } = await projectOf(call);
    await refreshStore(id);
    const stop = new AbortController();
    process.once("SIGINT", () => stop.abort());
    const outcome = await embedDocuments(id, embedder, { signal: stop.signal, log: call.log });
    const done = `${outcome.embedded} sections embedded by ${embedder.name}.`;
    const text = outcome.ok ? done : `${done} ${outcome.sentence}`;
    return { ok: outcome.ok, result: { ...outcome, embedder: embedder.name }, text };
  },
};

const shareOf = (share: number | null) => (share === null ? "not known" : share.toFixed(3));

const evaluate: Verb = {
  name: "retrieval eval",
  summary: "hit@k and recall@k of retrieved documents against what readers rated",
  usage: "retrieval eval --project SLUG",
  options: { project: { type: "string" } },
  async run(call) {
    onlyOptions(call, "retrieval eval", "--project");
    const { id } = await projectOf(call);
    const scores = retrievalScores(await judgedContexts(id), [1, 2, 4]);
    const lines = [
      `${scores.judged} drafts with a document that readers rated relevant, ${scores.leftOut} without`,
      ...scores.at.map(({ k, hit, recall }) => `hit@${k} ${shareOf(hit)}  recall@${k} ${shareOf(recall)}`),
    ];
    return { ok: true, result: { ok: true, ...scores }, text: lines.join("\n") };
  },
};

export const retrievalVerbs: readonly Verb[] = [search, embed, evaluate, hold];
