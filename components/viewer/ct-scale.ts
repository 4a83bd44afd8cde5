import type { InstanceMetadata } from "@/lib/cases/types";

/** CT, Enhanced CT, Legacy Converted Enhanced CT Image Storage. */
const ctObjects: ReadonlySet<string> = new Set([
  "1.2.840.10008.5.1.4.1.1.2",
  "1.2.840.10008.5.1.4.1.1.2.1",
  "1.2.840.10008.5.1.4.1.1.2.2",
]);

type Scaled = Pick<InstanceMetadata, "modality" | "rescale" | "samplesPerPixel" | "sopClassUid">;

/**
 * Whether values of CT may be looked at through the windows of CT: rescaled ones of a scanner's own object, or of a
 * capture that names Hounsfield units. A colour summary or a capture in grey levels of a screen has no such scale.
 */
export function isOnCtScale({ modality, rescale, samplesPerPixel, sopClassUid }: Scaled): boolean {
  if (modality !== "CT" || samplesPerPixel !== 1 || !rescale) return false;
  return ctObjects.has(sopClassUid) || rescale.type === "HU";
}

/** Whether they are Hounsfield units, which a CT object need not name (PS3.3 C.8.2.1.1.2); others must. */
export function isHounsfield(metadata: Scaled): boolean {
  const type = metadata.rescale?.type ?? null;
  return isOnCtScale(metadata) && (type === null || type === "HU");
}
