import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { outcomesOf, refusal, scratchFolder, taken } from "./testing/collect";
import {
  bodyOf,
  dataSet,
  element,
  encapsulated,
  PLAIN,
  sequence,
  type TestElement,
  words,
  writeDicom,
} from "./testing/dicom-writer";
import { viewerValues } from "./testing/stored-frames";
import type { NormaliseOutcome } from "./types";

const scratch = scratchFolder();
const work = join(scratch.path, "work");
const ramp = Array.from({ length: 64 }, (_, index) => index * 50);
const overlaid = ramp.map((value, index) => value | (index % 2 === 0 ? 0x8000 : 0x4000));
const pixels = (values: readonly number[]) => element(words(values));
const colourRamp = Buffer.from(Array.from({ length: 192 }, (_, index) => index));
const planes = Buffer.from(
  [0, 1, 2].flatMap((plane) => Array.from({ length: 64 }, (_, pixel) => pixel * 3 + plane)),
);
const COLOUR: Readonly<Record<string, TestElement>> = {
  "00280002": ["00280002", "US", 3],
  "00280004": ["00280004", "CS", "RGB"],
  "00280006": ["00280006", "US", 0],
  "00280100": ["00280100", "US", 8],
  "00280101": ["00280101", "US", 8],
  "00280102": ["00280102", "US", 7],
};
const FRAMES = (count: number): TestElement => ["00280008", "IS", count];

/** Files by name: what lies in them. */
const files: Readonly<Record<string, { readonly body: Buffer; readonly syntax?: string }>> = {
  plain: { body: bodyOf(PLAIN, pixels(ramp)) },
  overlaid: { body: bodyOf(PLAIN, pixels(overlaid)) },
  signed: {
    body: bodyOf(
      dataSet({ "00280103": ["00280103", "US", 1] }),
      pixels(ramp.map((value) => (value - 1600) & 0xfff)),
    ),
  },
  deflated: { body: deflateRawSync(bodyOf(PLAIN, pixels(ramp))), syntax: "1.2.840.10008.1.2.1.99" },
  swappedWords: {
    body: bodyOf(PLAIN, pixels(ramp.map((value) => ((value & 0xff) << 8) | (value >> 8)))),
    syntax: "1.2.840.113619.5.2",
  },
  bomb: { body: deflateRawSync(Buffer.alloc(200 * 1024 * 1024)), syntax: "1.2.840.10008.1.2.1.99" },
  trailing: { body: Buffer.concat([bodyOf(PLAIN, pixels(ramp)), Buffer.alloc(1000)]) },
  clip: {
    body: bodyOf(
      dataSet({ "00280008": FRAMES(3) }),
      pixels([...ramp.map(() => 0), ...ramp, ...ramp.map(() => 0)]),
    ),
  },
  twoOfThree: {
    body: bodyOf(dataSet({ "00280008": FRAMES(3) }), pixels([...ramp, ...ramp, ...ramp.slice(0, 10)])),
  },
  interleaved: { body: bodyOf(dataSet(COLOUR), element(["7FE00010", "OB", colourRamp])) },
  planar: {
    body: bodyOf(
      dataSet({ ...COLOUR, "00280006": ["00280006", "US", 1] }),
      element(["7FE00010", "OB", planes]),
    ),
  },
  noUids: { body: bodyOf(dataSet({ "0020000D": null, "0020000E": null, "00080018": null }), pixels(ramp)) },
  zeroSpacing: { body: bodyOf(dataSet({ "00280030": ["00280030", "DS", "0\\0"] }), pixels(ramp)) },
  missingFrames: {
    body: bodyOf(
      dataSet({ "00280008": FRAMES(3) }),
      encapsulated([Buffer.alloc(64, 1), Buffer.alloc(64, 1)]),
    ),
    syntax: "1.2.840.10008.1.2.5",
  },
  garbageJpeg: {
    body: bodyOf(PLAIN, encapsulated([Buffer.from("ffd8fffe00044142ffd9", "hex")])),
    syntax: "1.2.840.10008.1.2.4.50",
  },
  video: { body: bodyOf(PLAIN, pixels(ramp)), syntax: "1.2.840.10008.1.2.4.102" },
  segmentation: {
    body: bodyOf(dataSet({ "00080016": ["00080016", "UI", "1.2.840.10008.5.1.4.1.1.66.4"] }), pixels(ramp)),
  },
  enhanced: {
    body: bodyOf(
      dataSet({
        "00280008": FRAMES(2),
        "52009229": sequence("52009229", [
          [
            sequence("00209116", [[["00200037", "DS", "1\\0\\0\\0\\1\\0"]]]),
            sequence("00289110", [
              [
                ["00180050", "DS", "3"],
                ["00280030", "DS", "0.5\\0.25"],
              ],
            ]),
          ],
        ]),
        "52009230": sequence(
          "52009230",
          [10, 7].map((z) => [sequence("00209113", [[["00200032", "DS", `1\\2\\${z}`]]])]),
        ),
      }),
      pixels([...ramp, ...ramp]),
    ),
  },
};

