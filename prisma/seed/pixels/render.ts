import { at, type NoiseCube, noiseCube } from "./noise";
import { cross, onPlane, type Plane } from "./plane";
import type { Point, Solid } from "./solids";

/** A solid filled with a tissue. Later layers are painted over earlier ones. */
export interface Layer {
  readonly solid: Solid;
  readonly tissue: string;
  /** Half width of the blurred edge, mm. */
  readonly soft: number;
  /** How far the edge wanders, mm (one standard deviation). */
  readonly warp: number;
  readonly opacity: number;
}

/** What a tissue looks like: its value, the deviation of its texture, and how coarse that is. */
export interface Signal {
  readonly value: number;
  readonly texture?: number;
  readonly grain?: "fine" | "coarse";
}

export type Signals = Readonly<Record<string, Signal>>;

export function layer(solid: Solid, tissue: string, more: Partial<Layer> = {}): Layer {
  return { solid, tissue, soft: 0.7, warp: 0.8, opacity: 1, ...more };
}

interface Fields {
  readonly warpX: Float32Array;
  readonly warpY: Float32Array;
  readonly fine: Float32Array;
  readonly coarse: Float32Array;
}

const WARP_SCALE = 1 / 5;
const COARSE_SCALE = 1 / 1.6;
const FINE_SCALE = 1 / 0.55;

/** Paints layers on a plane. Values are those of `signals`; `background` fills what no layer covers. */
export function renderer(seed: number) {
  const [warpX, warpY, fine, coarse] = [
    noiseCube(seed),
    noiseCube(seed + 101),
    noiseCube(seed + 202),
    noiseCube(seed + 303),
  ];
  return (layers: readonly Layer[], signals: Signals, plane: Plane, background: number): Float32Array => {
    const fields: Fields = {
      warpX: fieldOn(plane, warpX, WARP_SCALE, 4),
      warpY: fieldOn(plane, warpY, WARP_SCALE, 4),
      fine: fieldOn(plane, fine, FINE_SCALE, 1),
      coarse: fieldOn(plane, coarse, COARSE_SCALE, 2),
    };
    const image = new Float32Array(plane.rows * plane.columns).fill(background);
    for (const each of layers) paint(image, each, signalOf(signals, each.tissue), plane, fields);
    return image;
  };
}

function signalOf(signals: Signals, tissue: string): Signal {
  const signal = signals[tissue];
  if (!signal) throw new Error(`No signal for tissue ${tissue}`);
  return signal;
}

/** Side of the squares in which a layer is first looked at as a whole, pixels. */
const SQUARE = 8;

function paint(image: Float32Array, each: Layer, signal: Signal, plane: Plane, fields: Fields) {
  const area = areaOn(plane, each.solid, each.soft + 3 * each.warp);
  if (!area) return;
  // Distances are not exact, hence the generous margin.
  const margin = SQUARE * plane.spacing * 1.1 + each.soft + 3.5 * each.warp;
  for (let top = area.top; top <= area.bottom; top += SQUARE)
    for (let left = area.left; left <= area.right; left += SQUARE) {
      const square = {
        top,
        left,
        bottom: Math.min(top + SQUARE - 1, area.bottom),
        right: Math.min(left + SQUARE - 1, area.right),
      };
      const middle = distanceAt(each.solid, plane, left + SQUARE / 2, top + SQUARE / 2, 0, 0);
      if (middle < margin) paintSquare(image, each, signal, plane, fields, square, middle < -margin);
    }
}

interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function paintSquare(
  image: Float32Array,
  { solid, soft, warp, opacity }: Layer,
  signal: Signal,
  plane: Plane,
  fields: Fields,
  area: Area,
  deepInside: boolean,
) {
  const texture = signal.grain === "coarse" ? fields.coarse : fields.fine;
  const amount = signal.texture ?? 0;
  for (let j = area.top; j <= area.bottom; j++)
    for (let i = area.left; i <= area.right; i++) {
      const index = j * plane.columns + i;
      let part = 1;
      if (!deepInside) {
        const dx = at(fields.warpX, index) * warp;
        const dy = at(fields.warpY, index) * warp;
        const distance = distanceAt(solid, plane, i, j, dx, dy);
        if (distance >= soft) continue;
        part = distance <= -soft ? 1 : (soft - distance) / (2 * soft);
      }
      const alpha = part * part * (3 - 2 * part) * opacity;
      const old = at(image, index);
      image[index] = old + (signal.value + amount * at(texture, index) - old) * alpha;
    }
}

