import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readIdentityKey } from "./data";

let dataDir = "";
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "identity-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

it("makes a key once, for the owner only, also when several ask at once", async () => {
  const keys = await Promise.all(Array.from({ length: 8 }, () => readIdentityKey(dataDir)));
  expect(new Set(keys.map((key) => key.toString("hex"))).size).toBe(1);
  expect(keys[0]).toHaveLength(32);
  expect(statSync(join(dataDir, "keys", "identity.key")).mode & 0o777).toBe(0o600);
  expect(await readIdentityKey(dataDir)).toEqual(keys[0]);
});

it("never replaces a damaged key", async () => {
  mkdirSync(join(dataDir, "keys"));
  writeFileSync(join(dataDir, "keys", "identity.key"), "short");
  await expect(readIdentityKey(dataDir)).rejects.toThrow("holds 5 bytes");
});
