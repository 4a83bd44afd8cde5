import type { ImagePoint } from "./points";

/**
 * Indexes (row * columns + column) of the pixels whose centres lie inside a closed outline, by the even-odd rule, one
 * row at a time. Pixels outside the image are left out.
 */
export function* pixelsInside(
  outline: readonly ImagePoint[],
  rows: number,
  columns: number,
): Generator<number> {
  const heights = outline.map((point) => point[1]);
  const top = Math.max(0, Math.ceil(Math.min(...heights) - 0.5));
  const bottom = Math.min(rows - 1, Math.floor(Math.max(...heights) - 0.5));
  for (let row = top; row <= bottom; row++) {
    const crossings = rowCrossings(outline, row + 0.5);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const from = Math.max(0, Math.ceil((crossings[pair] ?? 0) - 0.5));
      const to = Math.min(columns - 1, Math.ceil((crossings[pair + 1] ?? 0) - 0.5) - 1);
      for (let column = from; column <= to; column++) yield row * columns + column;
    }
  }
}

/** Where the horizontal line at `height` crosses the outline, in rising order. */
function rowCrossings(outline: readonly ImagePoint[], height: number): number[] {
  const crossings: number[] = [];
  for (const [index, from] of outline.entries()) {
    const to = outline[(index + 1) % outline.length] ?? from;
    if (from[1] <= height === to[1] <= height) continue;
    crossings.push(from[0] + ((height - from[1]) / (to[1] - from[1])) * (to[0] - from[0]));
  }
  return crossings.sort((first, second) => first - second);
}