let outcomes: ReadonlyMap<string, NormaliseOutcome> = new Map();

beforeAll(async () => {
  const jobs = Object.entries(files).map(([name, { body, syntax }]) => {
    const path = join(scratch.path, `${name}.dcm`);
    writeDicom(path, body, syntax);
    return { path, name };
  });
  const text = join(scratch.path, "text.dcm");
  writeFileSync(text, "Dear colleague, this is no DICOM file at all.");
  const bare = join(scratch.path, "bare.dcm");
  writeFileSync(bare, bodyOf(PLAIN, pixels(ramp)));
  const others = [
    { path: text, name: "text" },
    { path: bare, name: "bare" },
    { path: scratch.path, name: "folder" },
    { path: join(scratch.path, "absent"), name: "absent" },
  ];
  outcomes = await outcomesOf([...jobs, ...others], work);
}, 60_000);
afterAll(() => scratch.remove());

describe("grey pixels", () => {
  it("come back as they were, with metadata", async () => {
    const instance = taken(outcomes.get("plain"));
    expect([...(await viewerValues(instance, 1))]).toEqual(ramp);
    expect(instance.metadata).toMatchObject({
      rows: 8,
      columns: 8,
      bitsAllocated: 16,
      bitsStored: 12,
      frameMediaType: "image/jphc",
      lossy: false,
      smallestValue: 0,
      largestValue: 3150,
    });
  });

  it("lose overlays hidden in the upper bits, and hash the same", async () => {
    const instance = taken(outcomes.get("overlaid"));
    expect([...(await viewerValues(instance, 1))]).toEqual(ramp);
    expect(instance.pixelHash).toBe(taken(outcomes.get("plain")).pixelHash);
  });

  it("keep their sign", async () => {
    const instance = taken(outcomes.get("signed"));
    expect(instance.metadata).toMatchObject({
      pixelRepresentation: 1,
      smallestValue: -1600,
      largestValue: 1550,
    });
    expect([...(await viewerValues(instance, 1))]).toEqual(ramp.map((value) => value - 1600));
  });

  it.each(["deflated", "trailing", "bare", "swappedWords"])("are read from a file that is %s", (name) => {
    expect(taken(outcomes.get(name)).pixelHash).toBe(taken(outcomes.get("plain")).pixelHash);
  });
});

describe("colour", () => {
  it("is the same by pixel and by plane", async () => {
    const byPixel = taken(outcomes.get("interleaved"));
    const byPlane = taken(outcomes.get("planar"));
    expect([...(await viewerValues(byPlane, 1))]).toEqual([...colourRamp]);
    expect(byPlane.pixelHash).toBe(byPixel.pixelHash);
    expect(byPlane.metadata).toMatchObject({ photometricInterpretation: "RGB", samplesPerPixel: 3 });
  });
});

