import { useMemo, useRef } from "react";
import { focusKind, keyCaps, workingKey } from "@/components/ui/keys";
import { cellPicture } from "./cell-geometry";
import { handleViewportKey } from "./keys";
import { Magnifier } from "./magnifier";
import { MeasureLabels } from "./measure-labels";
import { isDragKind } from "./mouse";
import { windowText } from "./overlay-text";
import { Overlays } from "./overlays";
import { PanelMask } from "./panel-mask";
import { Poster } from "./poster";
import { RegionMarks } from "./region-marks";
import { SliceTrack } from "./slice-track";
import { Spoken } from "./spoken";
import { useViewer, useViewerState } from "./stage-context";
import { frameAt } from "./store-rules";
import type { CellIndex } from "./store-state";
import { TimeControl } from "./time-control";
import { useCell } from "./use-cell";
import { useTouch } from "./use-touch";
import { useWheel } from "./use-wheel";
import styles from "./viewer.module.css";
import { defaultWindow } from "./window";
import { WindowBox } from "./window-box";

/** A viewport takes keys of its own, so it is an application to assistive technology and can be reached by Tab. */
const focusable = { tabIndex: 0 } as const;

/** One viewport: picture, marks, labels, overlays, slice track. */
export function Cell({ cell }: { readonly cell: CellIndex }) {
  const { store, stage, instances, keyboard } = useViewer();
  const retryKey = workingKey(
    keyboard.bindings.find(({ id }) => id === "retry")?.keys ?? [],
    keyboard.singleKeys,
  );
  const picture = useRef<HTMLDivElement>(null);
  const section = useRef<HTMLDivElement>(null);
  const stack = useViewerState((state) => state.stacks.find(({ id }) => id === state.cells[cell])) ?? null;
  const view = useViewerState((state) => state.views[cell]);
  const active = useViewerState((state) => state.activeCell === cell);
  const overlays = useViewerState((state) => state.overlaysVisible);
  const readiness = useViewerState((state) => state.readiness[cell]);
  const { shown, size } = useCell(cell, stack, picture);
  const waiting = readiness.kind === "loading" || readiness.kind === "preview";
  // The place is of no interest while its slice is seen: then only the picture that has come is rendered.
  const place = useViewerState((state) =>
    stack && (waiting || shown === null) ? state.places[stack.id] : undefined,
  );
  useWheel(picture, cell);
  useTouch(picture, cell);

  const wanted = stack && place ? frameAt(stack, place) : null;
  const seen = shown ?? wanted;
  const metadata = seen ? instances[seen.instanceId] : undefined;
  const geometry = useMemo(
    () => (stack && seen && metadata && size ? cellPicture(stack, seen, metadata, size, view) : null),
    [stack, seen, metadata, size, view],
  );
  const gesture = useViewerState((state) => (state.gesture?.cell === cell ? state.gesture : null));
  const playing = useViewerState((state) => stack !== null && state.playing === stack.id);
  const ready = readiness.kind === "ready";
  const chosen = useViewerState((state) => (stack ? state.windows[stack.id] : undefined));
  const window = metadata ? (chosen ?? defaultWindow(metadata)) : null;
  const spoken = metadata && window ? windowText(window, metadata, chosen !== undefined) : "";
  const slice = (seen?.position ?? 0) + 1;

  return (
    <div
      ref={section}
      className={styles.cell}
      role="application"
      aria-label={stack ? `${stack.label}, viewport ${cell + 1}` : `Viewport ${cell + 1}, empty`}
      {...focusable}
      data-viewport={cell}
      data-active={active}
      data-overlays={overlays ? "on" : "off"}
      data-stack={stack?.id}
      data-slice={seen ? slice : undefined}
      data-time={seen ? seen.time + 1 : undefined}
      data-frame={seen ? `${seen.instanceId}:${seen.frame}` : undefined}
      data-ready={ready}
      data-state={readiness.kind}
      data-renderer={stage.renderer}
      data-window={window ? `${window.width} ${window.center}` : undefined}
      onFocus={() => store.getState().setActiveCell(cell)}
      onPointerDownCapture={() => {
        store.getState().setActiveCell(cell);
        section.current?.focus({ preventScroll: true });
        if (geometry && shown) stage.sync.orderHandles(shown, geometry.map);
      }}
      onDoubleClick={() => {
        if (isDragKind(store.getState().tool)) store.getState().toggleMaximised(cell);
      }}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        const focus = focusKind(document.activeElement);
        if (handleViewportKey(event.nativeEvent, focus, keyboard, store, cell)) event.preventDefault();
      }}
    >
      <div ref={picture} className={styles.picture} data-cell={cell} />
      {!stack && (
        <div className={styles.cover}>
          <strong>No series</strong>Choose one from the list
        </div>
      )}
      {readiness.kind === "failed" && (
        <div className={styles.cover} role="alert">
          <strong>Slice {readiness.slice} failed.</strong>
          {retryKey ? `${keyCaps(retryKey).join("+")} to retry.` : null}
          <button type="button" className={styles.retry} onClick={() => store.getState().retry(cell)}>
            Retry
          </button>
        </div>
      )}
      {readiness.kind === "loading" && !shown && stack && (
        <div className={styles.cover}>
          Loading {slice} of {stack.positions}
        </div>
      )}
      {geometry && wanted && waiting && (
        <Poster geometry={geometry} frame={wanted} first={shown === null} cell={cell} />
      )}
      {geometry && <PanelMask geometry={geometry} />}
      {overlays && geometry && readiness.kind !== "failed" && (
        <>
          <RegionMarks geometry={geometry} cell={cell} />
          <MeasureLabels geometry={geometry} ready={ready} />
          <Overlays
            geometry={geometry}
            note={readiness.kind === "preview" ? "Preview" : waiting && shown ? "Loading" : null}
          />
        </>
      )}
      {overlays && stack && <SliceTrack stack={stack} cell={cell} />}
      {geometry && gesture?.kind === "window-region" && <WindowBox gesture={gesture} />}
      {geometry && gesture?.kind === "magnify" && ready && <Magnifier geometry={geometry} at={gesture.to} />}
      {stack && (playing || (overlays && (stack.times > 1 || stack.kind === "clip"))) && (
        <TimeControl stack={stack} cell={cell} />
      )}
      <Spoken
        words={
          active && stack && ready ? `${stack.label}, slice ${slice} of ${stack.positions}, ${spoken}` : ""
        }
      />
    </div>
  );
}
