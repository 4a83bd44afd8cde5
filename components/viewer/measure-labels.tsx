import { useState } from "react";
import type { InstanceMetadata } from "@/lib/cases/types";
import { applyAffine } from "@/lib/core/geometry/affine";
import type { RegionValue } from "@/lib/reading/schema";
import type { CellPicture } from "./cell-geometry";
import { frameValues } from "./cornerstone/frame-values";
import { isSeen, labelSize, placeLabels, regionBox } from "./label-place";
import { measurementLines } from "./measurements";
import { drawnAlike } from "./region-change";
import { RegionLabel } from "./region-label";
import { useViewer } from "./stage-context";

/** Values of larger regions are read when the hand lets go, so that drawing stays smooth. */
const pixelsWhileDrawing = 300_000;

/** The label of each region of the frame: its name and its measurements, beside it or where the reader put it. */
export function MeasureLabels({
  geometry,
  ready,
}: {
  readonly geometry: CellPicture;
  readonly ready: boolean;
}) {
  const { live, regions } = useViewer();
  const [linesOf] = useState(createLines);
  const { frame, map, metadata, size } = geometry;
  const here = [...live].filter(
    ([, value]) =>
      value.instanceId === frame.instanceId &&
      value.frame === frame.frame &&
      isSeen(regionBox(value, map), size),
  );
  const labels = here.map(([id, value]) => {
    const settled = regions.some((region) => region.id === id && drawnAlike(region.value, value));
    const measured = ready && (settled || pixelsAround(value.points) < pixelsWhileDrawing);
    const number = regions.findIndex((region) => region.id === id) + 1;
    const name = number === 0 ? "ROI" : `ROI ${number}`;
    return { id, value, name, lines: linesOf(id, value, metadata, measured) };
  });
  const places = placeLabels(
    labels.map(({ value, name, lines }) => ({
      box: regionBox(value, map),
      ...labelSize([`${name} ${value.label}`, ...lines]),
      at: value.labelAt ? applyAffine(map, value.labelAt) : null,
    })),
    size,
  );
  return labels.map((label, index) => {
    const place = places[index];
    return place ? <RegionLabel key={label.id} {...label} place={place} map={map} /> : null;
  });
}

function pixelsAround(points: RegionValue["points"]): number {
  const extent = (axis: 0 | 1) => {
    const along = points.map((point) => point[axis]);
    return Math.max(...along) - Math.min(...along);
  };
  return extent(0) * extent(1);
}

/** Keeps the measurements of each region until it, or what is known of its pixels, changes. */
function createLines() {
  const kept = new Map<string, { of: readonly unknown[]; lines: readonly string[] }>();
  return (
    id: string,
    value: RegionValue,
    metadata: InstanceMetadata,
    measured: boolean,
  ): readonly string[] => {
    const of = [value.kind, value.points, metadata, measured];
    const before = kept.get(id);
    if (before?.of.every((part, index) => part === of[index])) return before.lines;
    const lines = measurementLines(value, metadata, measured ? frameValues(value) : null);
    kept.set(id, { of, lines });
    return lines;
  };
}
