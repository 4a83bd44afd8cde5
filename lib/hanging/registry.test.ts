import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hangingRules } from "./registry";

describe("registry of hanging rules", () => {
  it("lists what the folder holds, each under the name of its file", () => {
    const files = readdirSync("lib/hanging/protocols")
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .map((file) => file.replace(/\.ts$/, ""));
    expect(hangingRules.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
  });

  it("ends with a rule that hangs anything", () => {
    const last = hangingRules.at(-1);
    const room = { windowWidth: 1600, width: 896, height: 892 };
    expect(last?.hang([], room)).toEqual({ layout: "1x1", cells: [], views: {} });
  });
});
