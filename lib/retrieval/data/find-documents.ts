import { database } from "@/lib/db/client";
import { betweenNames, finishedStates } from "../rules/case-document";
import { type FindableDocument, mayBeFound, type QuerySubject, sameCase } from "../rules/may-be-found";
import { joinByRank } from "../rules/reciprocal-rank";
import { termsOf } from "../rules/terms";
import type { DocumentKind, FoundDocument, Placing } from "../types";
import { openVectors } from "./dense-store";
import { type OpenIndex, openIndex } from "./lexical-store";
import { openNear } from "./near-index";
import type { IndexedChunk } from "./project-index";

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
  const search = await openSearch(query);
  for (let look = Math.max(firstLook, query.limit * 4); ; look *= 4) {
    const hits = await search(look, query.kind);
    const found = ranked(hits, await shownChunks(idsOf(hits), query));
    if (found.length >= query.limit || hits.all) return found.slice(0, query.limit);
  }
}

/** Guidelines that are looked at beside the best of both kinds, where these are nearly all cases. */
const guidelinesBeside = 16;
const fewGuidelines = 4;

/**
 * The documents that answer a query best, as `findDocuments` gives them, and the guideline that answers it best where none of
 * them is one: it comes last. Usually one question to the database.
 */
export async function findWithGuideline(
  query: Omit<DocumentQuery, "kind">,
): Promise<readonly FoundDocument[]> {
  const search = await openSearch(query);
  const look = Math.max(firstLook, query.limit * 4);
  const hits = await search(look, null);
  const beside =
    hits.guidelines < fewGuidelines && !hits.all ? await search(guidelinesBeside, "guideline") : null;
  const shown = await shownChunks([...new Set([...idsOf(hits), ...(beside ? idsOf(beside) : [])])], query);
  let found = ranked(hits, shown).slice(0, query.limit);
  if (found.length < query.limit && !hits.all) found = [...(await findDocuments({ ...query, kind: null }))];
  if (found.some(({ kind }) => kind === "guideline")) return found;
  const [guideline] = beside ? ranked(beside, shown) : [];
  const further = guideline || hits.all ? [] : await findDocuments({ ...query, kind: "guideline", limit: 1 });
  return [...found, ...(guideline ? [guideline] : further)];
}

interface Hits {
  readonly byWords: ReadonlyMap<string, WordHit>;
  readonly byVector: ReadonlyMap<string, { readonly score: number }>;
  /** Guidelines among them. */
  readonly guidelines: number;
  /** There are no more. */
  readonly all: boolean;
}

const idsOf = ({ byWords, byVector }: Hits) => [...new Set([...byWords.keys(), ...byVector.keys()])];

/** Looks for so many chunks by words and by vector, of one kind or of both. */
async function openSearch(query: Omit<DocumentQuery, "kind">) {
  const open = await openIndex(query.projectId);
  const lexical = lexicalSearch(query, open);
  const dense = await denseSearch(query, open);
  return async (look: number, kind: DocumentKind | null): Promise<Hits> => {
    const hits = { byWords: lexical(look, kind), byVector: await dense(look, kind) };
    const ids = new Set([...hits.byWords.keys(), ...hits.byVector.keys()]);
    const guidelines = [...ids].filter((id) => open.chunkById(id)?.kind === "guideline").length;
    return { ...hits, guidelines, all: hits.byWords.size < look && hits.byVector.size < look };
  };
}

/** Both lists joined, of what may be shown; one chunk of each document. */
function ranked({ byWords, byVector }: Hits, shown: ReadonlyMap<string, ShownChunk>): FoundDocument[] {
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
  return [...found.values()];
}

interface WordHit {
  readonly score: number;
  readonly matched: readonly string[];
}

/** Places are counted among what may be shown, so that they tell nothing of what may not. */
const placings = (hits: readonly (readonly [string, { readonly score: number }])[]) =>
  new Map(hits.map(([id, { score }], at): [string, Placing] => [id, { rank: at + 1, score }]));

/** Leaves out what can be told from the index alone; the database is asked about the rest. */
function accepts(chunk: IndexedChunk | undefined, kind: DocumentKind | null, subject: QuerySubject | null) {
  if (!chunk || (kind !== null && chunk.kind !== kind)) return false;
  return subject === null || !sameCase(chunk, subject);
}

type SearchQuery = Omit<DocumentQuery, "kind">;

