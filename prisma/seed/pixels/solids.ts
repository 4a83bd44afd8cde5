/** A body in patient space, millimetres LPS: signed distance (negative inside) and a box that holds it. */
export interface Solid {
  readonly distance: (x: number, y: number, z: number) => number;
  readonly box: Box;
}

/** x from, x to, y from, y to, z from, z to. */
export type Box = readonly [number, number, number, number, number, number];
export type Point = readonly [number, number, number];
/** A point of a tube and the tube's radius there. */
export type Knot = readonly [number, number, number, number];

export const EVERYWHERE: Box = [-400, 400, -400, 400, -400, 400];

/** An ellipsoid; `turn` rotates about z, `tilt` about x afterwards, both in radians. */
export function ellipsoid(center: Point, radii: Point, turn = 0, tilt = 0): Solid {
  const [cx, cy, cz] = center;
  const [rx, ry, rz] = radii;
  const [cosTurn, sinTurn, cosTilt, sinTilt] = [
    Math.cos(turn),
    Math.sin(turn),
    Math.cos(tilt),
    Math.sin(tilt),
  ];
  const reach = Math.max(rx, ry, rz);
  const [reachX, reachY, reachZ] =
    tilt === 0 ? (turn === 0 ? [rx, ry, rz] : flatReach(rx, ry, rz, turn)) : [reach, reach, reach];
  return {
    box: [cx - reachX, cx + reachX, cy - reachY, cy + reachY, cz - reachZ, cz + reachZ],
    distance(x, y, z) {
      const dx = x - cx;
      const dy = (y - cy) * cosTilt + (z - cz) * sinTilt;
      const w = ((z - cz) * cosTilt - (y - cy) * sinTilt) / rz;
      const u = (dx * cosTurn + dy * sinTurn) / rx;
      const v = (dy * cosTurn - dx * sinTurn) / ry;
      const scaled = Math.sqrt(u * u + v * v + w * w);
      const slope = Math.sqrt((u / rx) ** 2 + (v / ry) ** 2 + (w / rz) ** 2);
      return slope < 1e-9 ? -Math.min(rx, ry, rz) : (scaled * (scaled - 1)) / slope;
    },
  };
}

function flatReach(rx: number, ry: number, rz: number, turn: number): Point {
  return [
    Math.hypot(rx * Math.cos(turn), ry * Math.sin(turn)),
    Math.hypot(rx * Math.sin(turn), ry * Math.cos(turn)),
    rz,
  ];
}

/** A chain of tapered capsules. */
export function tube(knots: readonly Knot[]): Solid {
  const reach = (axis: 0 | 1 | 2, sign: 1 | -1) =>
    sign * Math.max(...knots.map((knot) => sign * knot[axis] + knot[3]));
  return {
    box: [reach(0, -1), reach(0, 1), reach(1, -1), reach(1, 1), reach(2, -1), reach(2, 1)],
    distance(x, y, z) {
      let nearest = Number.POSITIVE_INFINITY;
      for (let index = 1; index < knots.length; index++) {
        const from = knots[index - 1];
        const to = knots[index];
        if (from && to) nearest = Math.min(nearest, capsule(from, to, x, y, z));
      }
      return nearest;
    },
  };
}

function capsule(from: Knot, to: Knot, x: number, y: number, z: number): number {
  const px = x - from[0];
  const py = y - from[1];
  const pz = z - from[2];
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const dz = to[2] - from[2];
  const along = (px * dx + py * dy + pz * dz) / (dx * dx + dy * dy + dz * dz + 1e-9);
  const part = Math.min(Math.max(along, 0), 1);
  const qx = px - dx * part;
  const qy = py - dy * part;
  const qz = pz - dz * part;
  return Math.sqrt(qx * qx + qy * qy + qz * qz) - from[3] - (to[3] - from[3]) * part;
}

/** A long tube as short pieces, so that each piece is painted only where it is. */
export function tubePieces(knots: readonly Knot[]): Solid[] {
  return knots.slice(1).map((knot, index) => tube([knots[index] ?? knot, knot]));
}

