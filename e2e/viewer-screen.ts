import type { Page } from "@playwright/test";
import sharp from "sharp";
import type { Marker } from "./viewer-cases";

export type Point = readonly [number, number];

/** Screen = image * [a c; b d] + [e, f], CSS pixels of the page; found by looking, not by asking the app. */
export interface SeenMap {
  readonly toScreen: (image: Point) => Point;
  readonly toImage: (screen: Point) => Point;
  /** How far the worst marker lies from where the map puts it, image pixels. */
  readonly residual: number;
  /** CSS pixels per image pixel along the shorter direction. */
  readonly scale: number;
}

export interface Picture {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** RGB. */
  readonly pixels: Buffer;
}

/** What is seen in a viewport, without its one-pixel frame. */
export async function photograph(page: Page, cell = 0): Promise<Picture> {
  const box = await page.locator(`[data-viewport="${cell}"]`).boundingBox();
  if (!box) throw new Error("there is no viewport to look at");
  const left = Math.ceil(box.x) + 2;
  const top = Math.ceil(box.y) + 2;
  const width = Math.floor(box.x + box.width) - 2 - left;
  const height = Math.floor(box.y + box.height) - 2 - top;
  const png = await page.screenshot({ clip: { x: left, y: top, width, height }, scale: "css" });
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  if (info.width !== width || info.height !== height) throw new Error("the screenshot has another size");
  return { left, top, width, height, pixels: data };
}

/** The colour at a point of the page; null outside. */
export function colourAt(picture: Picture, [x, y]: Point): readonly [number, number, number] | null {
  const column = Math.floor(x) - picture.left;
  const row = Math.floor(y) - picture.top;
  if (column < 0 || row < 0 || column >= picture.width || row >= picture.height) return null;
  const at = (row * picture.width + column) * 3;
  return [picture.pixels[at] ?? 0, picture.pixels[at + 1] ?? 0, picture.pixels[at + 2] ?? 0];
}

interface Blob {
  readonly centre: Point;
  readonly mass: number;
}

/** Patches brighter than the ground, with their centres of gravity. */
function blobs(picture: Picture, threshold: number, ground: number): readonly Blob[] {
  const { width, height, pixels } = picture;
  const level = (index: number) => pixels[index * 3] ?? 0;
  const seen = new Uint8Array(width * height);
  const found: Blob[] = [];
  for (let start = 0; start < width * height; start++) {
    if (seen[start] === 1 || level(start) <= threshold) continue;
    const open = [start];
    seen[start] = 1;
    let mass = 0;
    let x = 0;
    let y = 0;
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      const weight = level(index) - ground;
      mass += weight;
      x += weight * ((index % width) + 0.5);
      y += weight * (Math.floor(index / width) + 0.5);
      for (const next of [index - 1, index + 1, index - width, index + width])
        if (next >= 0 && next < seen.length && seen[next] === 0 && level(next) > threshold) {
          seen[next] = 1;
          open.push(next);
        }
    }
    found.push({ centre: [picture.left + x / mass, picture.top + y / mass], mass });
  }
  return found;
}

/**
 * Where the picture lies on the screen, from the markers seen in it. The brighter a marker, the heavier its patch,
 * however the renderer interpolates; so each is known, also in a picture that is turned or mirrored.
 */
export function seenMap(picture: Picture, markers: readonly Marker[]): SeenMap {
  const ground = 20;
  const patches = [...blobs(picture, 28, ground)].sort((a, b) => b.mass - a.mass).slice(0, markers.length);
  const known = [...markers].sort((a, b) => b[2] - a[2]);
  if (patches.length < known.length) throw new Error(`only ${patches.length} markers are seen`);
  const pairs = known.map(([column, row], index) => {
    const screen = patches[index]?.centre ?? [0, 0];
    return { image: [column + 0.5, row + 0.5] as Point, screen };
  });
  const [a, c, e] = leastSquares(pairs.map(({ image, screen }) => [...image, screen[0]]));
  const [b, d, f] = leastSquares(pairs.map(({ image, screen }) => [...image, screen[1]]));
  const toScreen = ([x, y]: Point): Point => [a * x + c * y + e, b * x + d * y + f];
  const determinant = a * d - b * c;
  const toImage = ([x, y]: Point): Point => [
    (d * (x - e) - c * (y - f)) / determinant,
    (a * (y - f) - b * (x - e)) / determinant,
  ];
  const residual = Math.max(...pairs.map(({ image, screen }) => distance(toImage(screen), image)));
  return { toScreen, toImage, residual, scale: Math.min(Math.hypot(a, b), Math.hypot(c, d)) };
}

/** p, q, r with p x + q y + r = z, best over the rows [x, y, z]. */
function leastSquares(rows: readonly (readonly number[])[]): readonly [number, number, number] {
  const matrix = [0, 1, 2].map(() => [0, 0, 0, 0]);
  for (const [x = 0, y = 0, z = 0] of rows) {
    const terms = [x, y, 1];
    for (const [i, one] of terms.entries())
      for (const [j, other] of [...terms, z].entries()) {
        const line = matrix[i];
        if (line) line[j] = (line[j] ?? 0) + one * other;
      }
  }
  const value = (i: number, j: number) => matrix[i]?.[j] ?? 0;
  for (let pivot = 0; pivot < 3; pivot++)
    for (let row = 0; row < 3; row++) {
      if (row === pivot) continue;
      const factor = value(row, pivot) / value(pivot, pivot);
      matrix[row] = [0, 1, 2, 3].map((column) => value(row, column) - factor * value(pivot, column));
    }
  return [value(0, 3) / value(0, 0), value(1, 3) / value(1, 1), value(2, 3) / value(2, 2)];
}

export function distance(one: Point, other: Point): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1]);
}

/** Distance from a point to a line through points in turn, closed where asked. */
export function distanceToOutline(point: Point, outline: readonly Point[], closed: boolean): number {
  const ends = closed ? [...outline, ...outline.slice(0, 1)] : outline;
  const [first] = ends;
  if (!first) return Number.POSITIVE_INFINITY;
  let best = distance(point, first);
  for (const [index, to] of ends.entries()) {
    const from = ends[index - 1];
    if (!from) continue;
    const along: Point = [to[0] - from[0], to[1] - from[1]];
    const length = along[0] ** 2 + along[1] ** 2;
    const part =
      length === 0 ? 0 : ((point[0] - from[0]) * along[0] + (point[1] - from[1]) * along[1]) / length;
    const held = Math.min(1, Math.max(0, part));
    best = Math.min(best, distance(point, [from[0] + held * along[0], from[1] + held * along[1]]));
  }
  return best;
}
