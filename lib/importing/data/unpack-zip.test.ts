import { execFileSync } from "node:child_process";
import {
  createWriteStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { ZipFile } from "yazl";
import type { Refusal } from "../normalise/types";
import type { FoundFile } from "../types";
import { unpackZip, zipLimits } from "./unpack-zip";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "zip-"));
  return () => rmSync(folder, { recursive: true, force: true });
});

interface Entry {
  readonly name: string;
  readonly content: Buffer | string;
  readonly mode?: number;
  readonly compress?: boolean;
}

/** Writes an archive and lets `change` spoil its bytes. */
async function archive(
  entries: readonly Entry[],
  change: (bytes: Buffer) => Buffer = (bytes) => bytes,
): Promise<FoundFile> {
  const zip = new ZipFile();
  for (const { name, content, mode = 0o100644, compress = false } of entries)
    zip.addBuffer(Buffer.from(content), name, { mode, compress });
  zip.end();
  const path = join(folder, "a.zip");
  await pipeline(zip.outputStream, createWriteStream(path));
  writeFileSync(path, change(readFileSync(path)));
  return { name: "a.zip", path, size: 0 };
}

/** Puts other bytes of the same length in every place. */
const replaced = (from: string, to: string) => (bytes: Buffer) =>
  Buffer.from(bytes.toString("latin1").replaceAll(from, to), "latin1");

/** Changes the record of the table of contents of the n-th entry. */
const inTable = (entry: number, change: (record: Buffer) => void) => (bytes: Buffer) => {
  let at = -1;
  for (let count = 0; count <= entry; count++) at = bytes.indexOf("PK\x01\x02", at + 1, "latin1");
  change(bytes.subarray(at));
  return bytes;
};

async function unpacked(found: FoundFile, limits = zipLimits) {
  const files: FoundFile[] = [];
  const refused: Refusal[] = [];
  for await (const entry of unpackZip(found, join(folder, "out"), limits))
    if ("kind" in entry) refused.push(entry);
    else files.push(entry);
  return {
    files: Object.fromEntries(files.map(({ name, path }) => [name, readFileSync(path, "utf8")])),
    refused: Object.fromEntries(refused.map(({ file, reason }) => [file, reason])),
  };
}

const good = { name: "good.txt", content: "good" };

