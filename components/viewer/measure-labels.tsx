import { type PointerEvent, useRef, useState } from "react";
import { applyAffine, invertAffine } from "@/lib/core/geometry/affine";
import type { RegionValue } from "@/lib/reading/schema";
import type { CellPicture } from "./cell-geometry";
import { frameValues } from "./cornerstone/frame-values";
import { labelPlace } from "./label-place";
import { measurementLines } from "./measurements";
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
  const { live, regions } = useLabelled();
  const { frame } = geometry;
  return [...live]
    .filter(([, value]) => value.instanceId === frame.instanceId && value.frame === frame.frame)
    .map(([id, value]) => (
      <RegionLabel
        key={id}
        id={id}
        value={value}
        number={regions.get(id) ?? null}
        geometry={geometry}
        ready={ready}
      />
    ));
}

/** Regions with their numbers: the order in which they were drawn, as their ids sort by time. */
function useLabelled() {
  const { live } = useViewer();
  const regions = new Map([...live.keys()].sort().map((id, index) => [id, index + 1]));
  return { live, regions };
}

interface LabelProps {
  readonly id: string;
  readonly value: RegionValue;
  readonly number: number | null;
  readonly geometry: CellPicture;
  readonly ready: boolean;
}

function RegionLabel({ id, value, number, geometry, ready }: LabelProps) {
  const { store, readOnly, onRegionPut } = useViewer();
  const selected = useViewerState((state) => state.selectedRegionId === id);
  const from = useRef<readonly [number, number] | null>(null);
  const [offset, setOffset] = useState<readonly [number, number]>([0, 0]);
  const { map, metadata, size } = geometry;
  const lines = measurementLines(value, metadata, ready ? frameValues(value) : null);
  const place = labelPlace(value, map, size, lines.length + 1);
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
        <b>{number === null ? "ROI" : `ROI ${number}`}</b>
        {[value.label === "" ? "" : ` ${value.label}`, ...lines].join("\n")}
      </div>
    </>
  );
}
