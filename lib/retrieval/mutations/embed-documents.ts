import { createHash } from "node:crypto";
import { recordEvent } from "@/lib/audit/mutations";
import { database, transaction } from "@/lib/db/client";
import { casePicture } from "../data/case-picture";
import { shownChunks } from "../data/find-documents";
import { fusedEmbedding, vectorBytes } from "../rules/embedding";
import type { Embedder, EmbedInput } from "../types";
import { openRevision } from "./store-documents";

const batchSize = 64;

export type Embedded =
  | { readonly ok: true; readonly embedded: number }
  | { readonly ok: false; readonly embedded: number; readonly sentence: string };

/**
 * Embeds what is in a project's store and has no vector of this embedder yet. Only what may be found is sent, and to an
 * endpoint outside only what may leave; each batch is audited by hash before it goes. It can be stopped and run again.
 */
export async function embedDocuments(
  projectId: string,
  embedder: Embedder,
  { signal, log }: { readonly signal: AbortSignal; readonly log: (line: string) => void },
): Promise<Embedded> {
  let embedded = 0;
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    if (signal.aborted) return { ok: false, embedded, sentence: "The run was stopped." };
    const waiting = await (await database()).$queryRaw<{ id: string }[]>`
      SELECT c."id" FROM "DocumentChunk" c
      WHERE c."projectId" = ${projectId}::uuid AND c."retiredIn" IS NULL AND c."id" > ${after}::uuid
      AND NOT EXISTS (SELECT 1 FROM "DocumentEmbedding" e WHERE e."chunkId" = c."id" AND e."embedder" = ${embedder.name})
      ORDER BY c."id" LIMIT ${batchSize}`;
    const last = waiting.at(-1);
    if (!last) return { ok: true, embedded };
    after = last.id;
    const ids = waiting.map(({ id }) => id);
    const outcome = await embedBatch(projectId, embedder, ids, signal);
    if (!outcome.ok) return { ...outcome, embedded };
    embedded += outcome.count;
    if (outcome.count > 0) log(`${embedded} sections embedded`);
  }
}

async function embedBatch(
  projectId: string,
  embedder: Embedder,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<{ ok: true; count: number } | { ok: false; sentence: string }> {
  const shown = await shownChunks(ids, { projectId, subject: null, sendable: !embedder.local });
  const chunks = [...shown.values()];
  if (chunks.length === 0) return { ok: true, count: 0 };
  const texts = chunks.map(({ title, heading, text }) => ({ text: `${title}\n${heading}\n${text}` }));
  const pictures: { readonly at: number; readonly png: Buffer }[] = [];
  if (embedder.pictures)
    for (const [at, { caseId }] of chunks.entries()) {
      const png = caseId === null ? null : await casePicture(caseId);
      if (png) pictures.push({ at, png });
    }
  const inputs = [...texts, ...pictures.map(({ png }) => ({ png }))];
  await auditSending(projectId, embedder, inputs, { chunks: chunks.map(({ chunkId }) => chunkId) });
  const outcome = await embedder.embed(inputs, signal);
  if (!outcome.ok) return outcome;
  const rows = chunks.map(({ chunkId }, at) => {
    const place = pictures.findIndex((picture) => picture.at === at);
    const picture = place < 0 ? null : (outcome.vectors[texts.length + place] ?? null);
    const vector = vectorBytes(fusedEmbedding(outcome.vectors[at] ?? null, picture));
    return { embedder: embedder.name, chunkId, projectId, vector };
  });
  await transaction(async (tx) => {
    const addedIn = await openRevision(tx, projectId);
    const data = rows.map((row) => ({ ...row, addedIn }));
    await tx.documentEmbedding.createMany({ data, skipDuplicates: true });
  });
  return { ok: true, count: rows.length };
}

/** Says by hash what goes to an endpoint, before it goes; nothing for an embedder inside this process. */
export async function auditSending(
  projectId: string,
  { name, origin, local }: Embedder,
  inputs: readonly EmbedInput[],
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (origin === null) return;
  const sum = createHash("sha256");
  for (const input of inputs) sum.update("text" in input ? `text ${input.text}\0` : input.png);
  await transaction((tx) =>
    recordEvent(tx, {
      actorId: null,
      action: "retrieval.send",
      subjectType: "project",
      subjectId: projectId,
      projectId,
      detail: { endpoint: origin, local, embedder: name, inputsHash: sum.digest("hex"), ...detail },
    }),
  );
}
