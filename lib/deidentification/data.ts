import { randomBytes, randomUUID } from "node:crypto";
import { chmod, link, mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";

const KEY_BYTES = 32;

/** Writes the key beside its place first: whoever finds the file finds all of it. */
async function makeKey(path: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, "wx", 0o600);
  try {
    await file.writeFile(randomBytes(KEY_BYTES));
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    await rm(draft);
  }
}

/** Null where there is no key yet. */
async function existingKey(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/**
 * The key that remaps UIDs and patient ids: 32 random bytes in `<dataDir>/keys/identity.key`, made on first use and
 * readable by the owner only. Throws where the file exists and is no key: a new one would unlink every case.
 */
export async function readIdentityKey(dataDir: string): Promise<Buffer> {
  const folder = join(dataDir, "keys");
  const path = join(folder, "identity.key");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let key = await existingKey(path);
  if (!key) {
    await makeKey(path);
    key = await readFile(path);
  }
  if (key.length !== KEY_BYTES)
    throw new Error(`${path} holds ${key.length} bytes; an identity key has ${KEY_BYTES}.`);
  await chmod(path, 0o600);
  return key;
}