function distanceAt(solid: Solid, plane: Plane, i: number, j: number, dx: number, dy: number): number {
  const { origin, row, column, spacing } = plane;
  const u = i * spacing;
  const v = j * spacing;
  return solid.distance(
    origin[0] + row[0] * u + column[0] * v + dx,
    origin[1] + row[1] * u + column[1] * v + dy,
    origin[2] + row[2] * u + column[2] * v + (dx + dy) * 0.6,
  );
}

/** The pixels a solid's box can reach on a plane, or null where the plane misses the box. */
function areaOn(plane: Plane, solid: Solid, margin: number): Area | null {
  const [x0, x1, y0, y1, z0, z1] = solid.box;
  const middle: Point = [(x0 + x1) / 2, (y0 + y1) / 2, (z0 + z1) / 2];
  const half: Point = [(x1 - x0) / 2, (y1 - y0) / 2, (z1 - z0) / 2];
  const { x, y, off } = onPlane(plane, middle);
  if (Math.abs(off) > reachAlong(cross(plane.row, plane.column), half) + margin) return null;
  const wide = (reachAlong(plane.row, half) + margin) / plane.spacing + 1;
  const high = (reachAlong(plane.column, half) + margin) / plane.spacing + 1;
  const area = {
    left: Math.max(0, Math.floor(x - wide)),
    right: Math.min(plane.columns - 1, Math.ceil(x + wide)),
    top: Math.max(0, Math.floor(y - high)),
    bottom: Math.min(plane.rows - 1, Math.ceil(y + high)),
  };
  return area.left > area.right || area.top > area.bottom ? null : area;
}

/** How far a box with these half sizes reaches along a direction. */
function reachAlong(direction: Point, half: Point): number {
  return (
    Math.abs(direction[0]) * half[0] + Math.abs(direction[1]) * half[1] + Math.abs(direction[2]) * half[2]
  );
}

/** Noise along a plane, computed on every `step`th pixel and interpolated between. `scale` is cube units per mm. */
export function fieldOn(plane: Plane, noise: NoiseCube, scale: number, step: number): Float32Array {
  const { rows, columns, origin, row, column, spacing } = plane;
  const wide = Math.ceil(columns / step) + 1;
  const high = Math.ceil(rows / step) + 1;
  const knots = new Float32Array(wide * high);
  const normal = cross(row, column);
  for (let j = 0; j < high; j++)
    for (let i = 0; i < wide; i++) {
      const u = i * step * spacing;
      const v = j * step * spacing;
      const x = origin[0] + row[0] * u + column[0] * v + normal[0] * 0.01;
      const y = origin[1] + row[1] * u + column[1] * v + normal[1] * 0.01;
      const z = origin[2] + row[2] * u + column[2] * v + normal[2] * 0.01;
      knots[j * wide + i] = noise(x * scale, y * scale, z * scale);
    }
  if (step === 1) return cropped(knots, wide, rows, columns);
  const field = new Float32Array(rows * columns);
  for (let j = 0; j < rows; j++) {
    const base = Math.floor(j / step) * wide;
    const fy = (j % step) / step;
    for (let i = 0; i < columns; i++) {
      const first = base + Math.floor(i / step);
      const fx = (i % step) / step;
      const upper = at(knots, first) * (1 - fx) + at(knots, first + 1) * fx;
      const lower = at(knots, first + wide) * (1 - fx) + at(knots, first + wide + 1) * fx;
      field[j * columns + i] = upper * (1 - fy) + lower * fy;
    }
  }
  return field;
}

function cropped(values: Float32Array, wide: number, rows: number, columns: number): Float32Array {
  const field = new Float32Array(rows * columns);
  for (let j = 0; j < rows; j++) field.set(values.subarray(j * wide, j * wide + columns), j * columns);
  return field;
}
