import { createHash, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { recordEvent } from "@/lib/audit/mutations";
import { database, type Transaction, transaction } from "@/lib/db/client";
import { documentPicture } from "../data/document-picture";
import { shownChunks } from "../data/find-documents";
import { fusedEmbedding, vectorBytes } from "../rules/embedding";
import type { Embedder, EmbedInput } from "../types";
import {
  type Claimant,
  claimChunks,
  giveBack,
  othersEmbed,
  whileClaimed,
  withoutVector,
} from "./claim-chunks";
import { dropRetiredEmbeddings } from "./drop-embeddings";
import { keepNear } from "./keep-near";
import { openRevision } from "./store-documents";

const batchSize = 64;

export type Embedded =
  | { readonly ok: true; readonly embedded: number }
  | { readonly ok: false; readonly embedded: number; readonly sentence: string };

const beforeAll = "00000000-0000-0000-0000-000000000000";
/** Until it is asked again whether another run is done; milliseconds. */
const look = 500;

/**
 * Embeds what is in a project's store and has no vector of this embedder yet. Only what may be found is sent, and to an
 * endpoint outside only what may leave; each batch is audited by hash before it goes. It can be stopped and run again. Several
 * runs share the work: none embeds what another one has in hand, and each ends when all of them are done.
 */
export async function embedDocuments(
  projectId: string,
  embedder: Embedder,
  { signal, log }: { readonly signal: AbortSignal; readonly log: (line: string) => void },
): Promise<Embedded> {
  await (await database()).$transaction((tx) => dropRetiredEmbeddings(tx, projectId));
  const claimant = { projectId, embedder: embedder.name, holder: randomUUID() };
  const outcome = await whileClaimed(claimant, () => embedClaimed(claimant, embedder, { signal, log }));
  if (!outcome.ok) return outcome;
  const near = await keepNear(projectId, embedder.name);
  if (!near.ok && near.sentence !== null) log(near.sentence);
  return outcome;
}

async function embedClaimed(
  claimant: Claimant,
  embedder: Embedder,
  { signal, log }: { readonly signal: AbortSignal; readonly log: (line: string) => void },
): Promise<Embedded> {
  let embedded = 0;
  let after = beforeAll;
  let waited = false;
  for (;;) {
    if (signal.aborted) return { ok: false, embedded, sentence: "The run was stopped." };
    const claimed = await claimChunks(claimant, after, batchSize);
    const last = claimed.at(-1);
    if (last) {
      after = last;
      const outcome = await embedBatch(claimant, embedder, claimed, signal);
      if (!outcome.ok) return { ...outcome, embedded };
      embedded += outcome.count;
      if (outcome.count > 0) log(`${embedded} sections embedded`);
    } else if (await othersEmbed(claimant)) {
      waited = true;
      await sleep(look, undefined, { signal }).catch(() => {});
    } else if (waited) {
      // Another run may have given up what it had in hand.
      waited = false;
      after = beforeAll;
    } else return { ok: true, embedded };
  }
}

async function embedBatch(
  claimant: Claimant,
  embedder: Embedder,
  claimed: readonly string[],
  signal: AbortSignal,
): Promise<{ ok: true; count: number } | { ok: false; sentence: string }> {
  const { projectId } = claimant;
  const ids = await withoutVector(embedder.name, claimed);
  const shown = await shownChunks(ids, { projectId, subject: null, sendable: !embedder.local });
  const chunks = [...shown.values()];
  if (chunks.length === 0) {
    await giveBack(await database(), claimant);
    return { ok: true, count: 0 };
  }
  const texts = chunks.map(({ title, heading, text }) => ({ text: `${title}\n${heading}\n${text}` }));
  const pictures: { readonly at: number; readonly png: Buffer }[] = [];
  if (embedder.pictures)
    for (const [at, chunk] of chunks.entries()) {
      const png = chunk.picture ? await documentPicture(chunk) : null;
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
    const there = await stillThere(
      tx,
      rows.map(({ chunkId }) => chunkId),
    );
    const data = rows.filter(({ chunkId }) => there.has(chunkId)).map((row) => ({ ...row, addedIn }));
    await tx.documentEmbedding.createMany({ data, skipDuplicates: true });
    await giveBack(tx, claimant);
  });
  return { ok: true, count: rows.length };
}

/** Chunks that were not retired while they were being embedded. */
async function stillThere(tx: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const where = { id: { in: [...ids] }, retiredIn: null };
  const rows = await tx.documentChunk.findMany({ where, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
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
