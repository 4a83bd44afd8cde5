import type { Affine } from "./affine";
import type { ImagePoint } from "./points";

export type QuarterTurn = 0 | 90 | 180 | 270;

/** How an image is looked at: mirrored left to right first, then turned clockwise. */
export interface ViewState {
  /** Size relative to the largest one at which the whole image is seen. */
  readonly zoom: number;
  /** The image point in the middle of the viewport; null = the middle of the image. */
  readonly center: ImagePoint | null;
  readonly rotation: QuarterTurn;
  readonly mirrored: boolean;
  /** The edge of the viewport that the picture lies against while `center` is null; absent = neither. */
  readonly align?: "left" | "right";
}

export const initialView: ViewState = { zoom: 1, center: null, rotation: 0, mirrored: false };

export interface ImageShape {
  readonly rows: number;
  readonly columns: number;
  /** Row spacing, then column spacing; only their ratio matters for what is seen. */
  readonly spacing: readonly [number, number];
  /** The part that is meant: left, top, width, height in pixels. Absent = the whole image. */
  readonly part?: readonly [left: number, top: number, width: number, height: number];
}

const partOf = (shape: ImageShape) => shape.part ?? ([0, 0, shape.columns, shape.rows] as const);

export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}

/** CSS pixels per unit of spacing at which the whole image, or the part that is meant, just fits. */
export function fitScale(shape: ImageShape, size: ScreenSize, rotation: QuarterTurn): number {
  const [, , columns, rows] = partOf(shape);
  const width = columns * shape.spacing[1];
  const height = rows * shape.spacing[0];
  const onSide = rotation === 90 || rotation === 270;
  return Math.min(size.width / (onSide ? height : width), size.height / (onSide ? width : height));
}

const cosine: Readonly<Record<QuarterTurn, number>> = { 0: 1, 90: 0, 180: -1, 270: 0 };
const sine: Readonly<Record<QuarterTurn, number>> = { 0: 0, 90: 1, 180: 0, 270: -1 };

/** Image steps to CSS pixels: scale, mirroring and turning without the shift. */
function linearPart(shape: ImageShape, size: ScreenSize, view: ViewState) {
  const scale = fitScale(shape, size, view.rotation) * view.zoom;
  const across = scale * shape.spacing[1] * (view.mirrored ? -1 : 1);
  const down = scale * shape.spacing[0];
  const cos = cosine[view.rotation];
  const sin = sine[view.rotation];
  return { a: cos * across, b: sin * across, c: -sin * down, d: cos * down };
}

/** The middle of a view, image coordinates. It may lie outside of a picture that is aligned to an edge. */
export function viewCenter(shape: ImageShape, size: ScreenSize, view: ViewState): ImagePoint {
  if (view.center) return view.center;
  const [left, top, columns, rows] = partOf(shape);
  const middle: ImagePoint = [left + columns / 2, top + rows / 2];
  if (!view.align) return middle;
  const { a, b, c, d } = linearPart(shape, size, view);
  const width = Math.abs(a * columns) + Math.abs(c * rows);
  const shift = ((size.width - width) / 2) * (view.align === "right" ? 1 : -1);
  const determinant = a * d - b * c;
  return [middle[0] - (d * shift) / determinant, middle[1] + (b * shift) / determinant];
}

/** The map from image points to points of the viewport (CSS pixels), non-square pixels seen in their true aspect. */
export function imageToScreen(shape: ImageShape, size: ScreenSize, view: ViewState): Affine {
  const linear = linearPart(shape, size, view);
  const [x, y] = viewCenter(shape, size, view);
  return {
    ...linear,
    e: size.width / 2 - (linear.a * x + linear.c * y),
    f: size.height / 2 - (linear.b * x + linear.d * y),
  };
}

function turned(rotation: number): QuarterTurn {
  const turn = ((rotation % 360) + 360) % 360;
  return turn === 90 || turn === 180 || turn === 270 ? turn : 0;
}

/** The view turned clockwise by quarter turns. A turned picture lies in the middle. */
export function rotateView({ align: _, ...view }: ViewState, quarters: number): ViewState {
  return { ...view, rotation: turned(view.rotation + 90 * quarters) };
}

/** The view mirrored as the reader sees it: left to right, or top to bottom. The aligned edge goes along. */
export function flipView(view: ViewState, axis: "horizontal" | "vertical"): ViewState {
  const turn = axis === "horizontal" ? -view.rotation : -view.rotation - 180;
  const other = view.align === "left" ? "right" : "left";
  const align = axis === "horizontal" && view.align ? ({ align: other } as const) : {};
  return { ...view, ...align, mirrored: !view.mirrored, rotation: turned(turn) };
}
