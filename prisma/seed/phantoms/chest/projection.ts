/** A projection radiograph being added up: millimetres of water along each ray. x grows to the patient's left. */
export interface Projection {
  readonly values: Float32Array;
  readonly rows: number;
  readonly columns: number;
  readonly spacing: number;
}

/** Position of a pixel's centre, mm, with the middle of the picture at 0, 0. */
export const millimetres = (index: number, count: number, spacing: number) =>
  (index - (count - 1) / 2) * spacing;

type Rectangle = readonly [number, number, number, number];

/** Thickness along a row whose y has been given first, so that what depends on y alone is computed once. */
export type RowByRow = (y: number) => (x: number) => number;

/** Adds `thickness(y)(x)` within a rectangle (x from, x to, y from, y to; the far borders are left out). */
export function addRows(picture: Projection, [x0, x1, y0, y1]: Rectangle, thickness: RowByRow) {
  const { rows, columns, spacing, values } = picture;
  const left = Math.max(0, Math.ceil(x0 / spacing + (columns - 1) / 2));
  const right = Math.min(columns, Math.ceil(x1 / spacing + (columns - 1) / 2));
  const top = Math.max(0, Math.ceil(y0 / spacing + (rows - 1) / 2));
  const bottom = Math.min(rows, Math.ceil(y1 / spacing + (rows - 1) / 2));
  for (let j = top; j < bottom; j++) {
    const along = thickness(millimetres(j, rows, spacing));
    for (let i = left; i < right; i++) {
      const index = j * columns + i;
      values[index] = (values[index] ?? 0) + along((i - (columns - 1) / 2) * spacing);
    }
  }
}

/** Adds `thickness(x, y)` within a rectangle. */
export function add(picture: Projection, box: Rectangle, thickness: (x: number, y: number) => number) {
  addRows(picture, box, (y) => (x) => thickness(x, y));
}

/** Length of a ray through an ellipsoid of unit depth: 1 in the middle, 0 outside. */
export function chord(
  x: number,
  y: number,
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  turn = 0,
): number {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const u = ((x - cx) * cos + (y - cy) * sin) / rx;
  const v = ((y - cy) * cos - (x - cx) * sin) / ry;
  const rest = 1 - u * u - v * v;
  return rest > 0 ? Math.sqrt(rest) : 0;
}

/** x, y and radius. */
export type Stroke = readonly (readonly [number, number, number])[];

/** Adds a round rod, or with `wall` a hollow one, along a line. Joints are not counted twice. `fade` thins it in places. */
export function addRod(
  picture: Projection,
  stroke: Stroke,
  density: number,
  wall?: number,
  fade: (x: number, y: number) => number = () => 1,
) {
  const reach = Math.max(...stroke.map(([, , radius]) => radius)) + 1;
  const xs = stroke.map(([x]) => x);
  const ys = stroke.map(([, y]) => y);
  const box: Rectangle = [
    Math.min(...xs) - reach,
    Math.max(...xs) + reach,
    Math.min(...ys) - reach,
    Math.max(...ys) + reach,
  ];
  for (const square of squaresNear(box, stroke, reach))
    add(picture, square, (x, y) => {
      const [distance, radius] = nearest(stroke, x, y);
      if (distance >= radius) return 0;
      const outer = Math.sqrt(radius * radius - distance * distance);
      const hollow = wall !== undefined && distance < radius - wall;
      const inner = hollow ? Math.sqrt((radius - wall) ** 2 - distance * distance) : 0;
      return density * fade(x, y) * 2 * (outer - inner * 0.82);
    });
}

const SQUARE = 4;

/** Squares of 4 mm of a box that a stroke can reach, without overlap. */
function squaresNear([x0, x1, y0, y1]: Rectangle, stroke: Stroke, reach: number): Rectangle[] {
  const squares: Rectangle[] = [];
  for (let y = y0; y < y1; y += SQUARE)
    for (let x = x0; x < x1; x += SQUARE) {
      const [distance] = nearest(stroke, x + SQUARE / 2, y + SQUARE / 2);
      if (distance < reach + SQUARE) squares.push([x, x + SQUARE, y, y + SQUARE]);
    }
  return squares;
}

function nearest(stroke: Stroke, x: number, y: number): readonly [number, number] {
  let best = Number.POSITIVE_INFINITY;
  let width = 0;
  for (let index = 1; index < stroke.length; index++) {
    const from = stroke[index - 1];
    const to = stroke[index];
    if (!from || !to) continue;
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const along = ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy + 1e-9);
    const part = Math.min(Math.max(along, 0), 1);
    const distance = Math.sqrt((x - from[0] - dx * part) ** 2 + (y - from[1] - dy * part) ** 2);
    if (distance < best) {
      best = distance;
      width = from[2] + (to[2] - from[2]) * part;
    }
  }
  return [best, width];
}

/** Straight lines between (position, value) knots, rounded off. */
export function alongKnots(knots: readonly (readonly [number, number])[], position: number): number {
  for (let index = 1; index < knots.length; index++) {
    const from = knots[index - 1];
    const to = knots[index];
    if (!from || !to || position > to[0]) continue;
    const part = Math.min(Math.max((position - from[0]) / (to[0] - from[0]), 0), 1);
    return from[1] + (to[1] - from[1]) * part * part * (3 - 2 * part);
  }
  return knots.at(-1)?.[1] ?? 0;
}
