import { type NoiseCube, noiseCube } from "../../pixels/noise";
import { type Solid, tube } from "../../pixels/solids";

/** Simple cyst, millimetres from the middle of the probe's face: across, deep. */
export const CYST = { x: 16, y: 66, width: 34, height: 30 } as const;

const FLAT = 0;
const vein: Solid = tube([
  [-62, 52, 0, 5.2],
  [-34, 66, 0, 4.6],
  [-6, 86, 0, 4],
  [10, 104, 0, 3],
]);
const veinBranch: Solid = tube([
  [-34, 66, 0, 3.2],
  [-30, 84, 0, 2.6],
  [-22, 104, 0, 1.8],
]);
const portal: Solid = tube([
  [-48, 92, 0, 3.6],
  [-38, 82, 0, 3.2],
  [-24, 46, 0, 3],
  [-8, 34, 0, 2.2],
]);
const twigs: readonly Solid[] = [
  tube([
    [38, 40, 0, 1.8],
    [52, 58, 0, 1.4],
    [56, 76, 0, 1],
  ]),
  tube([
    [44, 92, 0, 2],
    [60, 100, 0, 1.5],
  ]),
  tube([
    [2, 40, 0, 1.4],
    [22, 34, 0, 1],
  ]),
];

/** What a point of the liver sends back (decibels against parenchyma) and how fast blood moves there (-1 to 1). */
export interface Echo {
  readonly level: number;
  readonly flow: number;
}

const texture: NoiseCube = noiseCube(311);

/** `x` across and `y` deep in tissue that has already been moved back to where it rests. */
export function echoAt(atX: number, atY: number): Echo {
  const cyst = cystDistance(atX, atY);
  if (cyst < 1) return { level: cyst < 0 ? -40 : -40 + cyst * 46, flow: 0 };
  const x = atX + 1.3 * texture(atX / 2.4, atY / 2.4, 20);
  const y = atY + 1.3 * texture(atX / 2.4, atY / 2.4, 40);
  const inVein = Math.min(vein.distance(x, y, FLAT), veinBranch.distance(x, y, FLAT));
  if (inVein < 0.8) return { level: -30 + Math.max(0, inVein) * 40, flow: inVein < -0.4 ? -1 : 0 };
  const inPortal = portal.distance(x, y, FLAT);
  if (inPortal < 1.8)
    return inPortal < 0
      ? { level: -28, flow: inPortal < -0.4 ? 1 : 0 }
      : { level: 11 - inPortal * 3, flow: 0 };
  for (const twig of twigs)
    if (twig.distance(x, y, FLAT) < 1) return { level: twig.distance(x, y, FLAT) < 0 ? -22 : 6, flow: 0 };
  const beyond = Math.hypot(x - 6, y - 20) - 101;
  if (beyond > 0)
    return { level: beyond < 2.6 ? 20 - Math.abs(beyond - 1.2) * 4 : -7 - beyond * 0.22, flow: 0 };
  return { level: 1.6 * texture(x / 3, y / 3, 2), flow: 0 };
}

function cystDistance(x: number, y: number): number {
  const [u, v] = [(x - CYST.x) / (CYST.width / 2), (y - CYST.y) / (CYST.height / 2)];
  return (Math.hypot(u, v) - 1) * (CYST.height / 2);
}

/** Skin, fat and muscle do not move with the liver. */
export function wallEcho(y: number, x: number): number | null {
  const depth = y + 0.9 * Math.sin(x / 26) + 0.35 * texture(x / 5, y / 2, 8);
  if (depth > 17) return null;
  if (depth < 1.6) return 14;
  const sheets = [5.2, 9.4, 12.1, 15.8];
  const near = Math.min(...sheets.map((sheet) => Math.abs(depth - sheet)));
  return near < 0.55 ? 10 - near * 8 : depth < 5 ? -3 : -8;
}

/** Fluid weakens the beam less: what lies behind the cyst is brighter, and its edges throw thin shadows. */
export function cystWake(x: number, y: number, apex: number): number {
  const depth = y + apex;
  const angle = Math.atan2(x, depth);
  const middle = Math.atan2(CYST.x, CYST.y + apex);
  const half = Math.atan2(CYST.width / 2, CYST.y + apex);
  const across = Math.abs(angle - middle) / half;
  if (y < CYST.y + 4) return 0;
  const start = Math.min(1, (y - CYST.y - 4) / 14);
  if (across < 1) return 10 * start * Math.min(1, (1 - across) * 5) * Math.exp(-Math.max(0, y - 90) / 60);
  return across < 1.16 ? -7 * start * (1 - Math.abs(across - 1.08) / 0.08) : 0;
}
