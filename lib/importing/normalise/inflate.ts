import { inflateRawSync } from "node:zlib";
import { INFLATE_ALWAYS, INFLATE_RATIO, LARGEST_INFLATED } from "./limits";
import { RefusedFile } from "./refused";

/** Unfolds a deflated data set (PS3.5 A.5) up to a cap: a bomb is refused before it fills the memory. */
export function inflateDataSet(deflated: Buffer): Buffer {
  const cap = Math.min(LARGEST_INFLATED, Math.max(INFLATE_ALWAYS, deflated.length * INFLATE_RATIO));
  try {
    return inflateRawSync(deflated, { maxOutputLength: cap });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    throw new RefusedFile(
      code === "ERR_BUFFER_TOO_LARGE"
        ? `The deflated data set unfolds to more than ${Math.round(cap / 1024 / 1024)} MB.`
        : "The deflated data set is damaged or cut off.",
    );
  }
}