describe("headers", () => {
  it("give an enhanced object its geometry frame by frame", () => {
    const { metadata } = taken(outcomes.get("enhanced"));
    expect(metadata.geometry?.map((plane) => plane.position)).toEqual([
      [1, 2, 10],
      [1, 2, 7],
    ]);
    expect(metadata).toMatchObject({
      pixelSpacing: [0.5, 0.25],
      spacingSource: "pixel-spacing",
      sliceThickness: 3,
    });
  });

  it("without UIDs give the file its own, the same every time", () => {
    const instance = taken(outcomes.get("noUids"));
    expect(instance.studyUid).toMatch(/^2\.25\.\d+$/);
    expect(new Set([instance.studyUid, instance.seriesUid, instance.sopInstanceUid]).size).toBe(3);
  });

  it("with a spacing of 0 have none", () => {
    expect(taken(outcomes.get("zeroSpacing")).metadata).toMatchObject({
      pixelSpacing: null,
      spacingSource: null,
    });
  });

  it("leave no name and no original UID, and the crosswalk has the UIDs", () => {
    const { crosswalk, ...rest } = taken(outcomes.get("plain"));
    expect(JSON.stringify(rest)).not.toMatch(/Nobody|4711|1\.2\.3\.4/);
    expect(crosswalk.map((pair) => pair.original).sort()).toEqual(["1.2.3.4.1", "1.2.3.4.2", "1.2.3.4.3"]);
  });
});

describe("refusals", () => {
  it.each([
    ["bomb", /^The deflated data set unfolds to more than \d+ MB\.$/],
    ["twoOfThree", /^The pixel data is cut: 276 of 384 bytes are there, 2 of 3 frames are complete\.$/],
    ["missingFrames", /^The file declares 3 frames and holds 2\.$/],
    ["garbageJpeg", /^Frame 1 is not compressed as the file says\.$/],
    ["video", /^Video/],
    ["segmentation", /^Segmentation objects hold no picture of their own; this file is not shown\.$/],
    ["text", /^This is not a DICOM file\.$/],
    ["folder", /^This is not a file\.$/],
    ["absent", /^The file cannot be read\.$/],
  ])("%s", (name, reason) => {
    expect(refusal(outcomes.get(name))).toMatch(reason);
  });

  it("leave nothing behind", () => {
    const accepted = [...outcomes.values()].filter((outcome) => outcome.kind === "instance");
    expect(readdirSync(work)).toHaveLength(accepted.length * 3);
  });

  it("by time cost only the file itself", async () => {
    const big = join(scratch.path, "big.dcm");
    const size = 2048;
    const parts = dataSet({ "00280010": ["00280010", "US", size], "00280011": ["00280011", "US", size] });
    writeDicom(big, bodyOf(parts, element(["7FE00010", "OW", Buffer.alloc(size * size * 2)])));
    // 8 MB add 2,400 ms to the limit of a small file: ten are left. Both overrun, so the second had a fresh process.
    const slow = await outcomesOf(
      ["big", "again"].map((name) => ({ path: big, name })),
      join(scratch.path, "slow"),
      { timeLimitMs: -2390, concurrency: 1 },
    );
    expect(refusal(slow.get("big"))).toMatch(/took longer/);
    expect(refusal(slow.get("again"))).toMatch(/took longer/);
    expect(readdirSync(join(scratch.path, "slow"))).toEqual([]);
    const after = await outcomesOf([{ path: big, name: "big" }], join(scratch.path, "after"));
    expect(taken(after.get("big")).metadata.rows).toBe(size);
  }, 30_000);
});

it("makes the poster of a clip of its first frame and the thumbnail of its middle one", async () => {
  const { metadata, posterFile, thumbnailFile } = taken(outcomes.get("clip"));
  expect(metadata.posterFrame).toBe(1);
  const brightest = async (file: string) => (await sharp(file).stats()).channels[0]?.max ?? -1;
  expect(await brightest(posterFile)).toBeLessThan(10);
  expect(await brightest(thumbnailFile)).toBeGreaterThan(200);
  expect(taken(outcomes.get("enhanced")).metadata.posterFrame).toBeUndefined();
});

it("stores frames where the offsets say", () => {
  const instance = taken(outcomes.get("enhanced"));
  const bytes = readFileSync(instance.objectFile);
  expect(instance.frameOffsets).toHaveLength(2);
  expect(instance.frameOffsets.at(-1)).toMatchObject({
    offset: instance.frameOffsets[0]?.length,
    length: bytes.length - (instance.frameOffsets[0]?.length ?? 0),
  });
});
