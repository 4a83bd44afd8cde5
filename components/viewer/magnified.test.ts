import { expect, it } from "vitest";
import { imageToScreen, initialView, rotateView } from "@/lib/core/geometry/view-transform";
import { magnified } from "./magnified";

const frame = { rows: 40, columns: 40, spacing: [1, 1] as const };
const size = { width: 80, height: 80 };
const colourOf = (column: number, row: number) => [column, row, 7] as const;
const at = (pixels: Uint8ClampedArray, side: number, right: number, down: number) => [
  ...pixels.slice((down * side + right) * 4, (down * side + right) * 4 + 3),
];

it("shows the pixels around a point, each as large as the factor says", () => {
  const map = imageToScreen(frame, size, initialView);
  // Two CSS pixels a pixel, three times larger: six.
  const pixels = magnified(map, frame, [20, 30], 60, 3, colourOf);
  expect(at(pixels, 60, 30, 30)).toEqual([10, 15, 7]);
  expect(at(pixels, 60, 35, 35)).toEqual([10, 15, 7]);
  expect(at(pixels, 60, 36, 30)).toEqual([11, 15, 7]);
  expect(at(pixels, 60, 29, 30)).toEqual([9, 15, 7]);
});

it("follows a picture that is turned, and is black outside of it", () => {
  const map = imageToScreen(frame, size, rotateView(initialView, 1));
  const pixels = magnified(map, frame, [1, 1], 12, 3, colourOf);
  // Turned clockwise the bottom left pixel is at the top left.
  expect(at(pixels, 12, 6, 6)).toEqual([0, 39, 7]);
  expect(at(pixels, 12, 0, 0)).toEqual([0, 0, 0]);
});
