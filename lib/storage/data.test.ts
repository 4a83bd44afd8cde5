import { chmodSync, mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { closeFolders, isStored, readObject, storedPath, storeFile } from "./data";

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

  it("lets nobody else of the machine in, also into folders of an older version", async () => {
    const modeOf = (name: string) => statSync(join(folder, name)).mode & 0o777;
    await storeFile("quarantine", join(folder, "source"));
    await storeFile("objects", join(folder, "source"));
    expect(modeOf("quarantine")).toBe(0o700);
    expect(modeOf("objects") & 0o027).toBe(0);
    for (const name of ["quarantine", "objects"]) chmodSync(join(folder, name), 0o755);
    mkdirSync(join(folder, "keys"), { mode: 0o755 });
    await closeFolders();
    expect([modeOf("quarantine"), modeOf("objects"), modeOf("keys")]).toEqual([0o700, 0o750, 0o700]);
  });

  it("refuses a key that is not a hash", () => {
    expect(() => storedPath("objects", "../../etc/passwd")).toThrow("not a storage key");
  });
});
