import sharp from "sharp";
import { onPlane, type Plane, planesOf } from "../../pixels/plane";
import type { Point } from "../../pixels/solids";
import { CYSTIC_MASS, cysticMassLayers, LEFT_OVARY, MURAL_NODULE, ovaryLayers } from "./adnexa";
import { pelvisScanner } from "./scan";
import type { Sequence } from "./signals";

export const PANEL_SIDE = 480;

export type Ink = "red" | "yellow" | "white";

/** A mark painted into a panel. Points are image coordinates (column, row). */
export type Mark =
  | { readonly kind: "arrow"; readonly ink: Ink; readonly tip: Spot; readonly tail: Spot }
  | { readonly kind: "asterisk"; readonly ink: Ink; readonly at: Spot };

type Spot = readonly [number, number];

export interface Panel {
  readonly label: string;
  readonly sequence: Sequence;
  readonly plane: Plane;
  readonly marks: readonly Mark[];
  /** Diffusion images are acquired coarsely and enlarged. */
  readonly coarse: boolean;
}

const only = (stack: Parameters<typeof planesOf>[0]): Plane => {
  const [plane] = planesOf(stack);
  if (!plane) throw new Error("A panel needs a plane");
  return plane;
};

const axial = (z: number) =>
  only({
    center: [-2, 0, z],
    row: [1, 0, 0],
    column: [0, 1, 0],
    spacing: 0.66,
    side: PANEL_SIDE,
    slices: 1,
    step: 1,
  });

const SAGITTAL = only({
  center: [-10, -4, 16],
  row: [0, 1, 0],
  column: [0, 0, -1],
  spacing: 0.5,
  side: PANEL_SIDE,
  slices: 1,
  step: 1,
});
const AT_NODULE = axial(MURAL_NODULE.center[2]);
const AT_OVARY = axial(LEFT_OVARY.center[2]);

function arrow(plane: Plane, ink: Ink, point: Point, from: Spot, gap: number): Mark {
  const { x, y } = onPlane(plane, point);
  const length = Math.hypot(...from);
  const [ux, uy] = [from[0] / length, from[1] / length];
  const along = (distance: number): Spot => [tenth(x + ux * distance), tenth(y + uy * distance)];
  return { kind: "arrow", ink, tip: along(gap), tail: along(gap + 52) };
}

function asterisk(plane: Plane, ink: Ink, point: Point): Mark {
  const { x, y } = onPlane(plane, point);
  return { kind: "asterisk", ink, at: [tenth(x), tenth(y)] };
}

const tenth = (value: number) => Math.round(value * 10) / 10;

const [massX, massY, massZ] = CYSTIC_MASS.center;
/** A point on the front right wall of the mass at the level of the nodule, and one on its front wall at the sagittal plane. */
const WALL: Point = [massX - 32, massY - 21, MURAL_NODULE.center[2]];
const FRONT: Point = [-10, massY - 31, massZ + 14];
const NODULE = MURAL_NODULE.center;

/** The panels of figure 1, with what is painted into them. */
export const PANELS: readonly Panel[] = [
  {
    label: "1a",
    sequence: "T2",
    plane: SAGITTAL,
    coarse: false,
    marks: [
      arrow(SAGITTAL, "red", FRONT, [-0.9, -0.5], 8),
      arrow(SAGITTAL, "yellow", NODULE, [0.9, 0.25], 19),
      asterisk(SAGITTAL, "red", [-10, massY - 4, massZ + 8]),
    ],
  },
  {
    label: "1b",
    sequence: "T2",
    plane: AT_NODULE,
    coarse: false,
    marks: [arrow(AT_NODULE, "red", WALL, [-1, -0.6], 6), arrow(AT_NODULE, "yellow", NODULE, [0.9, 0.5], 16)],
  },
  {
    label: "1c",
    sequence: "T2",
    plane: AT_OVARY,
    coarse: false,
    marks: [arrow(AT_OVARY, "white", LEFT_OVARY.center, [0.5, -0.9], 24)],
  },
  {
    label: "1d",
    sequence: "T1FSC",
    plane: AT_NODULE,
    coarse: false,
    marks: [arrow(AT_NODULE, "red", WALL, [-1, -0.6], 6), arrow(AT_NODULE, "yellow", NODULE, [0.9, 0.5], 16)],
  },
  {
    label: "1e",
    sequence: "DWI",
    plane: AT_NODULE,
    coarse: true,
    marks: [arrow(AT_NODULE, "yellow", NODULE, [0.9, 0.5], 16)],
  },
  {
    label: "1f",
    sequence: "ADC",
    plane: AT_NODULE,
    coarse: true,
    marks: [arrow(AT_NODULE, "yellow", NODULE, [0.9, 0.5], 16)],
  },
];

