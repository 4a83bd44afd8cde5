import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { consistencyChecks } from "./registry";
import { flagWords } from "./rules/flag-words";
import { flagKinds } from "./types";

describe("registry of consistency checks", () => {
  it("lists what the folder holds, each under the name of its file", () => {
    const files = readdirSync("lib/drafting/consistency/checks")
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .map((file) => file.replace(/\.ts$/, "").replaceAll("-", "_"));
    expect(consistencyChecks.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it("calls every check on a screen what it is called here", () => {
    expect(Object.fromEntries(consistencyChecks.map(({ id, label }) => [id, label]))).toEqual(flagWords);
  });

  it("has a check for every kind of flag, and the two that look at the others come last", () => {
    expect(consistencyChecks.map(({ id }) => id).sort()).toEqual([...flagKinds].sort());
    expect(consistencyChecks.slice(-2).map(({ id }) => id)).toEqual(["attribute_swap", "unsupported"]);
  });
});
