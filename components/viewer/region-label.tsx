import { type PointerEvent, useRef, useState } from "react";
import { type Affine, applyAffine, invertAffine } from "@/lib/core/geometry/affine";
import type { RegionValue } from "@/lib/reading/schema";
import type { LabelPlace } from "./label-place";
import { isDragKind } from "./mouse";
import { regionColour } from "./region-colour";
import { useViewer, useViewerState } from "./stage-context";
import styles from "./viewer.module.css";

/**
 * The words beside a region; dragged elsewhere, they keep a line to it. With a tool in hand that draws or shows
 * something, a press on them is the tool's.
 */
export function RegionLabel({
  id,
  value,
  name,
  lines,
  place,
  map,
}: {
  readonly id: string;
  readonly value: RegionValue;
  readonly name: string;
  readonly lines: readonly string[];
  readonly place: LabelPlace;
  /** Image points to CSS pixels of the cell. */
  readonly map: Affine;
}) {
  const { store, readOnly, onRegionPut, drawing } = useViewer();
  const selected = useViewerState((state) => state.selectedRegionId === id);
  const free = useViewerState((state) => isDragKind(state.tool)) && !drawing;
  const from = useRef<readonly [number, number] | null>(null);
  const [offset, setOffset] = useState<readonly [number, number]>([0, 0]);
  const left = place.x + offset[0];
  const top = place.y + offset[1];

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
      {place.leader && offset[0] === 0 && offset[1] === 0 && (
        <svg className={styles.marks} aria-hidden>
          <line
            x1={place.leader.from[0]}
            y1={place.leader.from[1]}
            x2={place.leader.to[0]}
            y2={place.leader.to[1]}
            stroke="oklch(0.77 0.008 260)"
            strokeDasharray="2 3"
          />
        </svg>
      )}
      <div
        className={`${styles.label} ${styles.halo}`}
        style={{ left, top, pointerEvents: free ? "auto" : "none" }}
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
        <b style={{ color: regionColour[value.colour] }}>{name}</b>
        {[value.label === "" ? "" : ` ${value.label}`, ...lines].join("\n")}
      </div>
    </>
  );
}
