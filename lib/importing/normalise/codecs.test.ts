import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bytesOf, rangeOf } from "./samples";
import { filesUnder, outcomesOf, scratchFolder, taken } from "./testing/collect";
import { meanOf, viewerValues } from "./testing/stored-frames";
import type { NormaliseOutcome } from "./types";

interface InventoryEntry {
  readonly path: string;
  readonly pi?: string;
  readonly bits?: string;
  /** Without figures where the tools could not decode the file. */
  readonly f0?: { readonly min: number; readonly max: number; readonly mean?: number };
}

const data = process.env.SAMPLE_DATA_DIR;
if (!data) console.info("SAMPLE_DATA_DIR is not set: codecs are not checked on real files.");
const inventory: readonly InventoryEntry[] = data
  ? JSON.parse(readFileSync(join(data, "inventory.json"), "utf8")).filter((entry: InventoryEntry) =>
      entry.path.startsWith("dicom-misc/"),
    )
  : [];

/** Files whose stored first frame rightly differs from the inventory's figures, and why. */
const EXPLAINED: ReadonlyMap<string, string> = new Map([
  ["pydicomdata_JLSL_16_15_1_1F.dcm", "15-bit signed values: the inventory did not extend the sign"],
  ["pydicomdata_mlut_18.dcm", "the Modality LUT was applied before storing"],
]);

/** Same pixels in other transfer syntaxes. */
const SAME_PIXELS: readonly RegExp[] = [
  /^(wg04_CT1_(UNC|RLE|JPLL|JLSL|J2KR)|dicomparser_CT1_UNC)/,
  /^wg04_MR1_(UNC|RLE|JPLL|JLSL|J2KR)/,
  /^wg04_NM1_(J2KR|JLSL)/,
  /^wg04_US1_(UNC|RLE)/,
  /^wg04_VL1_(J2KR|RLE)/,
  /^cs3d_CTImage.dcm_(Big|Little|Deflated|RLE|JPEG2000Lossless|JPEGProcess14)/,
  /^cs3d_TestPattern_(RGB|JPEG-LS-Lossless|JPEG-Lossless)/,
  /^pydicomdata_emri_small/,
  /^pydicom_MR_small(_RLE|_bigendian|_expb|_implicit|_jp2k|_jpeg_ls|_padded|\.)/,
  /^pydicomdata_color-p[lx]/,
  /^(pydicomdata_eCT|dicomparser_CT0012.*(57|80|rle))/,
  /^(pydicomdata_SC_rgb_16bit_2frame|pydicom_SC_rgb_rle_16bit_2frame)/,
  /^pydicomdata_JLSL_RGB_ILV/,
  /image_dfl/,
];