/** One panel after the other as PNG. */
export async function* figurePanels(): AsyncGenerator<{ label: string; png: Buffer }> {
  const scan = pelvisScanner([...ovaryLayers(LEFT_OVARY), ...cysticMassLayers()], 31);
  for (const [turn, panel] of PANELS.entries()) {
    const step = panel.coarse ? 2.5 : 1;
    const plane = coarser(panel.plane, step);
    const signal = scan(panel.sequence, plane, turn + 40);
    const grey = Buffer.from(Uint8Array.from(signal, (value) => Math.min(255, Math.max(0, value * 0.245))));
    const picture = sharp(grey, { raw: { width: plane.columns, height: plane.rows, channels: 1 } })
      .resize(PANEL_SIDE, PANEL_SIDE, { kernel: "cubic" })
      .toColourspace("srgb");
    const flat = await picture.png().toBuffer();
    const png = await sharp(flat)
      .composite([{ input: Buffer.from(overlay(panel.marks)) }])
      .removeAlpha()
      .png({ compressionLevel: 9 })
      .toBuffer();
    yield { label: panel.label, png };
  }
}

/** The same field of view with fewer pixels. */
function coarser(plane: Plane, step: number): Plane {
  const side = Math.round(plane.rows / step);
  const shift = ((step - 1) / 2) * plane.spacing;
  const axis = (k: 0 | 1 | 2) => plane.origin[k] + shift * (plane.row[k] + plane.column[k]);
  return {
    ...plane,
    origin: [axis(0), axis(1), axis(2)],
    spacing: plane.spacing * step,
    rows: side,
    columns: side,
  };
}

const INKS: Readonly<Record<Ink, string>> = { red: "#f04438", yellow: "#ffd60a", white: "#ffffff" };

/** Shapes only: letters would depend on the fonts of the machine. */
function overlay(marks: readonly Mark[]): string {
  const shapes = marks.map((mark) => (mark.kind === "arrow" ? arrowPath(mark) : asteriskPath(mark)));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${PANEL_SIDE}" height="${PANEL_SIDE}">${shapes.join("")}</svg>`;
}

function arrowPath({ tip, tail, ink }: Extract<Mark, { kind: "arrow" }>): string {
  const length = Math.hypot(tail[0] - tip[0], tail[1] - tip[1]);
  const [ux, uy] = [(tail[0] - tip[0]) / length, (tail[1] - tip[1]) / length];
  const at = (along: number, across: number) =>
    `${tenth(tip[0] + ux * along - uy * across)},${tenth(tip[1] + uy * along + ux * across)}`;
  const points = [
    at(0, 0),
    at(20, 11),
    at(18, 4),
    at(length, 3.4),
    at(length, -3.4),
    at(18, -4),
    at(20, -11),
  ];
  return `<polygon points="${points.join(" ")}" fill="${INKS[ink]}" stroke="#000" stroke-width="1.2" stroke-linejoin="round"/>`;
}

function asteriskPath({ at, ink }: Extract<Mark, { kind: "asterisk" }>): string {
  const rays = [0, 60, 120].map((degrees) => {
    const [dx, dy] = [
      11 * Math.cos((degrees * Math.PI) / 180 + 0.5),
      11 * Math.sin((degrees * Math.PI) / 180 + 0.5),
    ];
    return `M${tenth(at[0] - dx)} ${tenth(at[1] - dy)}L${tenth(at[0] + dx)} ${tenth(at[1] + dy)}`;
  });
  const path = (width: number, colour: string) =>
    `<path d="${rays.join("")}" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"/>`;
  return path(7, "#000") + path(4.6, INKS[ink]);
}
