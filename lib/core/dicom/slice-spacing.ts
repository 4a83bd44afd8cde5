/** Distances within a tenth of the typical one are rounding noise (6.96 to 7.07 mm is regular). */
const NOISE = 0.1;
const GAP = 1.5;
/** Slices further apart than this many thicknesses leave much of the body unseen. */
const SPARSE = 3;
const LISTED_GAPS = 3;

export interface SliceSpacing {
  /** Median distance between neighbouring positions, millimetres. */
  readonly spacing: number | null;
  readonly regular: boolean;
  /** One sentence for the reader, or null where nothing needs saying. */
  readonly notice: string | null;
}

const millimetres = (value: number) => `${value.toFixed(value < 1 ? 2 : 1)} mm`;

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}

/**
 * Spacing of ascending slice positions along the normal, and what a reader must know of it.
 * @param positions millimetres along the normal, ascending, each once
 * @param thickness Slice Thickness of the header, millimetres, where it is known
 */
export function sliceSpacing(positions: readonly number[], thickness: number | null = null): SliceSpacing {
  const distances = positions.slice(1).map((position, index) => position - (positions[index] ?? position));
  const spacing = median(distances);
  if (spacing === null) return { spacing: null, regular: true, notice: null };
  const gaps = distances.flatMap((distance, index) =>
    distance > spacing * GAP
      ? [`Gap after slice ${index + 1}: ${millimetres(distance)} instead of ${millimetres(spacing)}`]
      : [],
  );
  if (gaps.length > 0) {
    const more = gaps.length > LISTED_GAPS ? [`${gaps.length - LISTED_GAPS} more gaps`] : [];
    return { spacing, regular: false, notice: `${[...gaps.slice(0, LISTED_GAPS), ...more].join(". ")}.` };
  }
  if (distances.some((distance) => Math.abs(distance - spacing) > spacing * NOISE)) {
    const least = Math.min(...distances);
    const most = Math.max(...distances);
    return {
      spacing,
      regular: false,
      notice: `Uneven spacing: slices lie ${millimetres(least)} to ${millimetres(most)} apart.`,
    };
  }
  if (thickness !== null && thickness > 0 && spacing > thickness * SPARSE) {
    const notice = `Slices are ${millimetres(thickness)} thick and lie ${millimetres(spacing)} apart.`;
    return { spacing, regular: true, notice };
  }
  return { spacing, regular: true, notice: null };
}
