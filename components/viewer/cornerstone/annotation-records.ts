import { annotation as annotations, type Types } from "@cornerstonejs/tools";
import type { InstanceMetadata } from "@/lib/cases/types";
import type { Affine } from "@/lib/core/geometry/affine";
import { type RegionKind, type RegionValue, regionKinds } from "@/lib/reading/schema";
import { regionColour } from "../region-colour";
import type { Renderer } from "../store-state";
import { annotationReference, regionPoints, shapeOfRegion } from "./annotation-shape";
import { frameOf } from "./image-id";
import { regionTools, usualColour } from "./tools";

/** The curve of a spline; Cornerstone makes its working object when it draws. */
const splineData = { type: "CATMULLROM", resolution: 20, instance: null } as const;

/** A Cornerstone annotation of a region, under the region's own id. */
export function annotationOfRegion(
  id: string,
  value: RegionValue,
  metadata: InstanceMetadata,
  renderer: Renderer,
  map: Affine,
): Types.Annotation {
  const shape = shapeOfRegion(value, metadata, renderer, map);
  return {
    annotationUID: id,
    highlighted: false,
    invalidated: true,
    isLocked: false,
    isVisible: true,
    metadata: {
      toolName: regionTools[value.kind],
      ...annotationReference(value.instanceId, value.frame, metadata),
    },
    data: {
      label: "",
      handles: { points: shape.handles, activeHandleIndex: null, arrowFirst: true },
      contour: { polyline: shape.polyline, closed: true },
      ...(value.kind === "spline" ? { spline: splineData } : {}),
      cachedStats: {},
    },
  };
}

/** Gives a drawn region its colour and, where it is locked, keeps the tools from moving it. */
export function dressAnnotation(id: string, { colour, locked }: RegionValue): void {
  const color = colour === "cyan" ? usualColour : regionColour[colour];
  annotations.config.style.setAnnotationStyles(id, {
    color,
    colorHighlighted: color,
    colorSelected: color,
    colorLocked: color,
  });
  annotations.locking.setAnnotationLocked(id, locked);
}

/** The kind of region an annotation draws; null for tools that are not ours. */
export function kindOfAnnotation(record: Types.Annotation): RegionKind | null {
  return regionKinds.find((kind) => regionTools[kind] === record.metadata?.toolName) ?? null;
}

/** The region an annotation draws now; `before` gives what the drawing does not say. Null while it is too little. */
export function regionOfAnnotation(
  record: Types.Annotation,
  before: RegionValue | undefined,
  metadataOf: (instanceId: string) => InstanceMetadata | null,
  renderer: Renderer,
): RegionValue | null {
  const kind = kindOfAnnotation(record);
  const frame = frameOf(record.metadata?.referencedImageId ?? "");
  const metadata = frame ? metadataOf(frame.instanceId) : null;
  if (!kind || !frame || !metadata) return null;
  const shape = {
    handles: record.data.handles?.points ?? [],
    polyline: record.data.contour?.polyline ?? [],
  };
  const points = regionPoints(kind, shape, frame.frame, metadata, renderer);
  if (!points) return null;
  const fresh = { ...frame, kind, label: "", labelAt: null, derivedFrom: null };
  const seen = { hidden: false, colour: "cyan", locked: false } as const;
  return { ...(before ?? { ...fresh, ...seen }), points, renderer };
}

/** The annotation of an id, if it is drawn. */
export function annotationById(id: string): Types.Annotation | null {
  return annotations.state.getAnnotation(id) ?? null;
}
