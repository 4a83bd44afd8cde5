import type { InstanceMetadata } from "@/lib/cases/types";
import type { Affine } from "@/lib/core/geometry/affine";
import { imageToWorld } from "@/lib/core/geometry/image-to-world";
import type { WorldPoint } from "@/lib/core/geometry/points";
import { cross } from "@/lib/core/geometry/vectors";
import { worldToImage } from "@/lib/core/geometry/world-to-image";
import type { RegionKind, RegionValue } from "@/lib/reading/schema";
import { handlesToRegion, regionToHandles } from "../region-points";
import type { Renderer } from "../store-state";
import { originOf } from "./apply-view";
import { displayPlane, displaySpacing } from "./frame-plane";
import { imageIdOf } from "./image-id";

type Point3 = [number, number, number];

/** The part of a Cornerstone annotation that holds its shape, world millimetres. */
export interface AnnotationShape {
  readonly handles: Point3[];
  /** The outline of a freehand region; empty for the other kinds. */
  readonly polyline: Point3[];
}

/** World points of a region as the tool of its kind wants them, under the convention of the renderer. */
export function shapeOfRegion(
  value: Pick<RegionValue, "kind" | "points" | "frame">,
  metadata: InstanceMetadata,
  renderer: Renderer,
  map: Affine,
): AnnotationShape {
  const plane = displayPlane(metadata, value.frame);
  const world = regionToHandles(value.kind, value.points, map).map((point): Point3 => {
    const [x, y, z] = imageToWorld(plane, point, originOf[renderer]);
    return [x, y, z];
  });
  return value.kind === "freehand" ? { handles: [], polyline: world } : { handles: world, polyline: [] };
}

/**
 * Points of a region (image coordinates, one convention for both renderers) from the world points of an annotation;
 * null while there are too few.
 */
export function regionPoints(
  kind: RegionKind,
  shape: { readonly handles: readonly WorldPoint[]; readonly polyline: readonly WorldPoint[] },
  frame: number,
  metadata: InstanceMetadata,
  renderer: Renderer,
): [number, number][] | null {
  const plane = displayPlane(metadata, frame);
  const world = kind === "freehand" ? shape.polyline : shape.handles;
  const image = world.map((point) => worldToImage(plane, point, originOf[renderer]));
  return handlesToRegion(kind, image, displaySpacing(metadata));
}

/** Where an annotation belongs: its image and the plane it lies in. */
export function annotationReference(instanceId: string, frame: number, metadata: InstanceMetadata) {
  const plane = displayPlane(metadata, frame);
  const normal = cross(plane.row, plane.column);
  return {
    referencedImageId: imageIdOf({ instanceId, frame }),
    FrameOfReferenceUID: metadata.frameOfReferenceUid ?? instanceId,
    viewPlaneNormal: [-normal[0], -normal[1], -normal[2]] satisfies Point3,
    viewUp: [-plane.column[0], -plane.column[1], -plane.column[2]] satisfies Point3,
  };
}
