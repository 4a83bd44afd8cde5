import { type Affine, applyAffine } from "@/lib/core/geometry/affine";
import { splineOutline } from "@/lib/core/geometry/spline-outline";
import type { ScreenSize } from "@/lib/core/geometry/view-transform";
import type { RegionValue } from "@/lib/reading/schema";

/** Sides of a box in CSS pixels of the viewport. */
export interface ScreenBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface LabelWish {
  /** The box around the region. */
  readonly box: ScreenBox;
  readonly width: number;
  readonly height: number;
  /** Where the reader put the top left corner, CSS pixels of the viewport; null = not moved. */
  readonly at: readonly [number, number] | null;
}

export interface LabelPlace {
  /** Top left corner of the label, CSS pixels of the viewport. */
  readonly x: number;
  readonly y: number;
  /** From the label to the point of the region it speaks of; null where it stands right beside it. */
  readonly leader: { readonly from: Corner; readonly to: Corner } | null;
}

type Corner = readonly [number, number];

const gap = 8;
const lineHeight = 16;
/** CSS pixels of a letter at 11 px, rounded up. */
const letterWidth = 6.6;
/** Fineness of the search where no side of the region is free. CSS pixels. */
const searchStep = 12;
/** A label further away than this has a leader line. */
const beside = 2 * gap;

/** Room that lines of a label take. */
export function labelSize(lines: readonly string[]): { readonly width: number; readonly height: number } {
  const letters = Math.max(0, ...lines.map((line) => line.length));
  return { width: Math.ceil(letters * letterWidth), height: lines.length * lineHeight };
}

/** The box around a region as it is seen. */
export function regionBox(value: Pick<RegionValue, "kind" | "points">, map: Affine): ScreenBox {
  const outline = value.kind === "spline" ? splineOutline(value.points) : value.points;
  const points = outline.map((point) => applyAffine(map, point));
  const across = points.map((point) => point[0]);
  const down = points.map((point) => point[1]);
  return {
    left: Math.min(...across),
    top: Math.min(...down),
    right: Math.max(...across),
    bottom: Math.max(...down),
  };
}

/** Whether any of a box is in the viewport. */
export function isSeen(box: ScreenBox, { width, height }: ScreenSize): boolean {
  return box.right >= 0 && box.bottom >= 0 && box.left <= width && box.top <= height;
}

/**
 * Where the labels of the regions of a picture go. One that the reader moved stays there, held inside the viewport. Any
 * other is outside every region and clear of the labels before it: on the first free side of its region (right, left,
 * below, above), else at the nearest free place; where there is none, at the corner that hides least of its own region.
 */
export function placeLabels(wishes: readonly LabelWish[], size: ScreenSize): readonly LabelPlace[] {
  const regions = wishes.map(({ box }) => box);
  const taken: ScreenBox[] = [];
  const places = new Map<LabelWish, LabelPlace>();
  const settle = (wish: LabelWish, [x, y]: Corner): void => {
    const label = labelBox(wish, [x, y]);
    taken.push(label);
    places.set(wish, { x, y, leader: leaderOf(label, wish.box) });
  };
  for (const wish of wishes) if (wish.at) settle(wish, held(wish, wish.at, size));
  for (const wish of wishes) {
    if (wish.at) continue;
    const isFree = (corner: Corner) => {
      const label = labelBox(wish, corner);
      return isInside(label, size) && ![...regions, ...taken].some((other) => overlap(label, other) > 0);
    };
    settle(wish, sides(wish, size).find(isFree) ?? nearest(wish, size).find(isFree) ?? least(wish, size));
  }
  return wishes.map((wish) => places.get(wish) ?? { x: 0, y: 0, leader: null });
}

function labelBox({ width, height }: LabelWish, [x, y]: Corner): ScreenBox {
  return { left: x, top: y, right: x + width, bottom: y + height };
}

function held({ width, height }: LabelWish, [x, y]: Corner, size: ScreenSize): Corner {
  const within = (at: number, room: number) => Math.max(0, Math.min(at, room));
  return [within(x, size.width - width), within(y, size.height - height)];
}

function isInside(box: ScreenBox, { width, height }: ScreenSize): boolean {
  return box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;
}

function sides(wish: LabelWish, size: ScreenSize): readonly Corner[] {
  const { box, width, height } = wish;
  const level = held(wish, [(box.left + box.right - width) / 2, 0], size)[0];
  const upright = held(wish, [0, (box.top + box.bottom - height) / 2], size)[1];
  return [
    [box.right + gap, upright],
    [box.left - gap - width, upright],
    [level, box.bottom + gap],
    [level, box.top - gap - height],
  ];
}

/** Corners of a grid over the viewport, nearest to the region first. */
function nearest(wish: LabelWish, { width, height }: ScreenSize): readonly Corner[] {
  const count = (room: number) => Math.max(0, Math.floor(room / searchStep)) + 1;
  const columns = count(width - wish.width);
  const rows = count(height - wish.height);
  const distance = (corner: Corner) => {
    const { from, to } = between(labelBox(wish, corner), wish.box);
    return Math.hypot(to[0] - from[0], to[1] - from[1]);
  };
  return Array.from(
    { length: columns * rows },
    (_, index): Corner => [(index % columns) * searchStep, Math.floor(index / columns) * searchStep],
  )
    .map((corner) => ({ corner, away: distance(corner) }))
    .sort((one, other) => one.away - other.away)
    .map(({ corner }) => corner);
}

/** Where nothing is free: the corner of the viewport, or the side held inside it, that hides least of the region. */
function least(wish: LabelWish, size: ScreenSize): Corner {
  const far: Corner = [size.width, size.height];
  const corners: readonly Corner[] = [...sides(wish, size), [0, 0], [far[0], 0], [0, far[1]], far];
  const hidden = (corner: Corner) => overlap(labelBox(wish, corner), wish.box);
  return corners
    .map((corner) => held(wish, corner, size))
    .reduce((best, corner) => (hidden(corner) < hidden(best) ? corner : best));
}

/** Area that two boxes share. */
function overlap(one: ScreenBox, other: ScreenBox): number {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > 0 && down > 0 ? across * down : 0;
}

/** The nearest points of two boxes. */
function between(one: ScreenBox, other: ScreenBox): { readonly from: Corner; readonly to: Corner } {
  const pair = (low: number, high: number, from: number, to: number): readonly [number, number] => {
    if (high < from) return [high, from];
    if (to < low) return [low, to];
    const middle = (Math.max(low, from) + Math.min(high, to)) / 2;
    return [middle, middle];
  };
  const [fromX, toX] = pair(one.left, one.right, other.left, other.right);
  const [fromY, toY] = pair(one.top, one.bottom, other.top, other.bottom);
  return { from: [fromX, fromY], to: [toX, toY] };
}

function leaderOf(label: ScreenBox, region: ScreenBox): LabelPlace["leader"] {
  const line = between(label, region);
  return Math.hypot(line.to[0] - line.from[0], line.to[1] - line.from[1]) > beside ? line : null;
}