/** A box with rounded edges, half sizes, turned about z then tilted about x (radians). */
export function block(center: Point, half: Point, round: number, turn = 0, tilt = 0): Solid {
  const [cosTurn, sinTurn, cosTilt, sinTilt] = [
    Math.cos(turn),
    Math.sin(turn),
    Math.cos(tilt),
    Math.sin(tilt),
  ];
  const reach = Math.hypot(...half);
  return {
    box: [
      center[0] - reach,
      center[0] + reach,
      center[1] - reach,
      center[1] + reach,
      center[2] - reach,
      center[2] + reach,
    ],
    distance(x, y, z) {
      const dx = x - center[0];
      const dy = (y - center[1]) * cosTilt + (z - center[2]) * sinTilt;
      const dz = (z - center[2]) * cosTilt - (y - center[1]) * sinTilt;
      const qx = Math.abs(dx * cosTurn + dy * sinTurn) - half[0] + round;
      const qy = Math.abs(dy * cosTurn - dx * sinTurn) - half[1] + round;
      const qz = Math.abs(dz) - half[2] + round;
      const outside = Math.sqrt(Math.max(qx, 0) ** 2 + Math.max(qy, 0) ** 2 + Math.max(qz, 0) ** 2);
      return outside + Math.min(Math.max(qx, qy, qz), 0) - round;
    },
  };
}

/**
 * A trunk whose half axes may change with z: between an ellipse (`square` 0) and a rounded box (`square` 1).
 * The distance is radial.
 */
export function trunk(
  halfX: (z: number) => number,
  halfY: (z: number) => number,
  middleY: number,
  square: number,
): Solid {
  return {
    box: [-260, 260, -260, 260, -400, 400],
    distance(x, y, z) {
      const dy = y - middleY;
      const u = (x / halfX(z)) ** 2;
      const v = (dy / halfY(z)) ** 2;
      const scaled = (1 - square) * Math.sqrt(u + v) + square * Math.sqrt(Math.sqrt(u * u + v * v));
      const radius = Math.sqrt(x * x + dy * dy);
      return radius < 1 ? -halfY(z) : radius * (1 - 1 / scaled);
    },
  };
}

/** Beyond this distance, mm, nothing is painted, so a cut need not be evaluated. */
const FAR = 8;

/** The part of `solid` at least `inset` inside `limit`. */
export function within(solid: Solid, limit: Solid, inset = 0): Solid {
  return cut(solid, (x, y, z) => limit.distance(x, y, z) + inset);
}

/** `solid` without what lies within `gap` of `other`. */
export function without(solid: Solid, other: Solid, gap = 0): Solid {
  return cut(solid, (x, y, z) => gap - other.distance(x, y, z));
}

/** Two solids melted together over `reach` millimetres. */
export function melt(first: Solid, second: Solid, reach: number): Solid {
  return {
    box: join(first.box, second.box),
    distance(x, y, z) {
      const a = first.distance(x, y, z);
      const b = second.distance(x, y, z);
      const mix = Math.max(reach - Math.abs(a - b), 0) / reach;
      return Math.min(a, b) - (mix * mix * reach) / 4;
    },
  };
}

/** `solid` made larger (or with a negative amount smaller) all round. */
export function grow(solid: Solid, amount: number): Solid {
  const [x0, x1, y0, y1, z0, z1] = solid.box;
  const more = Math.max(amount, 0);
  return {
    box: [x0 - more, x1 + more, y0 - more, y1 + more, z0 - more, z1 + more],
    distance: (x, y, z) => solid.distance(x, y, z) - amount,
  };
}

/** The skin of a solid: `thickness` wide, `depth` under its surface. */
export function shell(solid: Solid, depth: number, thickness: number): Solid {
  return { box: solid.box, distance: (x, y, z) => Math.abs(solid.distance(x, y, z) + depth) - thickness / 2 };
}

/** The part of `solid` where `side` is negative (a cutting surface). */
export function cut(solid: Solid, side: (x: number, y: number, z: number) => number): Solid {
  return {
    box: solid.box,
    distance(x, y, z) {
      const distance = solid.distance(x, y, z);
      return distance > FAR ? distance : Math.max(distance, side(x, y, z));
    },
  };
}

function join(a: Box, b: Box): Box {
  return [
    Math.min(a[0], b[0]),
    Math.max(a[1], b[1]),
    Math.min(a[2], b[2]),
    Math.max(a[3], b[3]),
    Math.min(a[4], b[4]),
    Math.max(a[5], b[5]),
  ];
}
