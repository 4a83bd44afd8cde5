import { v7 as makeId } from "uuid";
import { database, type Transaction } from "@/lib/db/client";
import { contentHash } from "@/lib/importing/rules/content-hash";
import { addCounts, noDocuments } from "../rules/add-counts";
import { chunkRule, chunkText } from "../rules/chunk-text";
import type { DocumentCounts, IncomingDocument } from "../types";
import { dropRetiredEmbeddings } from "./drop-embeddings";

const batchSize = 200;
const patience = { maxWait: 60_000, timeout: 120_000 };

/** Locks the store of a project until the transaction ends. @returns the number of the revision that it makes. */
export async function openRevision(tx: Transaction, projectId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ revision: number }[]>`
    INSERT INTO "RetrievalStore" ("projectId", "revision") VALUES (${projectId}::uuid, 1)
    ON CONFLICT ("projectId") DO UPDATE SET "revision" = "RetrievalStore"."revision" + 1
    RETURNING "revision"`;
  if (!row) throw new Error(`the store of project ${projectId} could not be opened`);
  return row.revision;
}

/**
 * Stores documents; the same again changes nothing. One with a known id is brought up to date, and its old chunks stay for
 * the drafts that used them. What was once held out stays so.
 */
export async function storeDocuments(
  projectId: string,
  documents: readonly IncomingDocument[],
): Promise<DocumentCounts> {
  let total = noDocuments;
  const client = await database();
  for (let from = 0; from < documents.length; from += batchSize) {
    const batch = documents.slice(from, from + batchSize);
    const counts = await client.$transaction((tx) => storeBatch(tx, projectId, batch), patience);
    total = addCounts(total, counts);
  }
  return total;
}

interface StoredDocument {
  readonly id: string;
  readonly data: IncomingDocument & { readonly contentHash: string };
  readonly state: "new" | "changed" | "unchanged";
}

const keyOf = ({ kind, externalId }: { readonly kind: string; readonly externalId: string }) =>
  `${kind} ${externalId}`;

/** What a document says, and what else of it may change. */
const factsOf = (document: IncomingDocument) => {
  const { title, source, text, licence, url } = document;
  const { caseId, groupKey, heldOut, externalModelAllowed, pictureKey } = document;
  const hash = contentHash({ title, source, text, licence, url });
  return { hash, all: [hash, caseId, groupKey, heldOut, externalModelAllowed, pictureKey].join(" ") };
};

async function storeBatch(
  tx: Transaction,
  projectId: string,
  batch: readonly IncomingDocument[],
): Promise<DocumentCounts> {
  const counts = { documents: 0, changed: 0, unchanged: 0 };
  const revision = await openRevision(tx, projectId);
  const rows = await tx.document.findMany({
    where: { projectId, externalId: { in: batch.map(({ externalId }) => externalId) } },
  });
  const known = new Map<string, StoredDocument>(
    rows.map(({ id, ...data }) => [
      keyOf(data),
      { id, state: "unchanged", data: { ...data, kind: data.kind === "case" ? "case" : "guideline" } },
    ]),
  );
  for (const incoming of batch) {
    const old = known.get(keyOf(incoming));
    const document = { ...incoming, heldOut: incoming.heldOut || (old?.data.heldOut ?? false) };
    const { hash, all } = factsOf(document);
    if (old && factsOf(old.data).all === all) {
      counts.unchanged += 1;
      continue;
    }
    if (old) counts.changed += 1;
    else counts.documents += 1;
    const state = !old || old.state === "new" ? "new" : "changed";
    known.set(keyOf(incoming), {
      id: old?.id ?? makeId(),
      state,
      data: { ...document, contentHash: hash },
    });
  }
  await write(tx, projectId, revision, [...known.values()]);
  return counts;
}

async function write(
  tx: Transaction,
  projectId: string,
  revision: number,
  documents: readonly StoredDocument[],
): Promise<void> {
  const fresh = documents.filter(({ state }) => state === "new");
  const changed = documents.filter(({ state }) => state === "changed");
  const rowOf = ({ data }: StoredDocument) => {
    const { kind, externalId, title, source, licence, url, text, contentHash: hash } = data;
    const { caseId, groupKey, heldOut, externalModelAllowed, pictureKey } = data;
    const words = { kind, externalId, title, source, licence, url, text, contentHash: hash };
    return { ...words, caseId, groupKey, heldOut, externalModelAllowed, pictureKey, projectId };
  };
  await tx.document.createMany({ data: fresh.map((one) => ({ ...rowOf(one), id: one.id })) });
  for (const one of changed)
    await tx.document.update({ where: { id: one.id }, data: rowOf(one), select: { id: true } });
  const cutNow = [...fresh, ...changed].map(({ id, data }) => ({ id, title: data.title, text: data.text }));
  await cut(tx, projectId, revision, cutNow);
}

/** Cuts documents as the rule now says. Chunks that they had are retired, never changed: a draft may rest on them. */
async function cut(
  tx: Transaction,
  projectId: string,
  revision: number,
  documents: readonly { readonly id: string; readonly title: string; readonly text: string }[],
): Promise<void> {
  const ids = documents.map(({ id }) => id);
  const { count } = await tx.documentChunk.updateMany({
    where: { documentId: { in: ids }, retiredIn: null },
    data: { retiredIn: revision },
  });
  if (count > 0) await dropRetiredEmbeddings(tx, projectId);
  const chunks = documents.flatMap(({ id: documentId, title, text }) =>
    chunkText(text).map((chunk, position) => ({
      ...chunk,
      id: makeId(),
      documentId,
      projectId,
      position,
      title,
      addedIn: revision,
    })),
  );
  for (let from = 0; from < chunks.length; from += 1000)
    await tx.documentChunk.createMany({ data: chunks.slice(from, from + 1000) });
  await tx.document.updateMany({ where: { id: { in: ids } }, data: { chunkedBy: chunkRule } });
}

/** Cuts what was stored before there were chunks, or by another rule. Usually nothing waits and nothing is locked. */
export async function cutWaitingDocuments(projectId: string): Promise<void> {
  const client = await database();
  const where = { projectId, chunkedBy: { lt: chunkRule } };
  while ((await client.document.count({ where })) > 0)
    await client.$transaction(async (tx) => {
      const revision = await openRevision(tx, projectId);
      const select = { id: true, title: true, text: true };
      const rows = await tx.document.findMany({ where, select, take: batchSize, orderBy: { id: "asc" } });
      await cut(tx, projectId, revision, rows);
    }, patience);
}
