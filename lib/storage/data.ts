import { createHash, randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { chmod, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { dataDir } from "@/lib/db/places";

/**
 * `objects` holds what the web may serve behind its gate: identity removed. `quarantine` holds originals as they came;
 * no web route reads it.
 */
export type Store = "objects" | "quarantine";

/** Originals are for the owner alone; objects may also be read by the group, e.g. for a backup. */
const folderModes: Readonly<Record<Store, number>> = { objects: 0o750, quarantine: 0o700 };

const others = 0o777;

/**
 * Takes from other people of the machine what is not theirs: stores and keys, also those of an older version. The data
 * folder itself stays open for passing through, which the embedded PostgreSQL needs.
 */
export async function closeFolders(): Promise<void> {
  for (const [name, mode] of [...Object.entries(folderModes), ["keys", 0o700] as const]) {
    const folder = join(dataDir(), name);
    const found = await stat(folder).catch(() => null);
    if (found && (found.mode & others & ~mode) !== 0) await chmod(folder, found.mode & mode);
  }
}

async function makeFolder(store: Store, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: folderModes[store] });
}

const keyPattern = /^[0-9a-f]{64}$/;
const temporaryPattern = /^[0-9a-f]{24}$/;

/** Where a stored file lies. Keys are SHA-256 only, so that no name from outside ever becomes part of a path. */
export function storedPath(store: Store, key: string): string {
  if (!keyPattern.test(key)) throw new Error("not a storage key");
  return join(dataDir(), store, key.slice(0, 2), key.slice(2));
}

async function publish(store: Store, key: string, temporary: string): Promise<void> {
  const target = storedPath(store, key);
  await makeFolder(store, dirname(target));
  const file = await open(temporary, "r+");
  await file.sync().finally(() => file.close());
  await rename(temporary, target);
}

async function temporaryFile(store: Store): Promise<string> {
  const folder = join(dataDir(), store, "incoming");
  await makeFolder(store, folder);
  return join(folder, randomBytes(12).toString("hex"));
}

/**
 * Copies a file into a store and returns its key, the SHA-256 of its bytes. Written aside, flushed to disk, then
 * renamed: a key that was returned names a whole file.
 */
export async function storeFile(store: Store, path: string): Promise<string> {
  const temporary = await temporaryFile(store);
  const hash = createHash("sha256");
  const tap = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(createReadStream(path), tap, createWriteStream(temporary, { mode: 0o600 }));
    const key = hash.digest("hex");
    await publish(store, key, temporary);
    return key;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Reads a whole object, or `length` bytes from `offset`. @throws when the object is missing or shorter. */
export async function readObject(
  key: string,
  range?: { readonly offset: number; readonly length: number },
): Promise<Buffer> {
  const path = storedPath("objects", key);
  if (!range) return readFile(path);
  const file = await open(path, "r");
  try {
    const bytes = Buffer.alloc(range.length);
    const { bytesRead } = await file.read(bytes, 0, range.length, range.offset);
    if (bytesRead !== range.length) throw new Error("stored object is shorter than its frame table says");
    return bytes;
  } finally {
    await file.close();
  }
}

export async function isStored(store: Store, key: string): Promise<boolean> {
  return (await stat(storedPath(store, key)).catch(() => null)) !== null;
}

export interface StoredFile {
  /** Null: a file that never got its key, because its writer was killed. */
  readonly key: string | null;
  readonly path: string;
  readonly bytes: number;
  readonly modifiedAt: Date;
}

/** Every file of a store with its age. What is not named like a stored file is passed over. */
export async function* storedFiles(store: Store): AsyncGenerator<StoredFile> {
  const top = join(dataDir(), store);
  const names = async (folder: string) => (await readdir(folder).catch(() => [])).sort();
  for (const part of await names(top))
    for (const name of await names(join(top, part))) {
      const path = join(top, part, name);
      const unfinished = part === "incoming" && temporaryPattern.test(name);
      const key = keyPattern.test(part + name) ? part + name : null;
      if (key === null && !unfinished) continue;
      const found = await stat(path).catch(() => null);
      if (found?.isFile()) yield { key, path, bytes: found.size, modifiedAt: found.mtime };
    }
}
