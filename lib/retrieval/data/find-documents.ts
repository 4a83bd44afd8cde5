import { database } from "@/lib/db/client";
import { finishedStates } from "../rules/case-document";
import { mayBeFound, type QuerySubject, sameCase } from "../rules/may-be-found";
import { termsOf } from "../rules/terms";
import type { DocumentKind, FoundDocument } from "../types";
import { openIndex } from "./lexical-store";

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
  readonly limit: number;
}

/** Chunks that are asked for first; four times as many where too few of them may be shown. */
const firstLook = 64;

/** The documents that answer a query best, one chunk of each, best first. Call `refreshStore` before. */
export async function findDocuments(query: DocumentQuery): Promise<readonly FoundDocument[]> {
  const { index, chunkOf } = await openIndex(query.projectId);
  const terms = termsOf(query.words);
  const wordOf = new Map(terms.toReversed().map(({ stem, word }) => [stem, word]));
  const accepts = (entry: number) => {
    const chunk = chunkOf(entry);
    if (!chunk || (query.kind !== null && chunk.kind !== query.kind)) return false;
    return query.subject === null || !sameCase(chunk, query.subject);
  };
  const stems = terms.map(({ stem }) => stem);
  for (let look = Math.max(firstLook, query.limit * 4); ; look *= 4) {
    const hits = index.search(stems, look, accepts);
    const shown = await shownChunks(
      hits.flatMap(({ entry }) => chunkOf(entry)?.chunkId ?? []),
      query,
    );
    const found = new Map<string, FoundDocument>();
    for (const [at, { entry, score, matched }] of hits.entries()) {
      const chunk = shown.get(chunkOf(entry)?.chunkId ?? "");
      if (!chunk || found.has(chunk.documentId)) continue;
      const words = matched.map((stem) => wordOf.get(stem) ?? stem);
      found.set(chunk.documentId, { ...chunk, lexical: { rank: at + 1, score }, matched: words });
    }
    if (found.size >= query.limit || hits.length < look) return [...found.values()].slice(0, query.limit);
  }
}

type ShownChunk = Omit<FoundDocument, "lexical" | "matched">;

/** Of these chunks, those that may be shown as things stand now, with their words. */
async function shownChunks(
  ids: readonly string[],
  { subject, sendable }: DocumentQuery,
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
          case: { select: { state: true, number: true } },
        },
      },
    },
  });
  const shown = new Map<string, ShownChunk>();
  for (const { id, heading, text, document } of rows) {
    const facts = { ...document, caseState: document.case?.state ?? null };
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
      caseNumber: document.case?.number ?? null,
      heading,
      text,
    });
  }
  return shown;
}
