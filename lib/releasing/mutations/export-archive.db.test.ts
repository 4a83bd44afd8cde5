import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fromBuffer } from "yauzl";
import { testDatabase } from "@/lib/db/testing/test-database";
import { readCase } from "../testing/read-case";
import { files } from "../testing/release-files";
import { exportArchive } from "./export-archive";
import { exportProject } from "./export-project";

const db = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "archive-test-"));
beforeAll(() => {
  process.env.DATA_DIR = join(folder, "data");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the archive holds the same files and leaves nothing behind", async () => {
  const { project } = await readCase(db.client);
  const out = join(folder, "out");
  await exportProject({ slug: project.slug, out, format: "llava" }, null);
  const bytes = await buffer(exportArchive(project.id, "llava", null));
  expect(await buffer(exportArchive(project.id, "llava", null))).toEqual(bytes);
  const names = await new Promise<string[]>((done, fail) => {
    const found: string[] = [];
    fromBuffer(bytes, (error, zip) => {
      if (error) return fail(error);
      zip.on("entry", (entry) => found.push(entry.fileName)).on("end", () => done(found));
    });
  });
  expect(names.sort()).toEqual(files(out).map((name) => `${project.slug}/${name}`));
  expect(readdirSync(join(folder, "data", "exports"))).toEqual([]);
});

test("an unknown format fails the stream", async () => {
  await expect(
    buffer(exportArchive("00000000-0000-7000-8000-000000000000", "nothing", null)),
  ).rejects.toThrow("no export format");
});