describe("unpackZip", () => {
  it("unpacks under names of its own, and passes over folders and litter", async () => {
    const found = await archive([
      { name: "a/b.txt", content: "one" },
      { name: "a/B.txt", content: "two", compress: true },
      { name: "__MACOSX/a/._b.txt", content: "fork" },
      { name: "a/.DS_Store", content: "view" },
    ]);
    expect(await unpacked(found)).toEqual({
      files: { "a.zip/a/b.txt": "one", "a.zip/a/B.txt": "two" },
      refused: {},
    });
    expect(readdirSync(join(folder, "out"))).toEqual(["0", "1"]);
  });

  it.each([
    ["../../ab", "the entry's name leads out of the archive"],
    ["/etc/pwd", "the entry's name is an absolute path"],
    ["aa\\..\\ab", "the entry's name holds a backslash"],
    ["C:/a/bcd", "the entry's name holds a drive letter"],
    ["good\0.tx", "the entry's name holds U+0000"],
  ])("refuses the name %j and takes the others", async (name, reason) => {
    const harmless = "x".repeat(name.length);
    const found = await archive([{ name: harmless, content: "bad" }, good], replaced(harmless, name));
    expect(await unpacked(found)).toEqual({
      files: { "a.zip/good.txt": "good" },
      refused: { [`a.zip/${name.replace("\0", "?")}`]: reason },
    });
  });

  it("refuses a link, an encrypted entry, an unknown method, and takes the others", async () => {
    const link = await archive([{ name: "link", content: "/etc/passwd", mode: 0o120777 }, good]);
    expect((await unpacked(link)).refused).toEqual({ "a.zip/link": "the entry is a symbolic link" });
    const secret = await archive(
      [{ name: "bad", content: "x" }, good],
      inTable(0, (record) => record.writeUInt16LE(record.readUInt16LE(8) | 1, 8)),
    );
    expect(await unpacked(secret)).toEqual({
      files: { "a.zip/good.txt": "good" },
      refused: { "a.zip/bad": "the entry is encrypted" },
    });
    const method = await archive(
      [{ name: "bad", content: "x" }, good],
      inTable(0, (record) => record.writeUInt16LE(12, 10)),
    );
    expect((await unpacked(method)).refused).toEqual({ "a.zip/bad": "the entry is packed by method 12" });
  });

  it("takes the first of two entries with one name", async () => {
    const found = await archive(
      [
        { name: "one", content: "first" },
        { name: "two", content: "second" },
      ],
      replaced("two", "one"),
    );
    expect(await unpacked(found)).toEqual({
      files: { "a.zip/one": "first" },
      refused: { "a.zip/one": "the archive holds this name twice; the first is taken" },
    });
  });

  it("refuses a wrong checksum, and sizes that lie either way", async () => {
    const crc = await archive(
      [{ name: "bad", content: "content" }, good],
      inTable(0, (record) => record.writeUInt32LE(7, 16)),
    );
    expect((await unpacked(crc)).refused["a.zip/bad"]).toContain("checksum");
    const packed = { name: "bad", content: "long content ".repeat(99), compress: true };
    const small = await archive(
      [packed, good],
      inTable(0, (record) => record.writeUInt32LE(5, 24)),
    );
    expect(await unpacked(small)).toMatchObject({
      files: { "a.zip/good.txt": "good" },
      refused: { "a.zip/bad": "the entry is larger than the archive says" },
    });
    const big = await archive(
      [packed, good],
      inTable(0, (record) => record.writeUInt32LE(5000, 24)),
    );
    expect((await unpacked(big)).refused["a.zip/bad"]).toContain("smaller than the archive says");
    expect(readdirSync(join(folder, "out"))).toEqual(["1"]);
  });

  it("refuses a bomb by its ratio, and an archive by count, size and overlap", async () => {
    const bomb = await archive([{ name: "bomb", content: Buffer.alloc(30_000_000), compress: true }, good]);
    expect((await unpacked(bomb)).refused).toEqual({
      "a.zip/bomb": "the entry unpacks to more than 1000 times its size",
    });
    const two = [good, { name: "more.txt", content: "more" }];
    const limits = { ...zipLimits, entries: 1 };
    expect((await unpacked(await archive(two), limits)).refused).toEqual({
      "a.zip": "the archive holds more than 1 entries",
    });
    expect((await unpacked(await archive(two), { ...zipLimits, total: 7 })).refused["a.zip"]).toContain(
      "more than there is room for",
    );
    const overlapping = await archive(
      two,
      inTable(1, (record) => record.writeUInt32LE(0, 42)),
    );
    expect((await unpacked(overlapping)).refused["a.zip"]).toContain("over each other");
    const counted = await archive(two, (bytes) => {
      const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
      bytes.writeUInt16LE(1, end + 8);
      bytes.writeUInt16LE(1, end + 10);
      return bytes;
    });
    expect((await unpacked(counted)).refused["a.zip"]).toBe("the archive holds more entries than it says");
    const cut = await archive(two, (bytes) => bytes.subarray(0, 60));
    expect((await unpacked(cut)).refused["a.zip"]).toContain("not a zip that can be read");
  });

  it("refuses an entry whose own header has another name", async () => {
    const found = await archive([{ name: "inner", content: "x" }, good], (bytes) => {
      bytes.write("other", bytes.indexOf("inner"));
      return bytes;
    });
    expect((await unpacked(found)).refused).toEqual({ "a.zip/inner": "the entry has two names" });
  });
});

const fixtures = join(process.env.SAMPLE_DATA_DIR ?? "", "../fixtures/bad");
const skipped = !process.env.SAMPLE_DATA_DIR || !existsSync(join(fixtures, "materialise.py"));
if (skipped) console.log("SAMPLE_DATA_DIR is not set: hostile archives of the fixtures are not unpacked.");

describe.skipIf(skipped)("hostile archives", () => {
  const place = mkdtempSync(join(tmpdir(), "bad-"));
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  it("are refused, whole or in part, and nothing lands outside the folder", {
    timeout: 180_000,
  }, async () => {
    execFileSync("python3", [join(fixtures, "materialise.py"), place, "--max-mb", "20"], { stdio: "ignore" });
    const manifest: { files?: unknown[] } & unknown[] = JSON.parse(
      readFileSync(join(fixtures, "manifest.json"), "utf8"),
    );
    const entries = (manifest.files ?? manifest) as {
      file: string;
      category: string;
      expected: string;
      alsoAllowed: string[];
    }[];
    const zips = entries.filter(({ category, file }) => category === "zip" && existsSync(join(place, file)));
    expect(zips.length).toBeGreaterThan(20);
    for (const { file, expected, alsoAllowed } of zips) {
      const refused: string[] = [];
      const out = join(folder, "deep/out", file.replaceAll("/", "-"));
      for await (const entry of unpackZip({ name: file, path: join(place, file), size: 0 }, out))
        if ("kind" in entry) refused.push(entry.reason);
        else expect(entry.path.startsWith(out)).toBe(true);
      if (expected === "rejected" && (alsoAllowed ?? []).length === 0)
        expect([file, refused.length > 0]).toEqual([file, true]);
    }
    expect(readdirSync(folder)).toEqual(["deep"]);
    expect(readdirSync(join(folder, "deep"))).toEqual(["out"]);
  });
});
