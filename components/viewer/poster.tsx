import { useState } from "react";
import type { StackFrame } from "@/lib/cases/types";
import type { CellPicture } from "./cell-geometry";
import { posterFrame, posterUrl } from "./first-look";
import { useViewer, useViewerState } from "./stage-context";
import type { CellIndex } from "./store-state";
import styles from "./viewer.module.css";

/**
 * The stored small picture of a frame, exactly where its pixels will be, until they are here. Asked for only for the
 * first picture of a cell and for the images of the case; none under a window of the reader's own.
 */
export function Poster({
  geometry,
  frame,
  first,
  cell,
}: {
  readonly geometry: CellPicture;
  readonly frame: StackFrame;
  readonly first: boolean;
  readonly cell: CellIndex;
}) {
  const { figureOf, instances, store } = useViewer();
  const [missing, setMissing] = useState(false);
  const changed = useViewerState(
    (state) => state.windows[geometry.stack.id] !== undefined || (state.inverted[geometry.stack.id] ?? false),
  );
  const metadata = instances[frame.instanceId];
  const expected = first || figureOf[`${frame.instanceId}:${frame.frame}`] !== undefined;
  if (!metadata || missing || changed || !expected || posterFrame(metadata) !== frame.frame) return null;
  const { a, b, c, d, e, f } = geometry.map;
  return (
    <img
      key={`${frame.instanceId}:${frame.frame}`}
      className={styles.poster}
      src={posterUrl(frame)}
      alt=""
      decoding="sync"
      draggable={false}
      width={metadata.columns}
      height={metadata.rows}
      style={{ transform: `matrix(${a}, ${b}, ${c}, ${d}, ${e}, ${f})` }}
      onLoad={() => {
        const { readiness, setReadiness } = store.getState();
        if (readiness[cell].kind === "loading") setReadiness(cell, { kind: "preview" });
      }}
      onError={() => setMissing(true)}
    />
  );
}
