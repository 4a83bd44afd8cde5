import { inReadingOrder, type PanelBox } from "@/lib/core/pictures/propose-panels";

/** A rectangle on a figure, in whole pixels of it. */
export interface Panel {
  readonly id: string;
  readonly figure: string;
  readonly box: PanelBox;
}

export interface PictureSize {
  readonly columns: number;
  readonly rows: number;
}

/** A panel is at least so large, pixels along either side. */
export const smallestPanel = 16;

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** The box held inside the picture, in whole pixels, and large enough. */
export function heldBox([left, top, width, height]: PanelBox, { columns, rows }: PictureSize): PanelBox {
  const w = clamp(Math.round(width), Math.min(smallestPanel, columns), columns);
  const h = clamp(Math.round(height), Math.min(smallestPanel, rows), rows);
  return [clamp(Math.round(left), 0, columns - w), clamp(Math.round(top), 0, rows - h), w, h];
}

export type Edges = {
  readonly left?: number;
  readonly top?: number;
  readonly right?: number;
  readonly bottom?: number;
};

/** The box after edges were moved by so many pixels; the opposite edges stay. */
export function movedEdges(box: PanelBox, edges: Edges, { columns, rows }: PictureSize): PanelBox {
  const [left, top, width, height] = box;
  const [right, bottom] = [left + width, top + height];
  const x = clamp(left + (edges.left ?? 0), 0, right - smallestPanel);
  const y = clamp(top + (edges.top ?? 0), 0, bottom - smallestPanel);
  const farX = clamp(right + (edges.right ?? 0), x + smallestPanel, columns);
  const farY = clamp(bottom + (edges.bottom ?? 0), y + smallestPanel, rows);
  return [Math.round(x), Math.round(y), Math.round(farX - x), Math.round(farY - y)];
}

/** Two halves of a box, or the box alone where halves would be too small. */
export function halves(box: PanelBox, along: "columns" | "rows"): readonly PanelBox[] {
  const [left, top, width, height] = box;
  const length = along === "columns" ? width : height;
  if (length < 2 * smallestPanel) return [box];
  const first = Math.floor(length / 2);
  return along === "columns"
    ? [
        [left, top, first, height],
        [left + first, top, width - first, height],
      ]
    : [
        [left, top, width, first],
        [left, top + first, width, height - first],
      ];
}

/** The smallest box around all. */
export function around(boxes: readonly PanelBox[]): PanelBox {
  const left = Math.min(...boxes.map((box) => box[0]));
  const top = Math.min(...boxes.map((box) => box[1]));
  const right = Math.max(...boxes.map((box) => box[0] + box[2]));
  const bottom = Math.max(...boxes.map((box) => box[1] + box[3]));
  return [left, top, right - left, bottom - top];
}

/** The number of a figure that its panels are counted under: "1" of "1", "2" of "Fig. 2", "" of none. */
const numberOf = (figure: string | null) => /\d+/.exec(figure ?? "")?.[0] ?? "";

/** a to z, then aa, ab. */
const letterOf = (index: number): string =>
  index < 26 ? String.fromCharCode(97 + index) : letterOf(Math.floor(index / 26) - 1) + letterOf(index % 26);

/** Panels in reading order with the labels a, b, c under the figure's number. */
export const labelled = (panels: readonly Panel[], figure: string | null): readonly Panel[] =>
  inReadingOrder(panels).map((panel, index) => ({
    ...panel,
    figure: `${numberOf(figure)}${letterOf(index)}`,
  }));

/** Why these panels cannot be saved; null = they can. */
export function panelsBlock(panels: readonly Panel[]): string | null {
  if (panels.length === 0) return "There is no panel. Draw one, or propose them again.";
  if (panels.some(({ figure }) => figure.trim() === "")) return "A panel has no label.";
  const labels = panels.map(({ figure }) => figure.trim().toLowerCase());
  const twice = labels.find((label, index) => labels.indexOf(label) !== index);
  return twice === undefined ? null : `Two panels are called ${twice}.`;
}
