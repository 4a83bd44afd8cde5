"use client";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { ImageView } from "@/lib/cases/types";
import { type PanelBox, proposePanels } from "@/lib/core/pictures/propose-panels";
import { useReview } from "../context";
import { putPanels, refusalWords } from "../requests";
import { greyPicture } from "./grey-picture";
import { PanelFrame } from "./panel-frame";
import { type Panel, panelsBlock } from "./panels";
import { usePanels } from "./use-panels";

const countWords = (panels: number): string => `${panels} ${panels === 1 ? "panel" : "panels"}`;

/** A figure in place of the viewports, with the panels it is cut into. The figure itself is never changed. */
export function PanelCropper({ image }: { readonly image: ImageView }) {
  const review = useReview();
  const { workspace, ui, sync } = review;
  const metadata = workspace.instances[image.instanceId];
  const size = { columns: metadata?.columns ?? 1, rows: metadata?.rows ?? 1 };
  const stored = workspace.images.flatMap(({ id, parentId, crop, figure }): Panel[] =>
    parentId === image.id && crop ? [{ id, figure: figure ?? "", box: crop }] : [],
  );
  const cut = usePanels(stored, image.figure, size);
  const picture = useRef<HTMLImageElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [only] = cut.chosen;
  const close = () => ui.setState({ cutting: null });

  useEffect(() => {
    const target = room.current;
    if (!target) return;
    const observer = new ResizeObserver(() =>
      setScale(Math.min(target.clientWidth / size.columns, target.clientHeight / size.rows)),
    );
    observer.observe(target);
    target.focus();
    return () => observer.disconnect();
  }, [size.columns, size.rows]);

  function propose() {
    if (!picture.current) return;
    const grey = greyPicture(picture.current);
    const [across, down] = [size.columns / grey.width, size.rows / grey.height];
    cut.propose(
      proposePanels(grey).map(
        ([left, top, width, height]): PanelBox => [left * across, top * down, width * across, height * down],
      ),
    );
  }

  async function save() {
    setBusy(true);
    const kept = (await sync.sendNow())
      ? await putPanels(
          image.id,
          cut.panels.map(({ figure, box }) => ({ figure: figure.trim(), crop: [...box] })),
        )
      : null;
    if (kept?.ok) {
      // The case has other images now: it is opened anew, with everything that was saved.
      window.location.reload();
      return;
    }
    setBusy(false);
    setProblem(kept ? refusalWords(kept) : "Some changes are not saved yet. Try again in a moment.");
  }

  function press(event: KeyboardEvent<HTMLElement>) {
    if (event.key === "F6" || event.key === "Tab") return;
    // No key means a decision while a figure is being cut.
    event.stopPropagation();
    const typing = event.target instanceof HTMLInputElement;
    if (event.key === "Escape") {
      event.preventDefault();
      if (typing) room.current?.focus();
      else close();
    }
    if (typing || event.ctrlKey || event.metaKey) return;
    if (event.key === "Delete" || event.key === "Backspace") cut.remove();
    else if (event.key === "s") cut.split("columns");
    else if (event.key === "S") cut.split("rows");
    else if (event.key === "m" && cut.chosen.length > 1) cut.merge();
    else return;
    event.preventDefault();
    // The panel that had the focus may be gone; keys go on meaning the figure.
    room.current?.focus({ preventScroll: true });
  }

  const none = cut.chosen.length === 0 ? "Select a panel first." : null;
  return (
    // Keys of the whole mode, also those of its buttons.
    <section
      aria-label={`Cut figure ${image.figure ?? ""} into panels`}
      data-cropper
      onKeyDown={press}
      className="flex min-h-0 flex-1 flex-col bg-black"
    >
      <div className="flex flex-none flex-wrap items-end gap-2 border-b border-ln1 bg-bg1 p-2 text-12">
        <Button size="sm" onClick={propose}>
          Propose panels
        </Button>
        <Button size="sm" keys="S" disabledReason={none} onClick={() => cut.split("columns")}>
          Split in columns
        </Button>
        <Button size="sm" disabledReason={none} onClick={() => cut.split("rows")}>
          Split in rows
        </Button>
        <Button
          size="sm"
          keys="M"
          disabledReason={cut.chosen.length < 2 ? "Select two panels, the second with Shift." : null}
          onClick={cut.merge}
        >
          Merge
        </Button>
        <Button size="sm" disabledReason={none} onClick={cut.remove}>
          Remove
        </Button>
        <Button size="sm" onClick={cut.letter}>
          Letter in order
        </Button>
        {only && cut.chosen.length === 1 ? (
          <Field
            label="Panel label"
            hideLabel
            size="sm"
            className="w-20"
            value={only.figure}
            maxLength={40}
            onChange={(event) => cut.setLabel(only.id, event.target.value)}
          />
        ) : null}
        <span className="flex-1" />
        <Button size="sm" onClick={close}>
          Cancel
        </Button>
        <Button
          size="sm"
          variant="primary"
          busy={busy}
          disabledReason={cut.panels.length === 0 && stored.length > 0 ? null : panelsBlock(cut.panels)}
          onClick={() => void save()}
        >
          Save {countWords(cut.panels.length)}
        </Button>
      </div>
      {problem ? (
        <p role="alert" className="flex-none bg-bg1 px-3 py-1.5 text-12 text-er">
          {problem}
        </p>
      ) : null}
      <div
        ref={room}
        tabIndex={-1}
        className="relative min-h-0 flex-1 overflow-hidden outline-none"
        onPointerDown={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const side = Math.min(size.columns, size.rows) / 3;
          if (event.detail === 2 || event.button !== 0 || scale === 0) return;
          if (event.altKey)
            cut.add([
              (event.clientX - box.left) / scale - side / 2,
              (event.clientY - box.top) / scale - side / 2,
              side,
              side,
            ]);
        }}
      >
        <img
          ref={picture}
          src={`/api/instances/${image.instanceId}/frames/${image.frame}`}
          alt=""
          draggable={false}
          className="absolute top-0 left-0 max-w-none"
          style={{ width: size.columns * scale, height: size.rows * scale }}
          onLoad={() => {
            if (stored.length === 0) propose();
          }}
          onError={() => setProblem("The picture did not load. Cancel, and cut it again.")}
        />
        {cut.panels.map((panel) => (
          <PanelFrame
            key={panel.id}
            panel={panel}
            size={size}
            scale={scale}
            selected={cut.chosen.includes(panel)}
            onSelect={(more) => cut.select(panel.id, more)}
            onBox={(box) => cut.setBox(panel.id, box)}
          />
        ))}
      </div>
      <output aria-live="polite" className="flex-none bg-bg1 px-3 py-1.5 text-11 text-fg3">
        {cut.panels.length === 0
          ? "No panels yet. Propose them, or hold Alt and click to place one."
          : `${countWords(cut.panels.length)}. Tab goes from one to the next, arrows move it, Alt with arrows moves its right and lower edge, Shift makes ten of one.`}
      </output>
    </section>
  );
}
