import type { InstanceMetadata } from "@/lib/cases/types";

/** JPEG processes whose 12-bit form the library decodes in JavaScript (PS3.5 A.4.1). */
const extendedJpeg = ["1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.53", "1.2.840.10008.1.2.4.55"];

/**
 * What that decoder adds to every sample: it takes the level shift of 8 bits times 4095/255 (2063) for that of 12 bits
 * (2048). Measured against gdcm on real frames; the library's version is pinned.
 */
const excess = 15;

/** Whether the decoder will add its excess to the samples of this instance. */
export function decodesTooBright(metadata: InstanceMetadata, transferSyntax: string): boolean {
  return metadata.bitsAllocated === 16 && extendedJpeg.includes(transferSyntax);
}

/** Takes the excess from stored values, in place; what was at the end of the scale stays there. */
export function takeExcess(values: { [index: number]: number; readonly length: number }): void {
  for (let index = 0; index < values.length; index++)
    values[index] = Math.max(0, (values[index] ?? 0) - excess);
}
