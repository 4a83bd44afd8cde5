import { type Affine, applyAffine, invertAffine } from "@/lib/core/geometry/affine";

/** Red, green and blue of a pixel of the frame, 0 to 255. */
export type PixelColour = (column: number, row: number) => readonly [number, number, number];

/**
 * The part of a frame around a point of the viewport, larger: RGBA of a square of `side` pixels. Each shows the pixel of
 * the frame it lies in; nothing is made up between pixels.
 * @param map image points to CSS pixels of the viewport
 * @param at the point in the middle, CSS pixels of the viewport
 */
export function magnified(
  map: Affine,
  frame: { readonly rows: number; readonly columns: number },
  at: readonly [number, number],
  side: number,
  factor: number,
  colourOf: PixelColour,
): Uint8ClampedArray<ArrayBuffer> {
  const toImage = invertAffine(map);
  const pixels = new Uint8ClampedArray(side * side * 4);
  for (let down = 0; down < side; down++)
    for (let right = 0; right < side; right++) {
      const seen = [(right + 0.5 - side / 2) / factor, (down + 0.5 - side / 2) / factor] as const;
      const [x, y] = applyAffine(toImage, [at[0] + seen[0], at[1] + seen[1]]);
      const inside = x >= 0 && y >= 0 && x < frame.columns && y < frame.rows;
      const colour = inside ? colourOf(Math.floor(x), Math.floor(y)) : [0, 0, 0];
      pixels.set([...colour, 255], (down * side + right) * 4);
    }
  return pixels;
}
