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

/** Sides of a box in CSS pixels of the viewport. */
export interface ScreenBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const gap = 8;
const lineHeight = 16;
const usualWidth = 130;

/** The box around a region as it is seen. */
export function regionBox(value: Pick<RegionValue, "points">, map: Affine): ScreenBox {
  const points = value.points.map((point) => applyAffine(map, point));
  const across = points.map((point) => point[0]);
  const down = points.map((point) => point[1]);
  return {
    left: Math.min(...across),
    top: Math.min(...down),
    right: Math.max(...across),
    bottom: Math.max(...down),
  };
}

/**
 * Where the label of a region goes: where the reader put it, else outside the region, on the first side where it fits
 * into the viewport and hides no other region: right, left, below, above; where there is none, on the right, or on the
 * left at the edge.
 * @param others boxes of the other regions of the frame
 */
export function labelPlace(
  value: Pick<RegionValue, "points" | "labelAt">,
  map: Affine,
  size: ScreenSize,
  lines: number,
  others: readonly ScreenBox[] = [],
): LabelPlace {
  const box = regionBox(value, map);
  const middle = (box.top + box.bottom) / 2;
  if (value.labelAt) {
    const [x, y] = applyAffine(map, value.labelAt);
    return { x, y, anchor: [Math.min(Math.max(x, box.left), box.right), middle] };
  }
  const height = lines * lineHeight;
  const held = (at: number, length: number, room: number) => Math.min(Math.max(gap, at), room - gap - length);
  const beside = held(middle - height / 2, height, size.height);
  const level = held((box.left + box.right - usualWidth) / 2, usualWidth, size.width);
  const right: LabelPlace = { x: box.right + gap, y: beside, anchor: [box.right, middle] };
  const left: LabelPlace = {
    x: Math.max(gap, box.left - gap - usualWidth),
    y: beside,
    anchor: [box.left, middle],
  };
  const below: LabelPlace = { x: level, y: box.bottom + gap, anchor: [level, box.bottom] };
  const above: LabelPlace = { x: level, y: box.top - gap - height, anchor: [level, box.top] };
  const free = [right, left, below, above].find(({ x, y }) => {
    const label = { left: x, top: y, right: x + usualWidth, bottom: y + height };
    const inside = x >= 0 && y >= 0 && label.right <= size.width && label.bottom <= size.height;
    return inside && ![box, ...others].some((other) => overlap(label, other));
  });
  return free ?? (right.x + usualWidth <= size.width ? right : left);
}

function overlap(one: ScreenBox, other: ScreenBox): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
