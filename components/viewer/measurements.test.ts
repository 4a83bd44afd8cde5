import { describe, expect, it } from "vitest";
import { calibrationAt, wholeCalibration } from "./calibration";
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

  it("of two axes give the longer first; an angle is that of the true shape of a pixel", () => {
    const axes: [number, number][] = [
      [10, 10],
      [30, 10],
      [20, 4],
      [20, 16],
    ];
    expect(measurementLines({ kind: "bidirectional", points: axes }, metadataWith(), null)).toEqual([
      "14.0 × 8.4 mm",
    ]);
    const legs: [number, number][] = [
      [10, 0],
      [0, 0],
      [10, 10],
    ];
    const angle = (part: Parameters<typeof metadataWith>[0]) =>
      measurementLines({ kind: "angle", points: legs }, metadataWith(part), null);
    expect(angle({})).toEqual(["45.0°"]);
    expect(angle({ pixelSpacing: [1, 0.5] })).toEqual(["63.4°"]);
    // The ratio of a pixel's sides is known though its size is not.
    expect(angle({ pixelSpacing: [2, 1], spacingSource: "pixel-aspect-ratio" })).toEqual(["63.4°"]);
  });

  it("of a curve are those of the outline through its points", () => {
    const square: [number, number][] = [
      [0, 0],
      [8, 0],
      [8, 8],
      [0, 8],
    ];
    const [area, values] = measurementLines({ kind: "spline", points: square }, metadataWith(), () => 5);
    // 91.73 pixels of 0.49 mm²: the curve bulges out of the square of 64.
    expect(area).toMatch(/^4\d\.\d mm²$/);
    expect(values).toBe("mean 5.0 ± 0.0 HU");
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

describe("millimetres", () => {
  const chest = metadataWith({
    modality: "DX",
    geometry: null,
    pixelSpacing: [0.15, 0.15],
    spacingSource: "imager-pixel-spacing",
  });
  const long: [number, number][] = [
    [0, 0],
    [200, 0],
  ];
  const of = (part: Partial<typeof chest>) =>
    measurementLines({ kind: "length", points: long }, { ...chest, ...part }, null);

  it("say where they are true when that is not the patient", () => {
    expect(of({})).toEqual(["30.0 mm at detector"]);
    expect(of({ spacingSource: "nominal-scanned" })).toEqual(["30.0 mm on film"]);
    expect(of({ spacingSource: "uncertain-pixel-spacing" })).toEqual(["30.0 mm (unverified)"]);
    expect(of({ spacingSource: "pixel-spacing" })).toEqual(["30.0 mm"]);
  });

  it("are divided by the magnification the header estimates, and by none that cannot be", () => {
    expect(of({ radiographicMagnification: 1.25 })).toEqual(["24.0 mm (ERMF)"]);
    expect(of({ radiographicMagnification: 0.8 })).toEqual(["30.0 mm at detector"]);
    const square: [number, number][] = [
      [0, 0],
      [100, 0],
      [100, 100],
      [0, 100],
    ];
    const magnified = { ...chest, radiographicMagnification: 1.25 };
    expect(measurementLines({ kind: "freehand", points: square }, magnified, null)).toEqual([
      "1.4 cm² (ERMF)",
    ]);
  });
});

describe("values", () => {
  const pet = metadataWith({
    modality: "PT",
    valueUnit: "Bq/ml",
    rescale: { slope: 0.002, intercept: 0, type: "SUVbw" },
    uptake: [
      { kind: "SUVbw", factor: 0.0004 },
      { kind: "SUVlbm", factor: 0.0003 },
    ],
  });

  it("of PET are every uptake value that the header allows, else what it counts in", () => {
    const probe = { kind: "probe" as const, points: [[1, 1]] as [number, number][] };
    expect(measurementLines(probe, pet, () => 4.2)).toEqual(["4.20 SUVbw", "3.15 SUVlbm"]);
    expect(measurementLines(probe, { ...pet, uptake: [], rescale: null }, () => 5285)).toEqual([
      "5285 Bq/ml",
    ]);
  });

  it("have as many decimals as their steps", () => {
    const map = metadataWith({ modality: "MR", rescale: { slope: 0.001, intercept: 0, type: null } });
    const probe = { kind: "probe" as const, points: [[1, 1]] as [number, number][] };
    expect(measurementLines(probe, map, () => 0.0345)).toEqual(["0.035"]);
    expect(measurementLines(probe, map, () => -0.0001)).toEqual(["0.000"]);
  });
});

describe("units of values", () => {
  it("are Hounsfield units only for CT with a rescale", () => {
    expect(valueUnit(metadataWith())).toBe("HU");
    expect(valueUnit(metadataWith({ rescale: { slope: 1, intercept: 0, type: null } }))).toBe("HU");
    expect(valueUnit(metadataWith({ rescale: null }))).toBe("");
    const capture = { sopClassUid: "1.2.840.10008.5.1.4.1.1.7" } as const;
    expect(valueUnit(metadataWith({ ...capture, rescale: { slope: 1, intercept: 0, type: null } }))).toBe("");
    expect(valueUnit(metadataWith(capture))).toBe("HU");
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
    const other = { ...region, minX: 15, maxX: 60, deltaX: 0.01, deltaY: 0.01 };
    const inset = { ...clip, ultrasoundRegions: [region, other] };
    expect(calibrationAt(inset, line).unit).toBe("px");
    expect(wholeCalibration(inset).unit).toBe("px");
    expect(wholeCalibration(clip).spacing).toEqual([0.3, 0.2]);
    const doppler = metadataWith({ ultrasoundRegions: [{ ...region, unitX: 4, unitY: 7 }] });
    expect(calibrationAt(doppler, line).unit).toBe("px");
  });
});
