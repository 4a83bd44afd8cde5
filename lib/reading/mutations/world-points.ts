import { imagePlane } from "@/lib/core/geometry/image-plane";
import { imageToWorld } from "@/lib/core/geometry/image-to-world";
import type { ImagePoint } from "../schema";
import type { FrameFacts } from "./change-facts";

/** Micrometres are finer than any scanner; the rest is rounding noise that would make equal regions differ. */
const rounded = (millimetres: number) => Math.round(millimetres * 10_000) / 10_000;

/** The points in millimetres (LPS), or null where the frame has no plane, or only relative spacing. */
export function worldPoints(
  frame: FrameFacts,
  points: readonly ImagePoint[],
): readonly (readonly [number, number, number])[] | null {
  const { geometry, pixelSpacing, spacingSource } = frame;
  if (!geometry || !pixelSpacing || spacingSource === "pixel-aspect-ratio") return null;
  const plane = imagePlane(geometry.position, geometry.orientation, pixelSpacing);
  return points.map((point) => {
    const [x, y, z] = imageToWorld(plane, point);
    return [rounded(x), rounded(y), rounded(z)];
  });
}
