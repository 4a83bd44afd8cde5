const MEGABYTE = 1024 * 1024;

/** Largest file that is taken at all. */
export const LARGEST_FILE = 2048 * MEGABYTE;
/** Largest part of a file before its pixel data. */
export const LARGEST_HEADER = 128 * MEGABYTE;
/** Largest data set that a deflated file may unfold to, and the most times its size. */
export const LARGEST_INFLATED = 512 * MEGABYTE;
export const INFLATE_RATIO = 100;
export const INFLATE_ALWAYS = 32 * MEGABYTE;
/** Largest decoded frame: a mammogram has 30 MB. */
export const LARGEST_FRAME = 384 * MEGABYTE;
export const MOST_FRAMES = 50_000;
export const MOST_FRAGMENTS = 200_000;
export const DEEPEST_SEQUENCE = 64;
export const MOST_PICTURE_PIXELS = 100_000_000;
/** Resident memory at which the child is stopped. */
export const CHILD_MEMORY = 2560 * MEGABYTE;
/** Memory that decoders grew to is never given back: above this the child is replaced between two files. */
export const RECYCLED_CHILD_MEMORY = 1024 * MEGABYTE;
export const TIME_LIMIT_MS = 20_000;
/** Where the processor's time is known the limit is of that, and so many times as long by the clock. */
export const WAITING_SHARE = 10;
/** More time for larger files: milliseconds per megabyte. */
export const TIME_PER_MEGABYTE_MS = 300;
