import { expect, it } from "vitest";
import { planeLabel } from "./plane-label";

it.each([
  [[1, 0, 0, 0, 1, 0], "axial"],
  [[1, 0, 0, 0, 0, -1], "coronal"],
  [[0, 1, 0, 0, 0, -1], "sagittal"],
  [[1, 0, 0, 0, 0.990957, 0.134158], "axial"],
  [[1, 0, 0, 0, 0.7, 0.714], "oblique"],
] as const)("%j is %s", (orientation, plane) => {
  expect(planeLabel(orientation)).toBe(plane);
});
