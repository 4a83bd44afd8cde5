import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { importers } from "./registry";

describe("registry of importers", () => {
  it("lists what the folder holds, each under the name of its file", () => {
    const files = readdirSync("lib/importing/importers")
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .map((file) => file.replace(/\.ts$/, ""));
    expect(importers.map(({ id }) => id).sort()).toEqual(files.sort());
  });
});
