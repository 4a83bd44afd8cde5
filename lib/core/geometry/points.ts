declare const space: unique symbol;

/**
 * A point of an image: column, then row, in pixels. The origin is the top left corner of the top left pixel, so the
 * centre of that pixel is (0.5, 0.5) (PS3.3 C.18.6.1.2).
 */
export type ImagePoint = readonly [number, number] & { readonly [space]?: "image" };

/** A point of the patient coordinate system: millimetres, LPS (PS3.3 C.7.6.2.1.1). */
export type WorldPoint = readonly [number, number, number] & { readonly [space]?: "world" };

/** A direction in the patient coordinate system; of length one where a function says so. */
export type Direction = readonly [number, number, number];
