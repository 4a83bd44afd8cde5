import { describe, expect, it } from "vitest";
import { calibrationAt } from "./calibration";
import { measurementLines, valueUnit } from "./measurements";
import { metadataWith } from "./testing/stacks";

const box: [number, number][] = [
  [10, 10],
  [30, 10],
  [30, 20],
  [10, 20],
];
const line: [number, number][] = [
  [10, 10],
  [20, 10],
];

describe("measurements", () => {
  it("are in millimetres where the object is calibrated", () => {
    expect(measurementLines({ kind: "length", points: line }, metadataWith(), null)).toEqual(["7.0 mm"]);
    expect(measurementLines({ kind: "rectangle", points: box }, metadataWith(), () => -40)).toEqual([
      "14.0 × 7.0 mm",
      "98.0 mm²",
      "mean \u221240.0 ± 0.0 HU",
    ]);
  });

  it("are in pixels where it is not, whatever the ratio of the pixels", () => {
    const bare = metadataWith({ pixelSpacing: null, spacingSource: null, rescale: null, modality: "OT" });
    expect(measurementLines({ kind: "length", points: line }, bare, null)).toEqual(["10.0 px"]);
    expect(measurementLines({ kind: "freehand", points: box }, bare, () => 3)).toEqual([
      "200 px²",
      "mean 3.0 ± 0.0",
    ]);
    const ratio = metadataWith({ pixelSpacing: [2, 1], spacingSource: "pixel-aspect-ratio" });
    expect(calibrationAt(ratio, line).unit).toBe("px");
  });

  it("turn to square centimetres from one on", () => {
    const ends: [number, number][] = [
      [0, 50],
      [100, 50],
      [50, 0],
      [50, 100],
    ];
    const [size, area] = measurementLines({ kind: "ellipse", points: ends }, metadataWith(), null);
    expect(size).toBe("70.0 × 70.0 mm");
    expect(area).toBe("38.5 cm²");
  });

  it("read the value under a probe, and nothing outside of the image", () => {
    const values = (index: number) => index;
    const probe = (x: number, y: number) =>
      measurementLines({ kind: "probe", points: [[x, y]] }, metadataWith(), values);
    expect(probe(2.99, 1.01)).toEqual(["258 HU"]);
    expect(probe(-0.1, 4)).toEqual([]);
    expect(probe(256, 4)).toEqual([]);
  });
});

describe("units of values", () => {
  it("are Hounsfield units only for CT with a rescale", () => {
    expect(valueUnit(metadataWith())).toBe("HU");
    expect(valueUnit(metadataWith({ rescale: { slope: 1, intercept: 0, type: null } }))).toBe("HU");
    expect(valueUnit(metadataWith({ rescale: null }))).toBe("");
    expect(valueUnit(metadataWith({ modality: "MR", rescale: { slope: 2, intercept: 0, type: "US" } }))).toBe(
      "",
    );
    expect(
      valueUnit(metadataWith({ modality: "PT", rescale: { slope: 2, intercept: 0, type: "BQML" } })),
    ).toBe("BQML");
  });
});

describe("ultrasound", () => {
  const region = { minX: 0, minY: 0, maxX: 99, maxY: 99, unitX: 3, unitY: 3, deltaX: 0.02, deltaY: 0.03 };
  const clip = metadataWith({ modality: "US", pixelSpacing: null, ultrasoundRegions: [region] });

  it("is measured by the region that holds every point", () => {
    expect(calibrationAt(clip, line)).toMatchObject({ unit: "mm", spacing: [0.3, 0.2] });
  });

  it("is measured in pixels across regions and where the region counts no centimetres", () => {
    const across: [number, number][] = [
      [10, 10],
      [150, 10],
    ];
    expect(calibrationAt(clip, across).unit).toBe("px");
    const doppler = metadataWith({ ultrasoundRegions: [{ ...region, unitX: 4, unitY: 7 }] });
    expect(calibrationAt(doppler, line).unit).toBe("px");
  });
});
