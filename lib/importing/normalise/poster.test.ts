import { expect, test } from "vitest";
import { windowShare } from "@/lib/core/dicom/choose-window";
import { greyBytes } from "./poster";

const window = { center: 40, width: 400, explanation: null };
const shown = {
  windows: [window],
  smallestValue: -1000,
  largestValue: 3000,
  rescale: { slope: 0.5, intercept: -20 },
  voiFunction: "LINEAR",
  photometricInterpretation: "MONOCHROME2",
} as const;
/** Each value twice, far apart, negative ones and the ends of the type among them. */
const values = [-32768, -1000, -321, -320, -319, -1, 0, 1, 120, 121, 477, 478, 32767];
const samples = Int16Array.from([...values, ...values]);
const expected = [...samples].map((value) =>
  Math.round(Math.min(1, Math.max(0, windowShare(value * 0.5 - 20, window, "LINEAR"))) * 255),
);

test("a signed value has the grey of its window wherever it stands", () => {
  expect(new Set(expected).size).toBeGreaterThan(5);
  expect([...greyBytes(samples, shown)]).toEqual(expected);
});

test("MONOCHROME1 is turned round, once for each value", () => {
  const inverted = greyBytes(samples, { ...shown, photometricInterpretation: "MONOCHROME1" });
  expect([...inverted]).toEqual(expected.map((grey) => 255 - grey));
});
