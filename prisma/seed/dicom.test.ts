import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENDOMETRIOMA_CASE } from "./cases/endometrioma";
import { HEAD_IMAGE_ONLY } from "./cases/head-image-only";
import { HEPATIC_CYST_CLIP } from "./cases/hepatic-cyst-clip";
import { LIVER_METASTASIS } from "./cases/liver-metastasis";
import { LUNG_NODULE_CASE } from "./cases/lung-nodule";
import { dicomFile } from "./dicom/encode";
import { uidOf } from "./dicom/uid";

/** Of Debian's dicom3tools: a program of the system, not of a package in package.json. */
const CHECKER = "dciodvfy";
const installed = spawnSync(CHECKER, ["-version"]).error === undefined;
if (!installed) console.log("dciodvfy (Debian package dicom3tools) is not installed: DICOM checks skipped");

const KINDS = [
  ["CT of the abdomen", LIVER_METASTASIS],
  ["MR", ENDOMETRIOMA_CASE],
  ["radiograph", LUNG_NODULE_CASE],
  ["ultrasound clip", HEPATIC_CYST_CLIP],
  ["CT of the head", HEAD_IMAGE_ONLY],
] as const;

describe.skipIf(!installed)(CHECKER, { timeout: 240_000 }, () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "demo-dicom-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(KINDS)("finds no error in the %s", async (name, demo) => {
    const path = join(folder, `${name}.dcm`);
    for await (const { content } of demo.files()) {
      await writeFile(path, content);
      break;
    }
    const { stdout, stderr } = spawnSync(CHECKER, [path], { encoding: "utf8" });
    expect(`${stdout}${stderr}`.split("\n").filter((line) => line.startsWith("Error"))).toEqual([]);
  });
});

describe("dicomFile", () => {
  const file = dicomFile({ SOPClassUID: "1.2.3", SOPInstanceUID: "1.2.34", Rows: 2, PatientName: "DEMO^CT" });

  it("starts with the preamble and the file meta group", () => {
    expect(file.subarray(128, 132).toString("latin1")).toBe("DICM");
    expect(file.readUInt16LE(132)).toBe(0x0002);
  });

  it("writes elements in the order of their tags, padded to even length", () => {
    const content = file.toString("latin1");
    expect(content.indexOf("DEMO^CT ")).toBeGreaterThan(content.lastIndexOf("1.2.34"));
    expect(file.subarray(-10)).toEqual(Buffer.from([0x28, 0, 0x10, 0, 0x55, 0x53, 2, 0, 2, 0]));
  });

  it("makes UIDs of at most 64 characters under 2.25", () => {
    expect(uidOf("a")).toMatch(/^2\.25\.[1-9]\d{0,38}$/);
    expect(uidOf("a")).not.toBe(uidOf("b"));
  });
});
