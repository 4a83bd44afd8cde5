import type { InstanceMetadata, StackView } from "@/lib/cases/types";
import { type ImagePlane, imagePlane } from "@/lib/core/geometry/image-plane";
import type { ImageShape } from "@/lib/core/geometry/view-transform";

/** The plane of a frame in the patient; null where the object has none. `frame` counts from 1. */
export function patientPlane(metadata: InstanceMetadata, frame: number): ImagePlane | null {
  const geometry = metadata.geometry?.[frame - 1] ?? metadata.geometry?.[0];
  if (!geometry) return null;
  return imagePlane(geometry.position, geometry.orientation, displaySpacing(metadata));
}

/** The plane given to Cornerstone: the patient's, else a made-up one, so that every object can be drawn on. */
export function displayPlane(metadata: InstanceMetadata, frame: number): ImagePlane {
  return (
    patientPlane(metadata, frame) ??
    imagePlane([0, 0, frame - 1], [1, 0, 0, 0, 1, 0], displaySpacing(metadata))
  );
}

/** What a viewport fits into its cell: the whole frame, or the part of it that a panel is. */
export function displayShape(metadata: InstanceMetadata, { crop }: Pick<StackView, "crop">): ImageShape {
  const { rows, columns } = metadata;
  return { rows, columns, spacing: displaySpacing(metadata), ...(crop ? { part: crop } : {}) };
}

/** Row and column spacing for drawing in true aspect; [1, 1] where the object says nothing. */
export function displaySpacing(metadata: InstanceMetadata): readonly [number, number] {
  const [row, column] = metadata.pixelSpacing ?? [1, 1];
  return row > 0 && column > 0 ? [row, column] : [1, 1];
}
