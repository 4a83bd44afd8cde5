import { type PointerEvent, useMemo, useRef, useState } from "react";
import { applyAffine, invertAffine } from "@/lib/core/geometry/affine";
import type { RegionValue } from "@/lib/reading/schema";
import type { CellPicture } from "./cell-geometry";
import { frameValues } from "./cornerstone/frame-values";
import { labelPlace, regionBox, type ScreenBox } from "./label-place";
import { measurementLines } from "./measurements";
import { drawnAlike } from "./region-change";
import { useViewer, useViewerState } from "./stage-context";
import styles from "./viewer.module.css";

/** The label of each region of the frame: its name and its measurements, beside it or where the reader put it. */
export function MeasureLabels({
  geometry,
  ready,
}: {
  readonly geometry: CellPicture;
  readonly ready: boolean;
}) {
  const { live, regions } = useViewer();
  const { frame, map } = geometry;
  const here = [...live].filter(
    ([, value]) => value.instanceId === frame.instanceId && value.frame === frame.frame,
  );
  const boxes = here.map(([, value]) => regionBox(value, map));
  return here.map(([id, value], index) => (
    <RegionLabel
      key={id}
      id={id}
      value={value}
      number={regions.findIndex((region) => region.id === id) + 1}
      geometry={geometry}
      ready={ready}
      others={boxes.filter((_, other) => other !== index)}
    />
  ));
}

/** Values of larger regions are read when the hand lets go, so that drawing stays smooth. */
const pixelsWhileDrawing = 300_000;

function pixelsAround(points: RegionValue["points"]): number {
  const extent = (axis: 0 | 1) => {
    const along = points.map((point) => point[axis]);
    return Math.max(...along) - Math.min(...along);
  };
  return extent(0) * extent(1);
}

interface LabelProps {
  readonly id: string;
  readonly value: RegionValue;
  /** Its place in the reading's list, from 1; 0 while it is being drawn. */
  readonly number: number;
  readonly geometry: CellPicture;
  readonly ready: boolean;
  readonly others: readonly ScreenBox[];
}

function RegionLabel({ id, value, number, geometry, ready, others }: LabelProps) {
  const { store, readOnly, onRegionPut, regions } = useViewer();
  const selected = useViewerState((state) => state.selectedRegionId === id);
  const from = useRef<readonly [number, number] | null>(null);
  const [offset, setOffset] = useState<readonly [number, number]>([0, 0]);
  const { map, metadata, size } = geometry;
  const settled = regions.some((region) => region.id === id && drawnAlike(region.value, value));
  const lines = useMemo(() => {
    const measurable = ready && (settled || pixelsAround(value.points) < pixelsWhileDrawing);
    return measurementLines(value, metadata, measurable ? frameValues(value) : null);
  }, [value, metadata, ready, settled]);
  const place = labelPlace(value, map, size, lines.length + 1, others);
  const left = place.x + offset[0];
  const top = place.y + offset[1];
  const moved = value.labelAt !== null || offset[0] !== 0 || offset[1] !== 0;

  const drop = (event: PointerEvent): void => {
    const start = from.current;
    from.current = null;
    setOffset([0, 0]);
    if (!start || (event.clientX === start[0] && event.clientY === start[1])) return;
    const at = applyAffine(invertAffine(map), [
      place.x + event.clientX - start[0],
      place.y + event.clientY - start[1],
    ]);
    onRegionPut(id, { ...value, labelAt: at });
  };

  return (
    <>
      {moved && (
        <svg className={styles.marks} aria-hidden>
          <line
            x1={left}
            y1={top + 8}
            x2={place.anchor[0]}
            y2={place.anchor[1]}
            stroke="oklch(0.77 0.008 260)"
            strokeDasharray="2 3"
          />
        </svg>
      )}
      <div
        className={`${styles.label} ${styles.halo}`}
        style={{ left, top }}
        data-region={id}
        data-selected={selected}
        onPointerDown={(event) => {
          store.getState().selectRegion(id, "stay");
          if (readOnly) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = [event.clientX, event.clientY];
        }}
        onPointerMove={(event) => {
          if (from.current) setOffset([event.clientX - from.current[0], event.clientY - from.current[1]]);
        }}
        onPointerUp={drop}
      >
        <b>{number === 0 ? "ROI" : `ROI ${number}`}</b>
        {[value.label === "" ? "" : ` ${value.label}`, ...lines].join("\n")}
      </div>
    </>
  );
}