describe.skipIf(!data)("every transfer syntax", () => {
  const scratch = scratchFolder();
  let outcomes: ReadonlyMap<string, NormaliseOutcome> = new Map();

  beforeAll(async () => {
    outcomes = await outcomesOf(filesUnder(join(data ?? "", "dicom-misc")), scratch.path);
  }, 180_000);
  afterAll(() => scratch.remove());

  it("settles every file", () => {
    expect(outcomes.size).toBe(inventory.length);
  });

  it("takes every file that holds a picture of at most 16 bits", () => {
    const refused = [...outcomes.values()].flatMap((outcome) =>
      outcome.kind === "refused" && !/not shown|no picture|DICOMDIR/.test(outcome.reason)
        ? [`${outcome.file}: ${outcome.reason}`]
        : [],
    );
    expect(refused).toEqual([]);
  });

  it("stores grey frames whose values agree with an independent decoder", async () => {
    let compared = 0;
    for (const entry of inventory) {
      const outcome = outcomes.get(entry.path.slice("dicom-misc/".length));
      if (outcome?.kind !== "instance" || entry.f0?.mean === undefined || EXPLAINED.has(outcome.file))
        continue;
      const { metadata } = outcome;
      if (metadata.samplesPerPixel !== 1 || metadata.frameMediaType !== "image/jphc") continue;
      const values = await viewerValues(outcome, 1);
      const lossy = metadata.lossy ? 2 : 0;
      const { min, max, mean } = entry.f0;
      const found = rangeOf(values, null);
      expect(Math.abs(found.smallest - min), outcome.file).toBeLessThanOrEqual(lossy);
      expect(Math.abs(found.largest - max), outcome.file).toBeLessThanOrEqual(lossy);
      expect(Math.abs(meanOf(values) - mean), outcome.file).toBeLessThan(metadata.lossy ? 0.5 : 0.001);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(55);
  });

  it("gives single grey frames kept in their own codec the range an independent decoder found", () => {
    let compared = 0;
    for (const entry of inventory) {
      const outcome = outcomes.get(entry.path.slice("dicom-misc/".length));
      if (outcome?.kind !== "instance" || entry.f0?.mean === undefined) continue;
      const { metadata } = outcome;
      const own = metadata.frameMediaType !== "image/jphc";
      if (!own || metadata.samplesPerPixel !== 1 || metadata.frameCount > 1) continue;
      expect(metadata.lossy, outcome.file).toBe(true);
      expect(Math.abs(metadata.smallestValue - entry.f0.min), outcome.file).toBeLessThanOrEqual(1);
      expect(Math.abs(metadata.largestValue - entry.f0.max), outcome.file).toBeLessThanOrEqual(1);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(8);
  });

  it("stores colour frames whose mean agrees with an independent decoder", async () => {
    let compared = 0;
    for (const entry of inventory) {
      const outcome = outcomes.get(entry.path.slice("dicom-misc/".length));
      if (outcome?.kind !== "instance" || entry.f0?.mean === undefined) continue;
      // The inventory has YCbCr values for JPEG, palette indices for palettes, 16 bits for 16-bit colour.
      if (!/^(RGB|YBR_RCT|YBR_ICT)$/.test(entry.pi ?? "") || entry.bits?.startsWith("16")) continue;
      if (outcome.metadata.frameMediaType !== "image/jphc") continue;
      const values = await viewerValues(outcome, 1);
      expect(values, outcome.file).toHaveLength(outcome.metadata.rows * outcome.metadata.columns * 3);
      expect(Math.abs(meanOf(values) - entry.f0.mean), outcome.file).toBeLessThan(0.5);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(20);
  });

  it.each(SAME_PIXELS)("gives files of %s one pixel hash", (stem) => {
    const same = [...outcomes.values()].filter(
      (outcome) => stem.test(outcome.file) && outcome.kind === "instance",
    );
    // One damaged copy of the same picture is among them by name.
    const hashes = same
      .filter(({ file }) => !/too_short|lossy|baseline/.test(file))
      .map((outcome) => taken(outcome).pixelHash);
    expect(hashes.length).toBeGreaterThan(1);
    expect(new Set(hashes).size).toBe(1);
  });

  it("stores what the viewer decodes to the very values that were hashed", async () => {
    for (const file of ["wg04_CT1_JLSL.dcm", "pydicomdata_emri_small_RLE.dcm", "wg04_VL1_J2KR.dcm"]) {
      const instance = taken(outcomes.get(file));
      const hash = createHash("sha256");
      for (let frame = 1; frame <= instance.metadata.frameCount; frame += 1) {
        hash.update(bytesOf(await viewerValues(instance, frame)));
      }
      expect(hash.digest("hex"), file).toBe(instance.pixelHash);
    }
  });

  it("writes posters in true proportions with colour", async () => {
    const wide = taken(outcomes.get("wg04_US1_UNC.dcm"));
    const poster = await sharp(wide.posterFile).metadata();
    expect([poster.format, poster.width, poster.height]).toEqual(["webp", 640, 480]);
    const thumbnail = await sharp(wide.thumbnailFile).metadata();
    expect(Math.max(thumbnail.width ?? 0, thumbnail.height ?? 0)).toBe(128);
  });
});
