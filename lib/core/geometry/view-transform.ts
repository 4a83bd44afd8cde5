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
}

export const initialView: ViewState = { zoom: 1, center: null, rotation: 0, mirrored: false };

export interface ImageShape {
  readonly rows: number;
  readonly columns: number;
  /** Row spacing, then column spacing; only their ratio matters for what is seen. */
  readonly spacing: readonly [number, number];
}

export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}

/** CSS pixels per unit of spacing at which the whole image just fits. */
export function fitScale(shape: ImageShape, size: ScreenSize, rotation: QuarterTurn): number {
  const width = shape.columns * shape.spacing[1];
  const height = shape.rows * shape.spacing[0];
  const onSide = rotation === 90 || rotation === 270;
  return Math.min(size.width / (onSide ? height : width), size.height / (onSide ? width : height));
}

const cosine: Readonly<Record<QuarterTurn, number>> = { 0: 1, 90: 0, 180: -1, 270: 0 };
const sine: Readonly<Record<QuarterTurn, number>> = { 0: 0, 90: 1, 180: 0, 270: -1 };

/** The middle of a view, image coordinates. */
export function viewCenter(shape: ImageShape, view: ViewState): ImagePoint {
  return view.center ?? [shape.columns / 2, shape.rows / 2];
}

/** The map from image points to points of the viewport (CSS pixels), non-square pixels seen in their true aspect. */
export function imageToScreen(shape: ImageShape, size: ScreenSize, view: ViewState): Affine {
  const scale = fitScale(shape, size, view.rotation) * view.zoom;
  const across = scale * shape.spacing[1] * (view.mirrored ? -1 : 1);
  const down = scale * shape.spacing[0];
  const cos = cosine[view.rotation];
  const sin = sine[view.rotation];
  const [x, y] = viewCenter(shape, view);
  const linear = { a: cos * across, b: sin * across, c: -sin * down, d: cos * down };
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

/** The view turned clockwise by quarter turns. */
export function rotateView(view: ViewState, quarters: number): ViewState {
  return { ...view, rotation: turned(view.rotation + 90 * quarters) };
}

/** The view mirrored as the reader sees it: left to right, or top to bottom. */
export function flipView(view: ViewState, axis: "horizontal" | "vertical"): ViewState {
  const turn = axis === "horizontal" ? -view.rotation : -view.rotation - 180;
  return { ...view, mirrored: !view.mirrored, rotation: turned(turn) };
}