/** Looks for the words of a query: so many chunks of the index by their ids, best first. */
function lexicalSearch({ words, subject }: SearchQuery, { index, chunkOf }: OpenIndex) {
  const terms = termsOf(words);
  const wordOf = new Map(terms.toReversed().map(({ stem, word }) => [stem, word]));
  const stems = terms.map(({ stem }) => stem);
  return (limit: number, kind: DocumentKind | null): ReadonlyMap<string, WordHit> => {
    const hits = index.search(stems, limit, (entry) => accepts(chunkOf(entry), kind, subject));
    return new Map(
      hits.map(({ entry, score, matched }) => [
        chunkOf(entry)?.chunkId ?? "",
        { score, matched: matched.map((stem) => wordOf.get(stem) ?? stem) },
      ]),
    );
  };
}

type VectorHits = ReadonlyMap<string, { readonly score: number }>;
type DenseSearch = (limit: number, kind: DocumentKind | null) => Promise<VectorHits>;

/** Looks for what lies near the query's vector: by the server's index where it has one, else at all vectors. */
async function denseSearch(
  { projectId, vector, subject }: SearchQuery,
  open: OpenIndex,
): Promise<DenseSearch> {
  if (vector === null) return async () => new Map();
  const near = await openNear(projectId, vector.embedder);
  if (near)
    return async (limit, kind) => {
      const hits = await near(vector.values, limit, (id) => accepts(open.chunkById(id), kind, subject));
      return new Map(hits.map(({ chunkId, score }) => [chunkId, { score }]));
    };
  const { index, chunkIdOf } = await openVectors(projectId, vector.embedder);
  return async (limit, kind) => {
    const hits = index.search(vector.values, limit, (entry) =>
      accepts(open.chunkById(chunkIdOf(entry)), kind, subject),
    );
    return new Map(hits.map(({ entry, score }) => [chunkIdOf(entry), { score }]));
  };
}

type ShownChunk = Omit<FoundDocument, "lexical" | "dense" | "fused" | "matched">;

interface ChunkFacts extends Omit<ShownChunk, "kind">, FindableDocument {}

/**
 * Of these chunks, those that may be shown as things stand now, with their words: one question to the database. A document
 * that came from a bundle is looked up among the cases of the project by its name (`caseDocumentId`), as it too is hidden
 * while its case is being read.
 */
export async function shownChunks(
  ids: readonly string[],
  { projectId, subject, sendable }: Pick<DocumentQuery, "projectId" | "subject" | "sendable">,
): Promise<ReadonlyMap<string, ShownChunk>> {
  if (ids.length === 0) return new Map();
  const rows = await (await database()).$queryRaw<ChunkFacts[]>`
    SELECT c."id" AS "chunkId", c."heading", c."text", d."id" AS "documentId", d."kind", d."externalId", d."title",
      d."source", d."licence", d."url", d."groupKey", d."heldOut", k."id" AS "caseId", k."number" AS "caseNumber",
      k."state" AS "caseState",
      d."pictureKey" IS NOT NULL OR EXISTS (SELECT 1 FROM "Image" i WHERE i."caseId" = k."id") AS "picture",
      coalesce(k."externalModelAllowed", d."externalModelAllowed") AS "externalModelAllowed"
    FROM unnest(${[...ids]}::uuid[]) AS wanted("id")
    JOIN "DocumentChunk" c ON c."id" = wanted."id" AND c."retiredIn" IS NULL AND c."projectId" = ${projectId}::uuid
    JOIN "Document" d ON d."id" = c."documentId"
    LEFT JOIN LATERAL (
      SELECT r."id", r."number", r."state", s."externalModelAllowed"
      FROM "CaseRecord" r JOIN "Source" s ON s."id" = r."sourceId"
      WHERE d."caseId" IS NOT NULL AND r."id" = d."caseId"
      UNION ALL
      SELECT r."id", r."number", r."state", s."externalModelAllowed"
      FROM "Source" s JOIN "CaseRecord" r ON r."sourceId" = s."id"
      WHERE d."caseId" IS NULL AND d."kind" = 'case' AND s."projectId" = ${projectId}::uuid
      AND s."name" = split_part(d."externalId", ${betweenNames}, 1)
      AND s."site" = split_part(d."externalId", ${betweenNames}, 2)
      AND r."externalId" = substr(d."externalId", length(s."name") + length(s."site") + 3)
    ) k ON true
    WHERE NOT d."heldOut" AND (d."externalModelAllowed" OR k."externalModelAllowed" OR NOT ${sendable})`;
  const shown = new Map<string, ShownChunk>();
  for (const { externalId, groupKey, heldOut, caseState, externalModelAllowed, ...row } of rows) {
    const facts = { ...row, externalId, groupKey, heldOut, caseState, externalModelAllowed };
    if (!mayBeFound(facts, subject, { sendable, finished: finishedStates })) continue;
    shown.set(row.chunkId, { ...row, kind: row.kind === "case" ? "case" : "guideline" });
  }
  return shown;
}
