import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { outcomesOf, refusal, scratchFolder, taken } from "./testing/collect";
import type { NormaliseOutcome } from "./types";

const scratch = scratchFolder();
let outcomes: ReadonlyMap<string, NormaliseOutcome> = new Map();

const flat = (channels: 3 | 4, background: { r: number; g: number; b: number; alpha?: number }) =>
  sharp({ create: { width: 40, height: 20, channels, background } });
const RED = { r: 200, g: 10, b: 20 };

async function files(): Promise<Readonly<Record<string, Buffer>>> {
  const grey16 = Buffer.alloc(40 * 20 * 2);
  for (let index = 0; index < 800; index += 1) grey16.writeUInt16LE(index * 80, index * 2);
  return {
    "colour.png": await flat(3, RED).png().toBuffer(),
    "turned.jpg": await flat(3, RED).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    "named.jpg": await flat(3, RED)
      .withExif({ IFD0: { Artist: "Nobody Special" } })
      .jpeg()
      .toBuffer(),
    "clear.png": await flat(4, { ...RED, alpha: 0 })
      .png()
      .toBuffer(),
    "grey16.png": await sharp(new Uint16Array(grey16.buffer, grey16.byteOffset, 800), {
      raw: { width: 40, height: 20, channels: 1 },
    })
      .toColourspace("grey16")
      .png()
      .toBuffer(),
    "cmyk.jpg": await flat(3, RED).toColourspace("cmyk").jpeg().toBuffer(),
    "really-webp.png": await flat(3, RED).webp().toBuffer(),
    "really-gif.png": await flat(3, RED).gif().toBuffer(),
    "really-svg.png": Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    "cut.png": (await flat(3, RED).png({ compressionLevel: 0 }).toBuffer()).subarray(0, 400),
    "empty.png": Buffer.alloc(0),
  };
}

beforeAll(async () => {
  const written = Object.entries(await files()).map(([name, bytes]) => {
    const path = join(scratch.path, name);
    writeFileSync(path, bytes);
    return { path, name };
  });
  outcomes = await outcomesOf(written, join(scratch.path, "work"), { pictures: true });
}, 60_000);
afterAll(() => scratch.remove());

const stored = (name: string) => readFileSync(taken(outcomes.get(name)).objectFile);

describe("pictures", () => {
  it("become PNG of one frame with the colours they had", async () => {
    const { metadata } = taken(outcomes.get("colour.png"));
    expect(metadata).toMatchObject({
      rows: 20,
      columns: 40,
      samplesPerPixel: 3,
      frameMediaType: "image/png",
    });
    const [r, g, b] = await sharp(stored("colour.png")).raw().toBuffer();
    expect([r, g, b]).toEqual([200, 10, 20]);
  });

  it("are turned upright", () => {
    expect(taken(outcomes.get("turned.jpg")).metadata).toMatchObject({ rows: 40, columns: 20 });
  });

  it("lose their metadata", () => {
    expect(stored("named.jpg").toString("latin1")).not.toContain("Nobody");
  });

  it("stand on black where they were clear", async () => {
    expect([...(await sharp(stored("clear.png")).raw().toBuffer()).subarray(0, 3)]).toEqual([0, 0, 0]);
  });

  it("stay one grey sample, 16 bits scaled to 8", async () => {
    const { metadata } = taken(outcomes.get("grey16.png"));
    expect(metadata).toMatchObject({
      samplesPerPixel: 1,
      photometricInterpretation: "MONOCHROME2",
      bitsAllocated: 8,
    });
    const image = await sharp(stored("grey16.png")).metadata();
    expect(image.channels).toBe(1);
    expect(metadata.largestValue).toBe(Math.floor((799 * 80) / 256));
  });

  it("come from CMYK to sRGB", () => {
    expect(taken(outcomes.get("cmyk.jpg")).metadata).toMatchObject({ samplesPerPixel: 3 });
  });

  it.each([
    ["really-webp.png", /WebP/],
    ["really-gif.png", /GIF/],
    ["really-svg.png", /SVG/],
    ["cut.png", /damaged or cut off/],
    ["empty.png", /empty/],
  ])("%s is refused by what it is", (name, reason) => {
    expect(refusal(outcomes.get(name))).toMatch(reason);
  });
});
