import { useMemo } from "react";
import { wholeCalibration } from "./calibration";
import { type CellPicture, isEnlarged, millimetresDown, pictureLetters } from "./cell-geometry";
import { linkedByActive } from "./linked-places";
import {
  linkText,
  pixelSizeText,
  sideText,
  sliceText,
  studyText,
  techniqueText,
  thicknessText,
  turnText,
  windowNote,
  windowText,
} from "./overlay-text";
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
  const stacks = useViewerState((state) => state.stacks);
  const study = useMemo(() => studyText(stack, stacks), [stack, stacks]);
  const synced = useViewerState((state) => linkText(linkedByActive(state, stack)));
  const smoothed = useViewerState((state) => state.smoothed);
  const inverted = useViewerState((state) => state.inverted[stack.id] ?? false);
  const figure = figureOf[`${frame.instanceId}:${frame.frame}`];
  const words = (...lines: readonly (string | undefined | false | null)[]) =>
    lines.filter((line) => line).join("\n");
  const window = chosen ?? defaultWindow(metadata);
  return (
    <>
      <div className={text(styles.topLeft)} data-corner>
        {words(
          stack.label,
          study,
          synced,
          figure && !stack.crop && stack.label !== `Figure ${figure}` && `Fig ${figure}`,
          sideText(metadata),
          metadata.imageType?.includes("MOSAIC") && "Mosaic",
          note,
          inverted && "Inverted",
          turnText(view),
          smoothed && isEnlarged(geometry, globalThis.devicePixelRatio) && "Smoothed",
          metadata.lossy && "Lossy",
          stack.notice,
        )}
      </div>
      <div className={text(styles.topRight)} data-corner>
        {words(sliceText(stack, frame), thicknessText(metadata))}
      </div>
      <div className={text(styles.bottomLeft)} data-corner>
        {words(
          techniqueText(metadata),
          windowNote(metadata, chosen !== undefined),
          windowText(window, metadata, chosen !== undefined),
        )}
      </div>
      <div className={text(styles.bottomRight)} data-corner>
        {words(pixelSizeText(metadata), `${view.zoom.toFixed(1)}×`)}
      </div>
      <Letters geometry={geometry} />
      <ScaleBar geometry={geometry} />
    </>
  );
}

function Letters({ geometry }: { readonly geometry: CellPicture }) {
  const letters = pictureLetters(geometry);
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

/** Lengths of the bar, the longest that fits. */
const lengths = [
  { millimetres: 50, label: "5 cm" },
  { millimetres: 10, label: "1 cm" },
  { millimetres: 1, label: "1 mm" },
] as const;

/** A bar down the side of the picture, with the place its millimetres are true in; none where nothing is calibrated. */
function ScaleBar({ geometry }: { readonly geometry: CellPicture }) {
  const { metadata, size } = geometry;
  const { measured, spacing, note } = wholeCalibration(metadata);
  if (measured === "px") return null;
  const perMillimetre = 1 / millimetresDown(geometry, spacing);
  const bar = lengths.find(({ millimetres }) => millimetres * perMillimetre <= size.height / 2 - 64);
  if (!bar) return null;
  return (
    <div
      className={styles.scale}
      style={{ height: bar.millimetres * perMillimetre }}
      data-scale={bar.millimetres}
    >
      <span className={styles.halo}>{`${bar.label}${note}`}</span>
    </div>
  );
}
