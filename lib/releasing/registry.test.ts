import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exportFormat, exportFormats } from "./registry";

test("every file of the folder is a format of the registry, under its own name", () => {
  const files = readdirSync(join(import.meta.dirname, "formats"))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => file.replace(/\.ts$/, ""));
  expect(exportFormats.map(({ id }) => id).sort()).toEqual(files.sort());
  expect(exportFormat("llava")?.label).toBe("LLaVA JSON");
  expect(new Set(exportFormats.map(({ fileName }) => fileName)).size).toBe(exportFormats.length);
  expect(exportFormat("nothing")).toBeNull();
});
