import { randomBytes } from "node:crypto";
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { database, Prisma } from "@/lib/db/client";
import { dataDir } from "@/lib/db/places";
import { createLexicalIndex } from "../rules/lexical-index";
import { chunkRows, stemsOfChunk, thereIn } from "./chunk-rows";
import { pauses } from "./pauses";
import type { IndexedChunk, ProjectIndex } from "./project-index";

/** Changes whenever the file is laid out in another way. */
const format = 1;
/** Bytes that are kept free at the start of the file for the header. */
const headerRoom = 4096;
/** Chunks whose words are read again, to see that they are still cut into the same stems. */
const checked = 50;

const count = z.number().int().min(0);
const headerSchema = z.object({
  format: z.literal(format),
  projectId: z.string(),
  revision: count,
  /** Which chunks are in it, as `fingerprint` gives it. */
  chunks: z.string(),
  entries: count,
  terms: count,
  postings: count,
  stemBytes: count,
  chunkBytes: count,
});
type Header = z.infer<typeof headerSchema>;

/** A chunk as a line of the file: ids of chunk and document, kind, id of the source, group. */
const chunkSchema = z.tuple([
  z.string(),
  z.string(),
  z.enum(["guideline", "case"]),
  z.string(),
  z.string().nullable(),
]);

const snapshotPath = (projectId: string) => join(dataDir(), "cache", "retrieval", `${projectId}.index`);

/** Names the chunks of a revision. Chunks never change, so the same name means the same words. */
async function fingerprint(projectId: string, revision: number): Promise<string> {
  const [row] = await (await database()).$queryRaw<{ name: string }[]>`
    SELECT count(*)::text || ' ' || coalesce(md5(string_agg(c."id"::text, '' ORDER BY c."id")), '') AS "name"
    FROM "DocumentChunk" c WHERE ${thereIn(projectId, revision)}`;
  return row?.name ?? "";
}

/**
 * The index of a project as it was last kept in the data folder; null where there is none that fits the database, which a
 * restored backup or another rule for stems brings about.
 */
export async function readSnapshot(projectId: string, revision: number): Promise<ProjectIndex | null> {
  const file = await open(snapshotPath(projectId), "r").catch(() => null);
  if (!file) return null;
  try {
    const header = await readHeader(file);
    if (header?.projectId !== projectId || header.revision > revision) return null;
    if ((await fingerprint(projectId, header.revision)) !== header.chunks) return null;
    const found = await readParts(file, header).catch(nullWhereSpoilt);
    return found && (await sameStems(projectId, found)) ? found : null;
  } finally {
    await file.close();
  }
}

async function readHeader(file: FileHandle): Promise<Header | null> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(headerRoom), 0, headerRoom, 0);
  if (bytesRead < headerRoom) return null;
  try {
    const header = headerSchema.parse(JSON.parse(buffer.toString("utf8").replace(/\0+$/, "")));
    const { entries, terms, postings, stemBytes, chunkBytes } = header;
    const size =
      headerRoom + entries * 4 + (terms + 1) * 4 + terms * 6 + postings * 6 + stemBytes + chunkBytes;
    return (await file.stat()).size === size ? header : null;
  } catch (error) {
    return nullWhereSpoilt(error);
  }
}

function nullWhereSpoilt(error: unknown): null {
  if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
  throw error;
}

