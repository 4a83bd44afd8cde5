"use client";
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { cx } from "@/components/ui/cx";
import { type Edges, heldBox, movedEdges, type Panel, type PictureSize } from "./panels";

const handles: readonly { readonly edges: readonly (keyof Edges)[]; readonly className: string }[] = [
  { edges: ["left"], className: "top-0 bottom-0 -left-1.5 w-3 cursor-ew-resize" },
  { edges: ["right"], className: "top-0 -right-1.5 bottom-0 w-3 cursor-ew-resize" },
  { edges: ["top"], className: "-top-1.5 right-0 left-0 h-3 cursor-ns-resize" },
  { edges: ["bottom"], className: "right-0 -bottom-1.5 left-0 h-3 cursor-ns-resize" },
  { edges: ["left", "top"], className: "-top-2 -left-2 size-4 cursor-nwse-resize" },
  { edges: ["right", "bottom"], className: "-right-2 -bottom-2 size-4 cursor-nwse-resize" },
  { edges: ["right", "top"], className: "-top-2 -right-2 size-4 cursor-nesw-resize" },
  { edges: ["left", "bottom"], className: "-bottom-2 -left-2 size-4 cursor-nesw-resize" },
];

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** One panel on the figure: its edges are dragged; with the focus, arrows move it and Alt with arrows its far edges. */
export function PanelFrame({
  panel,
  size,
  scale,
  selected,
  onSelect,
  onBox,
}: {
  readonly panel: Panel;
  readonly size: PictureSize;
  /** CSS pixels per pixel of the figure. */
  readonly scale: number;
  readonly selected: boolean;
  readonly onSelect: (more: boolean) => void;
  readonly onBox: (box: Panel["box"]) => void;
}) {
  const drag = useRef<{ readonly at: readonly [number, number]; readonly box: Panel["box"] } | null>(null);
  const [left, top, width, height] = panel.box;
  const begin = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { at: [event.clientX, event.clientY], box: panel.box };
    onSelect(event.shiftKey);
  };
  const moved = (event: PointerEvent<HTMLElement>, change: (x: number, y: number) => Panel["box"]) => {
    const from = drag.current;
    if (from) onBox(change((event.clientX - from.at[0]) / scale, (event.clientY - from.at[1]) / scale));
  };
  const end = () => {
    drag.current = null;
  };
  function press(event: KeyboardEvent<HTMLElement>) {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const far = event.shiftKey ? 10 : 1;
    const [x, y] = [step[0] * far, step[1] * far];
    onBox(
      event.altKey
        ? movedEdges(panel.box, { right: x, bottom: y }, size)
        : heldBox([left + x, top + y, width, height], size),
    );
  }
  return (
    <div
      className="absolute"
      style={{ left: left * scale, top: top * scale, width: width * scale, height: height * scale }}
    >
      <button
        type="button"
        data-panel-frame={panel.figure}
        aria-pressed={selected}
        aria-label={`Panel ${panel.figure}, ${width} by ${height} pixels at ${left}, ${top}`}
        onFocus={() => {
          if (!selected) onSelect(false);
        }}
        onKeyDown={press}
        onPointerDown={begin}
        onPointerMove={(event) =>
          moved(event, (x, y) => {
            const [l, t, w, h] = drag.current?.box ?? panel.box;
            return heldBox([l + x, t + y, w, h], size);
          })
        }
        onPointerUp={end}
        onPointerCancel={end}
        className={cx(
          "absolute inset-0 cursor-move touch-none border-2",
          selected ? "border-ac bg-[color-mix(in_oklab,var(--ac)_12%,transparent)]" : "border-roi",
        )}
      >
        <span className="absolute top-0 left-0 bg-black px-1.5 text-12 leading-5 font-semi text-[oklch(.95_0_0)]">
          {panel.figure}
        </span>
      </button>
      {selected
        ? handles.map(({ edges, className }) => (
            <span
              key={edges.join(" ")}
              aria-hidden="true"
              data-edge={edges.join(" ")}
              className={cx("absolute touch-none", className)}
              onPointerDown={begin}
              onPointerMove={(event) =>
                moved(event, (x, y) => {
                  const by = { left: x, right: x, top: y, bottom: y };
                  const change = Object.fromEntries(edges.map((edge) => [edge, by[edge]]));
                  return movedEdges(drag.current?.box ?? panel.box, change, size);
                })
              }
              onPointerUp={end}
              onPointerCancel={end}
            />
          ))
        : null}
    </div>
  );
}
