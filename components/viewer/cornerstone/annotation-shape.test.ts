import { describe, expect, it } from "vitest";
import { imageToScreen, initialView } from "@/lib/core/geometry/view-transform";
import type { RegionKind } from "@/lib/reading/schema";
import { metadataWith } from "../testing/stacks";
import { annotationReference, regionPoints, shapeOfRegion } from "./annotation-shape";

const map = imageToScreen(
  { rows: 256, columns: 256, spacing: [1, 1] },
  { width: 800, height: 600 },
  initialView,
);

const drawn: readonly { kind: RegionKind; points: [number, number][] }[] = [
  {
    kind: "ellipse",
    points: [
      [20.25, 60],
      [220.75, 60],
      [120.5, 30],
      [120.5, 90],
    ],
  },
  {
    kind: "rectangle",
    points: [
      [10, 10],
      [30, 10],
      [30, 20],
      [10, 20],
    ],
  },
  {
    kind: "freehand",
    points: [
      [5, 5],
      [50, 10],
      [40, 60],
      [12, 44],
    ],
  },
  {
    kind: "arrow",
    points: [
      [100.5, 100.5],
      [140, 90],
    ],
  },
  {
    kind: "length",
    points: [
      [0, 0],
      [256, 256],
    ],
  },
  {
    kind: "bidirectional",
    points: [
      [100, 100],
      [160, 100],
      [130, 92.5],
      [130, 107.5],
    ],
  },
  {
    kind: "angle",
    points: [
      [10, 10],
      [40.5, 30],
      [90, 12],
    ],
  },
  {
    kind: "spline",
    points: [
      [5, 5],
      [50, 10],
      [40, 60],
    ],
  },
  { kind: "probe", points: [[0.5, 0.5]] },
];

const objects = {
  "an axial slice": metadataWith(),
  "an oblique slice with non-square pixels": metadataWith({
    pixelSpacing: [1.4, 0.65],
    geometry: [
      { position: [-30, -40, 20], orientation: [Math.SQRT1_2, Math.SQRT1_2, 0, -0.2121, 0.2121, -0.9539] },
    ],
  }),
  "a clip without geometry": metadataWith({ geometry: null, pixelSpacing: null, spacingSource: null }),
};

describe.each(Object.entries(objects))("%s", (_, metadata) => {
  it.each(["webgl", "cpu"] as const)(
    "gives every kind of region back from world points in %s",
    (renderer) => {
      for (const { kind, points } of drawn) {
        const shape = shapeOfRegion({ kind, points, frame: 7 }, metadata, renderer, map);
        const back = regionPoints(kind, shape, 7, metadata, renderer);
        expect(back).toHaveLength(points.length);
        for (const [index, point] of points.entries()) {
          expect(back?.[index]?.[0]).toBeCloseTo(point[0], 9);
          expect(back?.[index]?.[1]).toBeCloseTo(point[1], 9);
        }
      }
    },
  );
});

it("puts the same image point half a pixel apart in the two renderers", () => {
  const probe = { kind: "probe" as const, points: [[0.5, 0.5]] as [number, number][], frame: 1 };
  expect(shapeOfRegion(probe, metadataWith(), "webgl", map).handles).toEqual([[-89.6, -89.6, 12]]);
  const [corner] = shapeOfRegion(probe, metadataWith(), "cpu", map).handles;
  expect(corner?.[0]).toBeCloseTo(-89.25, 9);
});

it("refers to the frame, and to the instance where there is no frame of reference", () => {
  expect(annotationReference("a", 7, metadataWith({ frameOfReferenceUid: null }))).toMatchObject({
    referencedImageId: "frame:a/7",
    FrameOfReferenceUID: "a",
    viewPlaneNormal: [-0, -0, -1],
  });
});
