import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 as newId } from "uuid";
import { afterAll, expect, it } from "vitest";
import { importPaths } from "@/lib/cases/mutations/import-paths";
import { importFolder } from "@/lib/cases/mutations/testing/import-folder";
import { testDatabase } from "@/lib/db/testing/test-database";
import { writePicture } from "@/lib/importing/testing/make-slice";
import { openReading } from "@/lib/reading/mutations/open-reading";
import { saveChanges } from "@/lib/reading/mutations/save-changes";
import { submitReading } from "@/lib/reading/mutations/submit-reading";
import { requestOf } from "@/lib/reading/testing/change";
import { seedActor } from "@/lib/reading/testing/seed-case";
import { files, lines, llavaRows } from "../testing/release-files";
import { exportProject } from "./export-project";

const db = testDatabase();
const folder = importFolder();
const out = mkdtempSync(join(tmpdir(), "export-imported-"));
afterAll(() => rmSync(out, { recursive: true, force: true }));

it("a folder of pictures imported with a licence is read, submitted and exported; without one it stays here", async () => {
  await writePicture(join(folder.path, "with/a.png"), 10);
  await writePicture(join(folder.path, "without/b.png"), 20);
  const options = { projectSlug: folder.slug, actorId: null };
  const source = { name: "Drawn squares", licence: "CC0-1.0", url: "https://example.org/squares" };
  expect(await importPaths([join(folder.path, "with")], { ...options, source })).toMatchObject({ cases: 1 });
  expect(await importPaths([join(folder.path, "without")], options)).toMatchObject({ cases: 1 });
  const project = await db.client.project.findUniqueOrThrow({ where: { slug: folder.slug } });
  const reader = await seedActor(db.client, "reader", [
    { project: { ...project, sourceId: "" }, role: "reader" },
  ]);
  const cases = await db.client.caseRecord.findMany({
    where: { projectId: project.id },
    orderBy: { number: "asc" },
    select: { id: true, images: { select: { id: true } } },
  });
  for (const { id, images } of cases) {
    const opened = await openReading(reader, id);
    if (!opened.ok) throw new Error(opened.reason);
    const saved = await saveChanges(
      reader,
      opened.readingId,
      requestOf({
        op: "put",
        part: "decision",
        id: newId(),
        base: 0,
        value: {
          kind: "added",
          textKind: "caption",
          imageId: images[0]?.id ?? null,
          result: { form: "text", text: "A grey square." },
        },
      }),
    );
    expect(saved.ok).toBe(true);
    expect(await submitReading(reader, opened.readingId, 1)).toMatchObject({ ok: true });
  }
  const to = join(out, "release");
  const outcome = await exportProject({ slug: folder.slug, out: to, format: "llava" }, null);
  expect(outcome).toMatchObject({ ok: true, counts: { cases: 1, rows: 1, images: 1, leftOutCases: 1 } });
  const [row] = llavaRows(to);
  expect(row?.conversations[1]?.value).toBe("A grey square.");
  expect(files(to)).toContain(row?.image);
  expect(lines(to, "provenance.jsonl")).toMatchObject([
    { source: { name: "Drawn squares", licence: "CC0-1.0", url: "https://example.org/squares" } },
  ]);
  expect(lines(to, "left-out.jsonl")).toMatchObject([{ case: "RR-00002", reason: "no-licence" }]);
});
