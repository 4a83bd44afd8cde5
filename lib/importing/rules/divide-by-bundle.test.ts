import { describe, expect, it } from "vitest";
import { divideByBundle } from "./divide-by-bundle";

const file = (name: string) => ({ name, path: "", size: 1 });

describe("divideByBundle", () => {
  it("gives each file to the nearest case.json above it", () => {
    const names = [
      "a.zip/x/case.json",
      "a.zip/x/1",
      "a.zip/x/in/2",
      "a.zip/x/in/case.json",
      "a.zip/y/3",
      "a.zip/x/b.zip",
    ];
    const shown = divideByBundle(names.map(file)).map((found) =>
      found.kind === "bundle"
        ? [found.folder, ...found.files.map(({ name }) => name)]
        : found.kind === "file" && found.file.name,
    );
    expect(shown).toEqual([
      ["a.zip/x", "a.zip/x/1"],
      ["a.zip/x/in", "a.zip/x/in/2"],
      "a.zip/y/3",
      "a.zip/x/b.zip",
    ]);
  });

  it("takes a case.json at the root of an archive", () => {
    expect(divideByBundle([file("a.zip/case.json"), file("a.zip/ct/1")])).toMatchObject([
      { kind: "bundle", folder: "a.zip", files: [{ name: "a.zip/ct/1" }] },
    ]);
  });
});
