import { existsSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { writePicture } from "@/lib/importing/testing/make-slice";
import { type Store, storedPath, storeFile } from "@/lib/storage/data";
import { removeStored } from "@/lib/storage/mutations";
import { cleanStores } from "./clean-stores";
import { importFolder } from "./testing/import-folder";

const db = testDatabase();
const folder = importFolder();

const old = new Date(Date.now() - 48 * 3_600_000);
const age = (path: string) => utimesSync(path, old, old);
const filesOf = (store: Store) =>
  readdirSync(join(folder.dataDir, store), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

async function stray(store: Store, text: string): Promise<string> {
  const source = join(folder.path, "stray");
  writeFileSync(source, text);
  return storedPath(store, await storeFile(store, source));
}

it("removes old files that no row points to, and nothing else", async () => {
  await writePicture(join(folder.path, "a.png"), 10);
  await folder.run("a.png");
  const kept = [...filesOf("objects"), ...filesOf("quarantine")];
  expect(kept).toHaveLength(4);
  for (const path of kept) age(path);
  const [left, original, fresh] = [
    await stray("objects", "left"),
    await stray("quarantine", "original"),
    await stray("objects", "of an import under way"),
  ];
  age(left);
  age(original);
  const unfinished = join(folder.dataDir, "objects/incoming", "0123456789abcdef01234567");
  writeFileSync(unfinished, "cut off");
  age(unfinished);
  const foreign = join(folder.dataDir, "objects/incoming", "note.txt");
  writeFileSync(foreign, "not ours");
  age(foreign);

  const look = await cleanStores({ remove: false });
  expect(look).toMatchObject({
    ok: true,
    stores: [
      { store: "objects", files: 6, unneeded: 2, bytes: 11, removed: 0 },
      { store: "quarantine", files: 2, unneeded: 1, removed: 0 },
    ],
  });
  for (const path of [...kept, left, original, unfinished]) expect(existsSync(path)).toBe(true);

  expect(await cleanStores({ remove: true })).toMatchObject({
    stores: [
      { unneeded: 2, removed: 2 },
      { unneeded: 1, removed: 1 },
    ],
  });
  for (const path of [left, original, unfinished]) expect(existsSync(path)).toBe(false);
  for (const path of [...kept, fresh, foreign]) expect([path, existsSync(path)]).toEqual([path, true]);
  expect(await cleanStores({ remove: true })).toMatchObject({
    stores: [{ unneeded: 0, removed: 0 }, { unneeded: 0 }],
  });
});

it("puts a file back that an import stored again or that got its row in that moment", async () => {
  const path = await stray("objects", "again");
  const key = path.slice(-65).replace("/", "");
  const file = { key, path, bytes: 5, modifiedAt: old };
  const yesterday = new Date(Date.now() - 24 * 3_600_000);
  expect(await removeStored(file, yesterday, async () => false)).toBe(false);
  age(path);
  expect(await removeStored(file, yesterday, async () => true)).toBe(false);
  expect(existsSync(path)).toBe(true);
  expect(await removeStored(file, yesterday, async () => false)).toBe(true);
  expect(existsSync(path)).toBe(false);
});

it("touches nothing where the database knows none of the files", async () => {
  const path = await stray("objects", "somebody else's");
  age(path);
  const gone = { objectKey: "gone", posterKey: "gone", thumbnailKey: "gone", sourceHash: "gone" };
  await db.client.instance.updateMany({ data: gone });
  expect(await cleanStores({ remove: true })).toMatchObject({ ok: false, reason: "not-this-database" });
  expect(existsSync(path)).toBe(true);
});
