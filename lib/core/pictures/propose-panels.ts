/** A grey picture: one byte a pixel, row by row. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
}

/** Left, top, width, height in pixels. */
export type PanelBox = readonly [left: number, top: number, width: number, height: number];

/** Paper or film between panels: lines as light or as dark as this, and as even. */
const lightest = 232;
const darkest = 24;
const evenness = 18;
/** A gutter is at least this share of the picture's side, and two pixels. */
const leastGutter = 0.006;
/** What is smaller than this share of the picture's side is a letter or a rule, not a panel. */
const leastPanel = 0.09;
const deepest = 6;

type Axis = "columns" | "rows";
interface Run {
  readonly from: number;
  readonly to: number;
}

/** Whether a line across a box is nothing but paper or film. */
function isEmptyLine(
  picture: GreyPicture,
  [left, top, width, height]: PanelBox,
  axis: Axis,
  at: number,
): boolean {
  const count = axis === "columns" ? height : width;
  const step = axis === "columns" ? picture.width : 1;
  let index = axis === "columns" ? top * picture.width + left + at : (top + at) * picture.width + left;
  let least = 255;
  let most = 0;
  for (let pixel = 0; pixel < count; pixel++, index += step) {
    const value = picture.values[index] ?? 0;
    if (value < least) least = value;
    if (value > most) most = value;
    if (most - least > evenness) return false;
  }
  return least >= lightest || most <= darkest;
}

function emptyRuns(picture: GreyPicture, box: PanelBox, axis: Axis): readonly Run[] {
  const length = axis === "columns" ? box[2] : box[3];
  const runs: Run[] = [];
  let from = -1;
  for (let at = 0; at <= length; at++) {
    const empty = at < length && isEmptyLine(picture, box, axis, at);
    if (empty && from < 0) from = at;
    if (!empty && from >= 0) {
      runs.push({ from, to: at });
      from = -1;
    }
  }
  return runs;
}

/** The box without empty lines at its edges. */
function trimmed(picture: GreyPicture, box: PanelBox): PanelBox {
  const [left, top, width, height] = box;
  const inside = (axis: Axis, length: number): readonly [number, number] => {
    const runs = emptyRuns(picture, box, axis);
    const first = runs.find(({ from }) => from === 0)?.to ?? 0;
    const last = runs.find(({ to }) => to === length)?.from ?? length;
    return [first, Math.max(first, last)];
  };
  const [x, right] = inside("columns", width);
  const [y, bottom] = inside("rows", height);
  return [left + x, top + y, right - x, bottom - y];
}

function cut(picture: GreyPicture, outer: PanelBox, depth: number): readonly PanelBox[] {
  const box = trimmed(picture, outer);
  const [left, top, width, height] = box;
  if (width < picture.width * leastPanel || height < picture.height * leastPanel) return [];
  if (depth === deepest) return [box];
  const gutters = (axis: Axis, side: number) =>
    emptyRuns(picture, box, axis).filter(({ from, to }) => to - from >= Math.max(2, side * leastGutter));
  const columns = gutters("columns", picture.width);
  const rows = gutters("rows", picture.height);
  if (columns.length === 0 && rows.length === 0) return [box];
  const widest = (runs: readonly Run[]) => Math.max(0, ...runs.map(({ from, to }) => to - from));
  const axis: Axis = widest(columns) > widest(rows) ? "columns" : "rows";
  const runs = axis === "columns" ? columns : rows;
  const starts = [0, ...runs.map(({ to }) => to)];
  const ends = [...runs.map(({ from }) => from), axis === "columns" ? width : height];
  return starts.flatMap((from, index) => {
    const to = ends[index] ?? from;
    const part: PanelBox =
      axis === "columns" ? [left + from, top, to - from, height] : [left, top + from, width, to - from];
    return cut(picture, part, depth + 1);
  });
}

/** Row by row as a page is read: what begins above the middle of the first box of a row stands in that row. */
export function inReadingOrder<T extends { readonly box: PanelBox }>(panels: readonly T[]): readonly T[] {
  const rows: { middle: number; panels: T[] }[] = [];
  for (const panel of panels.toSorted((a, b) => a.box[1] - b.box[1])) {
    const row = rows.find(({ middle }) => panel.box[1] < middle);
    if (row) row.panels.push(panel);
    else rows.push({ middle: panel.box[1] + panel.box[3] / 2, panels: [panel] });
  }
  return rows.flatMap((row) => row.panels.toSorted((a, b) => a.box[0] - b.box[0]));
}

/**
 * The panels of a compound figure in reading order, by the even white or black gutters between them: cut along the widest
 * ones, then again inside of each part. One box for a picture without gutters, none for an empty one. O(pixels x depth).
 */
export function proposePanels(picture: GreyPicture): readonly PanelBox[] {
  const whole: PanelBox = [0, 0, picture.width, picture.height];
  const found = cut(picture, whole, 0).map((box) => ({ box }));
  return inReadingOrder(found).map(({ box }) => box);
}
