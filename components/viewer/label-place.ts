import { type Affine, applyAffine } from "@/lib/core/geometry/affine";
import type { ScreenSize } from "@/lib/core/geometry/view-transform";
import type { RegionValue } from "@/lib/reading/schema";

export interface LabelPlace {
  /** Top left corner of the label, CSS pixels of the viewport. */
  readonly x: number;
  readonly y: number;
  /** The point of the region the leader line ends at. */
  readonly anchor: readonly [number, number];
}

const gap = 8;
const lineHeight = 16;
const usualWidth = 130;

/**
 * Where the label of a region goes: where the reader put it, else outside the region, right of it where there is room,
 * else left, held inside the viewport.
 */
export function labelPlace(
  value: Pick<RegionValue, "points" | "labelAt">,
  map: Affine,
  size: ScreenSize,
  lines: number,
): LabelPlace {
  const points = value.points.map((point) => applyAffine(map, point));
  const across = points.map((point) => point[0]);
  const down = points.map((point) => point[1]);
  const right = Math.max(...across);
  const left = Math.min(...across);
  const middle = (Math.min(...down) + Math.max(...down)) / 2;
  if (value.labelAt) {
    const [x, y] = applyAffine(map, value.labelAt);
    return { x, y, anchor: [Math.min(Math.max(x, left), right), middle] };
  }
  const fits = right + gap + usualWidth <= size.width;
  const x = fits ? right + gap : Math.max(gap, left - gap - usualWidth);
  const y = Math.min(
    Math.max(gap, middle - (lines * lineHeight) / 2),
    size.height - gap - lines * lineHeight,
  );
  return { x, y, anchor: [fits ? right : left, middle] };
}
