// Why pixels may differ from the reference. Every entry is explained in docs/known-pixel-differences.md.

/** The reason a difference of this size has, or null where none is known. */
export function knownDifference(metadata, reference, { most, mean }) {
  if (reference.photometric.startsWith("YBR_FULL") && most <= 2 && mean < 1)
    return "dcmtk cuts where it turns YCbCr into RGB, we round";
  if (metadata.lossy && metadata.samplesPerPixel === 1 && most <= 4 && mean < 0.01)
    return "the decoder overshoots the largest value that the bits can hold, we stop at it";
  return null;
}
