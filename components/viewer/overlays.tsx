import { planeEdgeLetters, statedEdgeLetters } from "@/lib/core/geometry/orientation-letters";
import { calibrationAt } from "./calibration";
import { type CellPicture, screenScale } from "./cell-geometry";
import { patientPlane } from "./cornerstone/frame-plane";
import { pixelSizeText, sliceText, techniqueText, thicknessText, windowText } from "./overlay-text";
import { useViewer, useViewerState } from "./stage-context";
import styles from "./viewer.module.css";
import { defaultWindow } from "./window";

const text = (place: string | undefined) => `${styles.overlay} ${styles.halo} ${place}`;

/** Words in the corners, letters at the edges, the scale bar. */
export function Overlays({
  geometry,
  note,
}: {
  readonly geometry: CellPicture;
  readonly note: string | null;
}) {
  const { stack, frame, metadata, view } = geometry;
  const { figureOf } = useViewer();
  const chosen = useViewerState((state) => state.windows[stack.id]);
  const inverted = useViewerState((state) => state.inverted[stack.id] ?? false);
  const figure = figureOf[`${frame.instanceId}:${frame.frame}`];
  const words = (...lines: readonly (string | undefined | false | null)[]) =>
    lines.filter((line) => line).join("\n");
  const window = chosen ?? defaultWindow(metadata);
  return (
    <>
      <div className={text(styles.topLeft)}>
        {words(
          stack.label,
          figure && `Fig ${figure}`,
          note,
          inverted && "Inverted",
          metadata.lossy && "Lossy",
        )}
      </div>
      <div className={text(styles.topRight)}>{words(sliceText(stack, frame), thicknessText(metadata))}</div>
      <div className={text(styles.bottomLeft)} data-window={`${window.width} ${window.center}`}>
        {words(techniqueText(metadata), windowText(window, metadata, chosen !== undefined))}
      </div>
      <div className={text(styles.bottomRight)}>
        {words(pixelSizeText(metadata), `${view.zoom.toFixed(1)}×`)}
      </div>
      <Letters geometry={geometry} />
      <ScaleBar geometry={geometry} />
    </>
  );
}

function Letters({ geometry: { frame, metadata, map } }: { readonly geometry: CellPicture }) {
  const plane = patientPlane(metadata, frame.frame);
  const stated = metadata.patientOrientation;
  const letters = plane
    ? planeEdgeLetters(plane, map)
    : stated
      ? statedEdgeLetters(stated[0], stated[1], map)
      : null;
  if (!letters) return null;
  return (
    <>
      <div className={`${text(styles.north)} ${styles.letter}`} data-letter="top">
        {letters.top}
      </div>
      <div className={`${text(styles.south)} ${styles.letter}`} data-letter="bottom">
        {letters.bottom}
      </div>
      <div className={`${text(styles.west)} ${styles.letter}`} data-letter="left">
        {letters.left}
      </div>
      <div className={`${text(styles.east)} ${styles.letter}`} data-letter="right">
        {letters.right}
      </div>
    </>
  );
}

/** Five centimetres, or one where five do not fit. */
function ScaleBar({ geometry }: { readonly geometry: CellPicture }) {
  const { metadata, size } = geometry;
  const calibration = calibrationAt(metadata, [[metadata.columns / 2, metadata.rows / 2]]);
  if (calibration.unit === "px" || !metadata.pixelSpacing) return null;
  const perMillimetre = (screenScale(geometry) * metadata.pixelSpacing[0]) / calibration.spacing[0];
  const centimetres = [5, 1].find((length) => length * 10 * perMillimetre <= size.height - 160);
  if (centimetres === undefined) return null;
  return (
    <div className={styles.scale} style={{ height: centimetres * 10 * perMillimetre }}>
      <span className={styles.halo}>{centimetres} cm</span>
    </div>
  );
}
