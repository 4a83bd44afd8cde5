import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { importVerb } from "./import";

testDatabase();

it("takes a file of guidelines with no option but the project", async () => {
  const folder = mkdtempSync(join(tmpdir(), "guidelines-"));
  try {
    const path = join(folder, "guidelines.jsonl");
    const line = { id: "renal", source: "Drawn", title: "Cysts", text: "# Cysts\nA cyst has a thin wall." };
    writeFileSync(path, `${JSON.stringify(line)}\n`);
    const values = { project: "guided", as: "guidelines" };
    const outcome = await importVerb.run({ positionals: [path], values, json: false, log: () => {} });
    expect(outcome).toMatchObject({ ok: true, result: { documents: 1, refused: [] } });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
