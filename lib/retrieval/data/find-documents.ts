import { database } from "@/lib/db/client";
import { caseDocumentId, caseOfDocumentId, finishedStates } from "../rules/case-document";
import { mayBeFound, type QuerySubject, sameCase } from "../rules/may-be-found";
import { joinByRank } from "../rules/reciprocal-rank";
import { termsOf } from "../rules/terms";
import type { DocumentKind, FoundDocument, Placing } from "../types";
import { openVectors } from "./dense-store";
import { type IndexedChunk, type OpenIndex, openIndex } from "./lexical-store";

export interface DocumentQuery {
  readonly projectId: string;
  /** A person's words, or those of a case. */
  readonly words: string;
  /** The case that it is asked for. */
  readonly subject: QuerySubject | null;
  /** One kind only; null = both. */
  readonly kind: DocumentKind | null;
  /** Only what may be sent to an endpoint outside the house. */
  readonly sendable: boolean;
  /** The query as an embedder sees it; null = by words alone. */
  readonly vector: { readonly embedder: string; readonly values: Float32Array } | null;
  readonly limit: number;
}

/** Chunks that are asked for first; four times as many where too few of them may be shown. */
const firstLook = 64;

/** The documents that answer a query best, one chunk of each, best first. */
export async function findDocuments(query: DocumentQuery): Promise<readonly FoundDocument[]> {
  const open = await openIndex(query.projectId);
  const lexical = lexicalSearch(query, open);
  const dense = await denseSearch(query, open);
  for (let look = Math.max(firstLook, query.limit * 4); ; look *= 4) {
    const byWords = lexical(look);
    const byVector = dense(look);
    const shown = await shownChunks([...new Set([...byWords.keys(), ...byVector.keys()])], query);
    const placed = placings([...byWords].filter(([id]) => shown.has(id)));
    const near = placings([...byVector].filter(([id]) => shown.has(id)));
    const found = new Map<string, FoundDocument>();
    for (const { id, score } of joinByRank([[...placed.keys()], [...near.keys()]])) {
      const chunk = shown.get(id);
      if (!chunk || found.has(chunk.documentId)) continue;
      const matched = byWords.get(id)?.matched ?? [];
      const scores = { lexical: placed.get(id) ?? null, dense: near.get(id) ?? null, fused: score, matched };
      found.set(chunk.documentId, { ...chunk, ...scores });
    }
    const all = byWords.size < look && byVector.size < look;
    if (found.size >= query.limit || all) return [...found.values()].slice(0, query.limit);
  }
}

interface WordHit {
  readonly score: number;
  readonly matched: readonly string[];
}

/** Places are counted among what may be shown, so that they tell nothing of what may not. */
const placings = (hits: readonly (readonly [string, { readonly score: number }])[]) =>
  new Map(hits.map(([id, { score }], at): [string, Placing] => [id, { rank: at + 1, score }]));

/** Leaves out what can be told from the index alone; the database is asked about the rest. */
function accepts(chunk: IndexedChunk | undefined, { kind, subject }: DocumentQuery): boolean {
  if (!chunk || (kind !== null && chunk.kind !== kind)) return false;
  return subject === null || !sameCase(chunk, subject);
}

/** Looks for the words of a query: so many chunks of the index by their ids, best first. */
function lexicalSearch(query: DocumentQuery, { index, chunkOf }: OpenIndex) {
  const terms = termsOf(query.words);
  const wordOf = new Map(terms.toReversed().map(({ stem, word }) => [stem, word]));
  const stems = terms.map(({ stem }) => stem);
  return (limit: number): ReadonlyMap<string, WordHit> => {
    const hits = index.search(stems, limit, (entry) => accepts(chunkOf(entry), query));
    return new Map(
      hits.map(({ entry, score, matched }) => [
        chunkOf(entry)?.chunkId ?? "",
        { score, matched: matched.map((stem) => wordOf.get(stem) ?? stem) },
      ]),
    );
  };
}

/** Looks for what lies near the query's vector, in the same way; nothing where the query has none. */
async function denseSearch(query: DocumentQuery, { chunkById }: OpenIndex) {
  const { vector } = query;
  if (vector === null) return () => new Map<string, { readonly score: number }>();
  const { index, chunkIdOf } = await openVectors(query.projectId, vector.embedder);
  return (limit: number): ReadonlyMap<string, { readonly score: number }> => {
    const hits = index.search(vector.values, limit, (entry) => accepts(chunkById(chunkIdOf(entry)), query));
    return new Map(hits.map(({ entry, score }) => [chunkIdOf(entry), { score }]));
  };
}

type ShownChunk = Omit<FoundDocument, "lexical" | "dense" | "fused" | "matched">;

const caseSelection = {
  id: true,
  state: true,
  number: true,
  source: { select: { name: true, site: true, externalModelAllowed: true } },
} as const;

interface CaseFacts {
  readonly id: string;
  readonly state: string;
  readonly number: number;
  readonly source: { readonly externalModelAllowed: boolean };
}

/** Of these chunks, those that may be shown as things stand now, with their words. */
export async function shownChunks(
  ids: readonly string[],
  { projectId, subject, sendable }: Pick<DocumentQuery, "projectId" | "subject" | "sendable">,
): Promise<ReadonlyMap<string, ShownChunk>> {
  const rows = await (await database()).documentChunk.findMany({
    where: { id: { in: [...ids] }, retiredIn: null },
    select: {
      id: true,
      heading: true,
      text: true,
      document: {
        select: {
          id: true,
          kind: true,
          externalId: true,
          title: true,
          source: true,
          licence: true,
          url: true,
          groupKey: true,
          caseId: true,
          heldOut: true,
          externalModelAllowed: true,
          case: { select: caseSelection },
        },
      },
    },
  });
  const unjoined = rows.filter(({ document }) => document.kind === "case" && document.caseId === null);
  const caseOf = await casesOf(
    projectId,
    unjoined.map(({ document }) => document.externalId),
  );
  const shown = new Map<string, ShownChunk>();
  for (const { id, heading, text, document } of rows) {
    const row = document.case ?? caseOf.get(document.externalId) ?? null;
    const externalModelAllowed = row?.source.externalModelAllowed ?? document.externalModelAllowed;
    const ofCase = { caseId: row?.id ?? null, caseState: row?.state ?? null };
    const facts = { ...document, ...ofCase, externalModelAllowed };
    if (!mayBeFound(facts, subject, { sendable, finished: finishedStates })) continue;
    const { title, source, licence, url } = document;
    shown.set(id, {
      chunkId: id,
      documentId: document.id,
      kind: document.kind === "case" ? "case" : "guideline",
      title,
      source,
      licence,
      url,
      caseId: row?.id ?? null,
      caseNumber: row?.number ?? null,
      heading,
      text,
    });
  }
  return shown;
}

/** The cases of the project that documents from bundles tell of: they too are hidden while they are being read. */
async function casesOf(projectId: string, documentIds: readonly string[]) {
  const found = new Map<string, CaseFacts>();
  if (documentIds.length === 0) return found;
  const rows = await (await database()).caseRecord.findMany({
    where: { projectId, OR: documentIds.map(caseOfDocumentId).map(caseCondition) },
    select: { ...caseSelection, externalId: true },
  });
  for (const row of rows) found.set(caseDocumentId(row.source, row.externalId), row);
  return found;
}

const caseCondition = ({ name, site, externalId }: ReturnType<typeof caseOfDocumentId>) => ({
  externalId,
  source: { name, site },
});
