import type { Spacing } from "./distance-between";
import type { ImagePoint } from "./points";

/** An ellipse by the ends of its two axes, the first two points being one axis. */
export type EllipseEnds = readonly [ImagePoint, ImagePoint, ImagePoint, ImagePoint];

/**
 * Area of an ellipse in the square of the unit of the spacing. The ends may be those of any two conjugate diameters, as
 * they are after a turn of non-square pixels.
 */
export function ellipseArea([start, end, low, high]: EllipseEnds, spacing: Spacing): number {
  const doubled = (end[0] - start[0]) * (high[1] - low[1]) - (end[1] - start[1]) * (high[0] - low[0]);
  return (Math.PI / 4) * Math.abs(doubled) * spacing[0] * spacing[1];
}

/** Outline of an ellipse as a polygon fine enough for pixels. */
export function ellipseOutline([start, end, low, high]: EllipseEnds, steps = 180): ImagePoint[] {
  const x = (start[0] + end[0]) / 2;
  const y = (start[1] + end[1]) / 2;
  return Array.from({ length: steps }, (_, step) => {
    const angle = (2 * Math.PI * step) / steps;
    const along = Math.cos(angle) / 2;
    const across = Math.sin(angle) / 2;
    return [
      x + along * (end[0] - start[0]) + across * (high[0] - low[0]),
      y + along * (end[1] - start[1]) + across * (high[1] - low[1]),
    ];
  });
}
