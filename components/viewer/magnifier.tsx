import { useEffect, useRef } from "react";
import type { CellPicture } from "./cell-geometry";
import { frameColours } from "./cornerstone/frame-colours";
import { magnified } from "./magnified";
import { useViewerState } from "./stage-context";
import styles from "./viewer.module.css";
import { defaultWindow } from "./window";

/** CSS pixels of the glass, and how many times larger it shows. */
const side = 200;
const factor = 3;

/** A glass that shows the pixels under the pointer larger, under the window of now. */
export function Magnifier({
  geometry,
  at,
}: {
  readonly geometry: CellPicture;
  readonly at: readonly [number, number];
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { stack, frame, metadata, map, size } = geometry;
  const chosen = useViewerState((state) => state.windows[stack.id]);
  const inverted = useViewerState((state) => state.inverted[stack.id] ?? false);
  useEffect(() => {
    const dark = inverted !== (metadata.photometricInterpretation === "MONOCHROME1");
    const colourOf = frameColours(frame, metadata, chosen ?? defaultWindow(metadata), dark);
    const context = canvas.current?.getContext("2d");
    if (!colourOf || !context) return;
    context.putImageData(
      new ImageData(magnified(map, metadata, at, side, factor, colourOf), side, side),
      0,
      0,
    );
  });
  const held = (middle: number, room: number) => Math.max(0, Math.min(middle - side / 2, room - side));
  return (
    <div
      className={styles.glass}
      style={{ left: held(at[0], size.width), top: held(at[1], size.height), width: side, height: side }}
      data-magnifier
    >
      <canvas ref={canvas} width={side} height={side} />
      <span className={styles.halo}>{factor}× pixels as stored</span>
    </div>
  );
}
