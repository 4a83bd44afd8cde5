import type { ImagePoint } from "./points";

/** Outline of an ellipse from the ends of its axes, as a polygon fine enough for pixels. */
export function ellipseOutline(
  ends: readonly [ImagePoint, ImagePoint, ImagePoint, ImagePoint],
  steps = 180,
): ImagePoint[] {
  const [start, end, low, high] = ends;
  const center = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2] as const;
  const first = [(end[0] - start[0]) / 2, (end[1] - start[1]) / 2] as const;
  const second = [(high[0] - low[0]) / 2, (high[1] - low[1]) / 2] as const;
  return Array.from({ length: steps }, (_, step) => {
    const angle = (2 * Math.PI * step) / steps;
    const along = Math.cos(angle);
    const across = Math.sin(angle);
    return [
      center[0] + along * first[0] + across * second[0],
      center[1] + along * first[1] + across * second[1],
    ];
  });
}

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
