/** A map of the plane: x' = a x + c y + e, y' = b x + d y + f (the order of CSS `matrix()`). */
export interface Affine {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

/** The image of a point under the map. */
export function applyAffine(map: Affine, [x, y]: readonly [number, number]): [number, number] {
  return [map.a * x + map.c * y + map.e, map.b * x + map.d * y + map.f];
}

/** The map that takes every point back; throws where the map flattens the plane. */
export function invertAffine(map: Affine): Affine {
  const determinant = map.a * map.d - map.b * map.c;
  if (determinant === 0) throw new Error("a map that flattens the plane cannot be inverted");
  const a = map.d / determinant;
  const b = -map.b / determinant;
  const c = -map.c / determinant;
  const d = map.a / determinant;
  return { a, b, c, d, e: -(a * map.e + c * map.f), f: -(b * map.e + d * map.f) };
}
