import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { isStored, readObject, storedPath, storeFile } from "./data";

describe("storage", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "storage-"));
    process.env.DATA_DIR = folder;
    writeFileSync(join(folder, "source"), "abcdef");
  });

  it("names a file by its SHA-256 and reads it by range", async () => {
    const key = await storeFile("objects", join(folder, "source"));
    expect(key).toBe("bef57ec7f53a6d40beb640a780a639c83bc29ac8a9816f1fc6c5c6dcd93c4721");
    expect((await readObject(key)).toString()).toBe("abcdef");
    expect((await readObject(key, { offset: 2, length: 3 })).toString()).toBe("cde");
    await expect(readObject(key, { offset: 4, length: 3 })).rejects.toThrow("shorter");
    expect(await isStored("objects", key)).toBe(true);
    expect(await isStored("quarantine", key)).toBe(false);
    expect(readdirSync(join(folder, "objects", "incoming"))).toEqual([]);
  });

  it("refuses a key that is not a hash", () => {
    expect(() => storedPath("objects", "../../etc/passwd")).toThrow("not a storage key");
  });
});
