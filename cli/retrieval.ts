import { projectBySlug } from "@/lib/auth/data/members";
import { isId } from "@/lib/cases/data/gate";
import { caseLabel } from "@/lib/cases/rules";
import { findDocuments } from "@/lib/retrieval/data/find-documents";
import { holdOut } from "@/lib/retrieval/mutations/hold-out";
import { refreshStore } from "@/lib/retrieval/mutations/refresh-store";
import type { DocumentKind, FoundDocument } from "@/lib/retrieval/types";
import { optional, required, UsageError, type Verb, type VerbCall } from "./verb";

const mostShown = 50;

async function projectOf(call: VerbCall) {
  const slug = required(call, "project");
  const project = await projectBySlug(slug);
  if (!project) throw new UsageError(`There is no project "${slug}".`);
  return project;
}

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

const lineOf = (found: FoundDocument, at: number) =>
  [
    `${at + 1}. ${found.kind}: ${found.title}${found.heading === "" ? "" : ` / ${found.heading}`}`,
    `   ${found.documentId}, ${found.caseNumber === null ? found.source : caseLabel(found.caseNumber)}, ${found.licence ?? "no licence"}`,
    `   found by ${found.matched.slice(0, 8).join(", ")} (BM25 ${found.lexical?.score.toFixed(2) ?? "0"})`,
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
    const query = { projectId, words, kind, limit, subject: null, sendable: false };
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

export const retrievalVerbs: readonly Verb[] = [search, hold];
