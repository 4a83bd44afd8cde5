import { rm } from "node:fs/promises";
import type { IncomingInstance } from "@/lib/importing/types";
import { storeFile } from "@/lib/storage/data";

export interface ObjectKeys {
  readonly objectKey: string;
  readonly posterKey: string;
  readonly thumbnailKey: string;
}

/**
 * Puts what an instance became into the object store, and its original into quarantine where originals are kept. Done
 * before any row is written: a row never points at a missing object, and an object without a row harms nobody.
 */
export async function storeObjects(from: IncomingInstance, keepOriginals: boolean): Promise<ObjectKeys> {
  const { objectFile, posterFile, thumbnailFile } = from.normalised;
  if (keepOriginals) await storeFile("quarantine", from.path);
  const keys = {
    objectKey: await storeFile("objects", objectFile),
    posterKey: await storeFile("objects", posterFile),
    thumbnailKey: await storeFile("objects", thumbnailFile),
  };
  return keys;
}

/** Removes the work files of an instance. */
export async function discard({ normalised }: IncomingInstance): Promise<void> {
  for (const file of [normalised.objectFile, normalised.posterFile, normalised.thumbnailFile])
    await rm(file, { force: true });
}
