import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importFolder } from "@/lib/cases/mutations/testing/import-folder";
import { testDatabase } from "@/lib/db/testing/test-database";
import { importGuidelines } from "./import-guidelines";

const db = testDatabase();
const folder = importFolder();
const run = (name = "g.jsonl") =>
  importGuidelines([{ name, path: join(folder.path, name) }], { projectSlug: folder.slug, actorId: null });
const line = (id: string, text = "Words of a guideline.") =>
  JSON.stringify({ id, title: "T", source: "S", text });
/** A line as the open collections write it. */
const open = (id: string, text: string) =>
  JSON.stringify({ id, title: "T", source: "S", clean_text: text, raw_text: "raw", url: "", overview: null });

describe("importGuidelines", () => {
  it("stores sections, refuses bad lines by number, and brings changed ones up to date", async () => {
    const lines = [
      line("1"),
      "",
      "{",
      line("2"),
      JSON.stringify({ id: "3", title: "T", source: "S" }),
      line("1"),
    ];
    writeFileSync(join(folder.path, "g.jsonl"), `${lines.join("\n")}\n`);
    expect(await run()).toEqual({
      documents: 2,
      changed: 0,
      unchanged: 1,
      refused: [
        { file: "g.jsonl", reason: "line 3 is not JSON" },
        { file: "g.jsonl", reason: "line 5 is refused: text is missing" },
      ],
    });
    writeFileSync(join(folder.path, "g.jsonl"), [line("1"), open("2", "Other words.")].join("\n"));
    expect(await run()).toEqual({ documents: 0, changed: 1, unchanged: 1, refused: [] });
    const rows = await db.client.document.findMany({
      where: { project: { slug: folder.slug } },
      orderBy: { externalId: "asc" },
    });
    expect(rows.map(({ kind, text }) => [kind, text])).toEqual([
      ["guideline", "Words of a guideline."],
      ["guideline", "Other words."],
    ]);
  });

  it("says that a file cannot be read, and stores more than one batch", async () => {
    expect(await run("gone.jsonl")).toMatchObject({
      refused: [{ file: "gone.jsonl", reason: "the file cannot be read" }],
    });
    const lines = Array.from({ length: 450 }, (_, index) => line(String(index)));
    writeFileSync(join(folder.path, "g.jsonl"), lines.join("\n"));
    expect(await run()).toMatchObject({ documents: 450 });
  });
});
