import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { Found } from "../types";
import { sniff } from "./sniff";
import { walk } from "./walk";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "walk-"));
  return () => rmSync(folder, { recursive: true, force: true });
});

function write(name: string, content: string | Buffer = "x"): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

async function found(name: string, at = name): Promise<string[]> {
  const shown: string[] = [];
  const show = (entry: Found) => {
    if (entry.kind === "refused") return `refused ${entry.file}: ${entry.reason}`;
    if (entry.kind === "file") return entry.file.name;
    return `bundle ${entry.folder || "."}: ${entry.files.map((file) => file.name).join(" ")}`;
  };
  for await (const entry of walk(name, join(folder, at))) shown.push(show(entry));
  return shown;
}

describe("walk", () => {
  it("goes by names, files before folders, and passes over litter", async () => {
    for (const name of [
      "in/b",
      "in/a",
      "in/z/c",
      "in/d/e",
      "in/.git/x",
      "in/._a",
      "in/__MACOSX/y",
      "in/Thumbs.db",
    ])
      write(name);
    expect(await found("in")).toEqual(["in/a", "in/b", "in/d/e", "in/z/c"]);
    expect(await found("in/", "in")).toEqual(["in/a", "in/b", "in/d/e", "in/z/c"]);
    expect(await found(".", "in")).toEqual(["a", "b", "d/e", "z/c"]);
    expect(await found("in/a")).toEqual(["in/a"]);
    expect(await found("gone")).toEqual(["refused gone: there is no such file or folder"]);
  });

  it("gives a bundle the files below it, but not those of a bundle inside, nor an archive", async () => {
    for (const name of ["x/case.json", "x/ct/1", "x/ct/2", "x/in/case.json", "x/in/f/3", "x/more.zip", "y/1"])
      write(name);
    expect(await found("in", ".")).toEqual([
      "in/x/more.zip",
      "bundle in/x/in: in/x/in/f/3",
      "bundle in/x: in/x/ct/1 in/x/ct/2",
      "in/y/1",
    ]);
    expect(await found(".", "x/in")).toEqual(["bundle .: f/3"]);
    expect(await found("x/in/case.json")).toEqual(["bundle x/in: x/in/f/3"]);
  });

  it("follows links to files below the root only", async () => {
    write("in/a");
    write("secret");
    mkdirSync(join(folder, "in/sub"));
    symlinkSync(join(folder, "in/a"), join(folder, "in/inside"));
    symlinkSync(join(folder, "secret"), join(folder, "in/outside"));
    symlinkSync("..", join(folder, "in/sub/up"));
    symlinkSync("nowhere", join(folder, "in/dead"));
    expect(await found("in")).toEqual([
      "in/a",
      "refused in/dead: a link that leads nowhere",
      "in/inside",
      "refused in/outside: a link that leads out of the folder; not followed",
      "refused in/sub/up: a link that leads out of the folder; not followed",
    ]);
  });
});

describe("sniff", () => {
  const dicom = Buffer.concat([Buffer.alloc(128), Buffer.from("DICM")]);
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const bare = Buffer.from("080016005549040031003200", "hex");

  it.each([
    ["scan", dicom, "dicom"],
    ["scan.txt", dicom, "dicom"],
    ["scan", bare, "dicom"],
    ["picture", png, "picture"],
    ["photo.png", Buffer.from([0xff, 0xd8, 0xff, 0xe0]), "picture"],
    ["a.bin", Buffer.from("PK\x03\x04rest"), "zip"],
    ["DICOMDIR", dicom, "ignored"],
    ["readme.txt", Buffer.from("words"), "ignored"],
    ["empty", Buffer.alloc(0), "ignored"],
    ["empty.dcm", Buffer.alloc(0), "refused"],
    ["note.dcm", Buffer.from("words"), "refused"],
    ["page.png", Buffer.from("<html>"), "refused"],
    ["film.tiff", Buffer.from("II*"), "refused"],
    ["all.tar.gz", Buffer.from([0x1f, 0x8b]), "refused"],
  ])("%s with %j is %s", async (name, content, kind) => {
    write("file", content);
    expect((await sniff(name, join(folder, "file"))).kind).toBe(kind);
  });

  it("says that a file cannot be read", async () => {
    expect(await sniff("gone.dcm", join(folder, "gone.dcm"))).toEqual({
      kind: "refused",
      reason: "the file cannot be read",
    });
  });
});
