import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";

export interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A text file written piece by piece, hashed on the way, flushed to disk when it is closed. */
export interface HashedFile {
  write(text: string): Promise<void>;
  close(): Promise<WrittenFile>;
  /** Closes without a result, after an error. */
  abandon(): Promise<void>;
}

export async function hashedFile(folder: string, name: string): Promise<HashedFile> {
  const file: FileHandle = await open(join(folder, name), "wx");
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    async write(text) {
      const piece = Buffer.from(text, "utf8");
      hash.update(piece);
      bytes += piece.length;
      await file.writeFile(piece);
    },
    async close() {
      await file.sync();
      await file.close();
      return { name, bytes, sha256: hash.digest("hex") };
    },
    async abandon() {
      await file.close().catch(() => {});
    },
  };
}
