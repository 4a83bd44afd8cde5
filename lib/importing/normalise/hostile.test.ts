import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesUnder, outcomesOf, scratchFolder, taken } from "./testing/collect";
import type { NormaliseOutcome } from "./types";

interface BadFile {
  readonly file: string;
  readonly category: string;
  readonly expected: string;
  readonly alsoAllowed: readonly string[];
}

const data = process.env.SAMPLE_DATA_DIR;
const corpus = data ? join(data, "..", "fixtures", "bad") : "";
const present = corpus !== "" && existsSync(join(corpus, "manifest.json"));
if (!present) console.info("SAMPLE_DATA_DIR is not set: broken and fuzzed files are not checked.");
const manifest: readonly BadFile[] = present
  ? JSON.parse(readFileSync(join(corpus, "manifest.json"), "utf8")).files
  : [];

describe.skipIf(!present)("hostile files of the corpus", () => {
  const scratch = scratchFolder();
  const work = join(scratch.path, "work");
  let outcomes: ReadonlyMap<string, NormaliseOutcome> = new Map();
  const chosen = (...categories: readonly string[]) =>
    manifest.filter((entry) => categories.includes(entry.category));

  beforeAll(async () => {
    const out = join(scratch.path, "files");
    execFileSync("python3", [join(corpus, "materialise.py"), out, "--max-mb", "50"]);
    const files = (entries: readonly BadFile[]) =>
      entries
        .map(({ file }) => ({ path: join(out, file), name: file }))
        .filter(({ path }) => existsSync(path));
    const dicom = await outcomesOf(files(chosen("dicom", "dicom-text", "series")), work);
    const pictures = await outcomesOf(files(chosen("image")), work, { pictures: true });
    outcomes = new Map([...dicom, ...pictures]);
  }, 180_000);
  afterAll(() => scratch.remove());

  it("behaves as the manifest allows, file by file", () => {
    const wrong = chosen("dicom", "dicom-text", "series", "image").flatMap((entry) => {
      const outcome = outcomes.get(entry.file);
      const allowed = [entry.expected, ...entry.alsoAllowed];
      const refused = outcome?.kind === "refused";
      const right = refused
        ? allowed.includes("rejected")
        : allowed.some((word) => word.startsWith("accepted"));
      return outcome && right ? [] : [`${entry.file}: ${outcome?.kind ?? "no outcome"}`];
    });
    expect(wrong).toEqual([]);
  });

  it("gives every refusal one sentence without text of the file", () => {
    for (const outcome of outcomes.values()) {
      if (outcome.kind === "refused") expect(outcome.reason).toMatch(/^[A-Z][\w ,:;.()\-/+]*\.$/);
    }
  });

  it("leaves nothing behind of refused files", () => {
    const accepted = [...outcomes.values()].filter((outcome) => outcome.kind === "instance").length;
    expect(readdirSync(work)).toHaveLength(accepted * 3);
  });

  it("turns a rotated photograph upright and keeps none of its metadata", () => {
    const instance = taken(outcomes.get("image/exif-rotate-gps-name.jpg"));
    const bytes = readFileSync(instance.objectFile).toString("latin1");
    expect(bytes).not.toMatch(/Exif|eXIf|tEXt|iTXt|GPS/);
    expect(bytes.slice(1, 4)).toBe("PNG");
  });
});

describe.skipIf(!data)("broken and fuzzed real files", () => {
  const scratch = scratchFolder();
  afterAll(() => scratch.remove());

  it("settles every one within its limits", async () => {
    const files = filesUnder(join(data ?? "", "dicom-bad"));
    const outcomes = await outcomesOf(files, scratch.path);
    expect(outcomes.size).toBe(files.length);
    const overran = [...outcomes.values()].flatMap((outcome) =>
      outcome.kind === "refused" && /longer than|crashed|too much memory/.test(outcome.reason)
        ? [outcome.file]
        : [],
    );
    expect(overran).toEqual([]);
    for (const outcome of outcomes.values()) {
      if (outcome.kind === "instance")
        expect(outcome.metadata.rows * outcome.metadata.columns).toBeGreaterThan(0);
    }
    const cut = outcomes.get("pydicom_MR_truncated.dcm");
    expect(cut).toMatchObject({
      reason: "The pixel data is cut: 8130 of 8192 bytes are there, 0 of 1 frames are complete.",
    });
  }, 120_000);
});
