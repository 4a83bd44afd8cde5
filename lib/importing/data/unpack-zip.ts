import { createWriteStream } from "node:fs";
import { mkdir, open, rm, statfs } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32 } from "node:zlib";
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from "yauzl";
import type { Refusal } from "../normalise/types";
import { isLitter, refusedEntryName } from "../rules/entry-name";
import type { FoundFile } from "../types";

export interface ZipLimits {
  readonly entries: number;
  /** Bytes after unpacking, all entries together. */
  readonly total: number;
  /** Unpacked against packed; only entries over `ratioFrom` bytes are asked. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

export const zipLimits: ZipLimits = {
  entries: 65_535,
  total: 32 * 1024 ** 3,
  ratio: 1000,
  ratioFrom: 1024 ** 2,
};

/** Disk space that unpacking leaves alone, bytes. */
const spareDisk = 512 * 1024 ** 2;

interface NamedEntry {
  readonly entry: Entry;
  readonly name: string;
}

const isLink = (entry: Entry) => ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000;

/** A local header has 30 bytes before its names (APPNOTE 4.3.7): entries that share bytes quote each other. */
function overlap(entries: readonly NamedEntry[]): boolean {
  const ordered = entries
    .map(({ entry }) => ({ from: entry.relativeOffsetOfLocalHeader, size: 30 + entry.compressedSize }))
    .sort((a, b) => a.from - b.from);
  return ordered.some(
    ({ from, size }, index) => from + size > (ordered[index + 1]?.from ?? Number.POSITIVE_INFINITY),
  );
}

function refusedEntry({ entry, name }: NamedEntry, limits: ZipLimits): string | null {
  const byName = refusedEntryName(name);
  if (byName) return byName;
  if (isLink(entry)) return "the entry is a symbolic link";
  if (entry.isEncrypted()) return "the entry is encrypted";
  if (![0, 8].includes(entry.compressionMethod))
    return `the entry is packed by method ${entry.compressionMethod}`;
  const { compressedSize, uncompressedSize } = entry;
  if (uncompressedSize > limits.ratioFrom && uncompressedSize > compressedSize * limits.ratio)
    return `the entry unpacks to more than ${limits.ratio} times its size`;
  return null;
}

/** Whether a record of the table of contents begins here (APPNOTE 4.3.12). */
async function entryAt(path: string, offset: number): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, offset);
    return bytesRead === 4 && buffer.readUInt32LE() === 0x02014b50;
  } finally {
    await file.close();
  }
}

/** Reads the table of contents. A table that cannot be trusted refuses the archive as a whole. */
async function contents(path: string, zip: ZipFile, limits: ZipLimits): Promise<NamedEntry[] | string> {
  if (zip.entryCount > limits.entries) return `the archive holds more than ${limits.entries} entries`;
  const entries: NamedEntry[] = [];
  for await (const entry of zip.eachEntry())
    entries.push({
      entry,
      name: getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true),
    });
  // A count of 16 bits can lie: more entries would lie behind it unseen.
  if (await entryAt(path, Number(zip.readEntryCursor))) return "the archive holds more entries than it says";
  if (overlap(entries)) return "entries of the archive lie over each other";
  return entries;
}

/** Counts what comes out and checks it against the table, so that a size that lies stops the unpacking. */
function checked(entry: Entry): Transform {
  let size = 0;
  let sum = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      sum = crc32(chunk, sum);
      if (size > entry.uncompressedSize) done(new Error("the entry is larger than the archive says"));
      else done(null, chunk);
    },
    flush(done) {
      if (size !== entry.uncompressedSize) done(new Error("the entry is smaller than the archive says"));
      else if (sum !== entry.crc32) done(new Error("the entry is damaged: its checksum does not fit"));
      else done();
    },
  });
}

async function unpackEntry(zip: ZipFile, { entry }: NamedEntry, target: string): Promise<string | null> {
  try {
    const local = await zip.readLocalFileHeaderPromise(entry);
    if (!local.fileName.equals(entry.fileNameRaw)) return "the entry has two names";
    await pipeline(
      await zip.openReadStreamPromise(entry),
      checked(entry),
      createWriteStream(target, { mode: 0o600 }),
    );
    return null;
  } catch (error) {
    await rm(target, { force: true });
    if (error instanceof Error && "code" in error && error.code === "ENOSPC") throw error;
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Unpacks an archive into `folder` under names of our own. A bad entry is refused by name and the others go on; the
 * archive as a whole is refused when its table cannot be read, entries overlap, or it would fill the disk.
 */
export async function* unpackZip(
  archive: FoundFile,
  folder: string,
  limits = zipLimits,
): AsyncGenerator<FoundFile | Refusal> {
  const refuse = (file: string, reason: string): Refusal => ({ kind: "refused", file, reason });
  let zip: ZipFile;
  try {
    zip = await openPromise(archive.path, {
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: false,
    });
  } catch (error) {
    yield refuse(
      archive.name,
      `not a zip that can be read: ${error instanceof Error ? error.message : error}`,
    );
    return;
  }
  try {
    const entries = await contents(archive.path, zip, limits).catch((error: unknown) =>
      error instanceof Error ? `its table of contents is damaged: ${error.message}` : "its table is damaged",
    );
    if (typeof entries === "string") {
      yield refuse(archive.name, entries);
      return;
    }
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const wanted = entries.filter(({ name }) => !name.endsWith("/") && !isLitter(name));
    const good = wanted.filter((entry) => refusedEntry(entry, limits) === null);
    const total = good.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
    const disk = await statfs(folder);
    const most = Math.min(limits.total, disk.bavail * disk.bsize - spareDisk);
    if (total > most) {
      yield refuse(
        archive.name,
        `the archive unpacks to ${Math.ceil(total / 1e6)} MB, more than there is room for`,
      );
      return;
    }
    const seen = new Set<string>();
    for (const [index, entry] of wanted.entries()) {
      const name = `${archive.name}/${entry.name.replaceAll("\u0000", "?")}`;
      const path = join(folder, String(index));
      const reason =
        refusedEntry(entry, limits) ??
        (seen.has(entry.name) ? "the archive holds this name twice; the first is taken" : null) ??
        (await unpackEntry(zip, entry, path));
      seen.add(entry.name);
      yield reason === null ? { name, path, size: entry.entry.uncompressedSize } : refuse(name, reason);
    }
  } finally {
    zip.close();
  }
}
