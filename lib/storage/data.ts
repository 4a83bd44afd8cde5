import { createHash, randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { dataDir } from "@/lib/db/places";

/**
 * `objects` holds what the web may serve behind its gate: identity removed. `quarantine` holds originals as they came;
 * no web route reads it.
 */
export type Store = "objects" | "quarantine";

const keyPattern = /^[0-9a-f]{64}$/;

/** Where a stored file lies. Keys are SHA-256 only, so that no name from outside ever becomes part of a path. */
export function storedPath(store: Store, key: string): string {
  if (!keyPattern.test(key)) throw new Error("not a storage key");
  return join(dataDir(), store, key.slice(0, 2), key.slice(2));
}

async function publish(store: Store, key: string, temporary: string): Promise<void> {
  const target = storedPath(store, key);
  await mkdir(dirname(target), { recursive: true });
  const file = await open(temporary, "r+");
  await file.sync().finally(() => file.close());
  await rename(temporary, target);
}

async function temporaryFile(store: Store): Promise<string> {
  const folder = join(dataDir(), store, "incoming");
  await mkdir(folder, { recursive: true });
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