async function readParts(file: FileHandle, header: Header): Promise<ProjectIndex | null> {
  let place = headerRoom;
  const fill = async <T extends NodeJS.TypedArray>(into: T): Promise<T> => {
    const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, place);
    if (bytesRead !== bytes.length)
      throw new Error(`the kept index of project ${header.projectId} was cut off`);
    place += bytes.length;
    return into;
  };
  const lengths = await fill(new Float32Array(header.entries));
  const starts = await fill(new Uint32Array(header.terms + 1));
  const shortest = await fill(new Uint32Array(header.terms));
  const mostCounts = await fill(new Uint16Array(header.terms));
  const entries = await fill(new Uint32Array(header.postings));
  const counts = await fill(new Uint16Array(header.postings));
  const stems = (await fill(Buffer.alloc(header.stemBytes))).toString("utf8").split("\n");
  const lines = (await fill(Buffer.alloc(header.chunkBytes))).toString("utf8");
  const pause = pauses();
  const chunks: IndexedChunk[] = [];
  const byId = new Map<string, number>();
  for (let from = 0; from < lines.length; ) {
    const end = lines.indexOf("\n", from);
    const line = chunkSchema.parse(JSON.parse(lines.slice(from, end)));
    const [chunkId, documentId, kind, externalId, groupKey] = line;
    byId.set(chunkId, chunks.length);
    chunks.push({ chunkId, documentId, kind, externalId, groupKey });
    from = end + 1;
    await pause();
  }
  if (chunks.length !== header.entries) return null;
  const packed = { lengths, starts, shortest, mostCounts, entries, counts };
  const index = createLexicalIndex({ ...packed, stems: header.terms === 0 ? [] : stems });
  return { index, chunks, entries: byId, revision: header.revision };
}

/** Whether words are still cut into the stems that were kept, by some chunks all over the store. */
async function sameStems(projectId: string, { index, chunks, entries }: ProjectIndex): Promise<boolean> {
  const step = Math.max(1, Math.floor(chunks.length / checked));
  const ids = chunks.flatMap((chunk, at) => (chunk && at % step === 0 ? [chunk.chunkId] : []));
  const where = Prisma.sql`c."projectId" = ${projectId}::uuid AND c."id" = ANY(${ids}::uuid[])`;
  for await (const row of chunkRows(where))
    if (!index.holds(entries.get(row.id) ?? -1, stemsOfChunk(row))) return false;
  return true;
}

/** Keeps the index of a project in the data folder. What goes wrong is said and harms no search. */
export async function writeSnapshot(projectId: string, found: ProjectIndex): Promise<void> {
  const target = snapshotPath(projectId);
  const temporary = `${target}.${randomBytes(6).toString("hex")}`;
  try {
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    const file = await open(temporary, "wx", 0o600);
    try {
      await writeParts(file, projectId, found);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    console.error(
      `The index of project ${projectId} was not kept: ${error instanceof Error ? error.message : error}`,
    );
  } finally {
    await rm(temporary, { force: true });
  }
}

async function writeParts(file: FileHandle, projectId: string, found: ProjectIndex): Promise<void> {
  const pause = pauses();
  const packing = found.index.pack();
  let step = packing.next();
  for (; !step.done; step = packing.next()) await pause();
  const packed = step.value;
  let place = headerRoom;
  const put = async (bytes: NodeJS.ArrayBufferView) => {
    await file.write(bytes, 0, bytes.byteLength, place);
    place += bytes.byteLength;
  };
  const { lengths, starts, shortest, mostCounts, entries, counts, stems } = packed;
  for (const part of [lengths, starts, shortest, mostCounts, entries, counts])
    await put(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
  const stemText = Buffer.from(stems.join("\n"));
  await put(stemText);
  const chunksFrom = place;
  for (let from = 0; from < packed.from.length; from += 1000) {
    const lines = Array.from(packed.from.subarray(from, from + 1000), (entry) => {
      const chunk = found.chunks[entry];
      if (!chunk) throw new Error(`entry ${entry} of the index has no chunk`);
      const { chunkId, documentId, kind, externalId, groupKey } = chunk;
      return `${JSON.stringify([chunkId, documentId, kind, externalId, groupKey])}\n`;
    });
    await put(Buffer.from(lines.join("")));
    await pause();
  }
  const header: Header = {
    format,
    projectId,
    revision: found.revision,
    chunks: await fingerprint(projectId, found.revision),
    entries: lengths.length,
    terms: stems.length,
    postings: entries.length,
    stemBytes: stemText.length,
    chunkBytes: place - chunksFrom,
  };
  const bytes = Buffer.alloc(headerRoom);
  bytes.write(JSON.stringify(header));
  await file.write(bytes, 0, headerRoom, 0);
}
