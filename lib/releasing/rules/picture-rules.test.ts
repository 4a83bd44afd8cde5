import { expect, test } from "vitest";
import type { InstanceMetadata } from "@/lib/cases/types";
import { greyValues } from "@/lib/core/dicom/grey-values";
import { caseReason } from "./case-reason";
import { regionBox } from "./region-box";

const metadata = {
  rescale: { slope: 2, intercept: -1000, type: "HU" },
  windows: [{ center: 0, width: 401, explanation: null }],
  voiFunction: "LINEAR",
  photometricInterpretation: "MONOCHROME2",
  smallestValue: 0,
  largestValue: 1000,
} as unknown as InstanceMetadata;

test("a window of centre 0 and width 401 runs from -200.5 to 199.5 after rescale (PS3.3 C.11.2.1.2.1)", () => {
  // Stored 400 = -200 HU, 500 = 0 HU, 600 = 200 HU.
  expect([...greyValues([0, 400, 500, 600, 1000], metadata)]).toEqual([0, 0, 128, 255, 255]);
});

test("MONOCHROME1 is turned round, SIGMOID is half grey at its centre", () => {
  const inverted = { ...metadata, photometricInterpretation: "MONOCHROME1" } as const;
  expect([...greyValues([0, 1000], inverted)]).toEqual([255, 0]);
  expect([...greyValues([500], { ...metadata, voiFunction: "SIGMOID" })]).toEqual([128]);
  expect([...greyValues([400, 600], { ...metadata, voiFunction: "LINEAR_EXACT" })]).toEqual([0, 255]);
});

test("without a window the smallest value is black and the largest white", () => {
  expect([...greyValues([0, 1000], { ...metadata, windows: [] })]).toEqual([0, 255]);
});

test("boxes are shares of the frame; a tilted ellipse reaches beyond the ends of its axes", () => {
  const size = { columns: 200, rows: 100 };
  const rectangle = {
    kind: "rectangle",
    points: [
      [20, 10],
      [60, 10],
      [60, 30],
      [20, 30],
    ],
  } as const;
  expect(regionBox({ ...rectangle, points: [...rectangle.points].map(([x, y]) => [x, y]) }, size)).toEqual([
    0.1, 0.1, 0.3, 0.3,
  ]);
  const circle = regionBox(
    {
      kind: "ellipse",
      points: [
        [30, 30],
        [70, 70],
        [30, 70],
        [70, 30],
      ],
    },
    size,
  );
  const reach = Math.hypot(40, 40) / 2;
  expect(circle[0]).toBeCloseTo((50 - reach) / 200, 12);
  expect(circle[3]).toBeCloseTo((50 + reach) / 100, 12);
  const [left] = regionBox(
    {
      kind: "spline",
      points: [
        [20, 20],
        [28, 20],
        [28, 28],
        [20, 28],
      ],
    },
    size,
  );
  // The curve leaves its points by an eighth of a side: (9 * 20 * 2 - 28 * 2) / 16 = 19.
  expect(left).toBeCloseTo(19 / 200, 3);
  expect(
    regionBox(
      {
        kind: "freehand",
        points: [
          [-5, 0],
          [300, 50],
          [10, 120],
        ],
      },
      size,
    ),
  ).toEqual([0, 0, 1, 1]);
});

test("identity goes before everything, then unusable, then the licence", () => {
  const ready = { state: "read", licence: "CC BY 4.0", openReports: [], readings: ["submitted", "open"] };
  expect(caseReason(ready)).toBeNull();
  expect(caseReason({ ...ready, licence: " ", openReports: ["identity"] })).toBe("held");
  expect(caseReason({ ...ready, state: "held" })).toBe("held");
  expect(caseReason({ ...ready, readings: ["submitted", "unusable"] })).toBe("unusable");
  expect(caseReason({ ...ready, licence: null })).toBe("no-licence");
  expect(caseReason({ ...ready, readings: ["open"] })).toBe("not-read");
});
