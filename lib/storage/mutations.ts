import { link, rename, rm, stat } from "node:fs/promises";
import type { StoredFile } from "./data";

/** Puts a file back, unless its writer has put the same bytes there meanwhile. */
async function putBack(aside: string, path: string): Promise<void> {
  await link(aside, path).catch((error: unknown) => {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  });
  await rm(aside, { force: true });
}

/**
 * Removes a stored file that nothing points to. It is moved aside first and looked at again: one that an import stored
 * anew in this moment is young, or has a row by now, and goes back. @returns whether it is gone.
 */
export async function removeStored(
  file: StoredFile,
  olderThan: Date,
  isNeeded: (key: string) => Promise<boolean>,
): Promise<boolean> {
  const aside = `${file.path}.removing`;
  await rename(file.path, aside);
  const young = (await stat(aside)).mtime >= olderThan;
  if (young || (file.key !== null && (await isNeeded(file.key)))) {
    await putBack(aside, file.path);
    return false;
  }
  await rm(aside, { force: true });
  return true;
}
