"use client";
import { useState } from "react";
import { v7 as newId } from "uuid";
import type { PanelBox } from "@/lib/core/pictures/propose-panels";
import { around, halves, heldBox, labelled, type Panel, type PictureSize } from "./panels";

/** The panels as they are being cut, and which of them are selected. */
export function usePanels(first: readonly Panel[], figure: string | null, size: PictureSize) {
  const [panels, setPanels] = useState(first);
  const [selected, setSelected] = useState<readonly string[]>([]);
  const chosen = panels.filter(({ id }) => selected.includes(id));
  const put = (next: readonly Panel[], select: readonly string[]) => {
    setPanels(labelled(next, figure));
    setSelected(select);
  };
  const fresh = (box: PanelBox): Panel => ({ id: newId(), figure: "", box: heldBox(box, size) });
  return {
    panels,
    chosen,
    select: (id: string, more: boolean) => setSelected(more ? [...new Set([...selected, id])] : [id]),
    propose: (boxes: readonly PanelBox[]) => put(boxes.map(fresh), []),
    setBox: (id: string, box: PanelBox) =>
      setPanels(panels.map((panel) => (panel.id === id ? { ...panel, box } : panel))),
    setLabel: (id: string, label: string) =>
      setPanels(panels.map((panel) => (panel.id === id ? { ...panel, figure: label } : panel))),
    add: (box: PanelBox) => {
      const panel = fresh(box);
      put([...panels, panel], [panel.id]);
    },
    split: (along: "columns" | "rows") => {
      const parts = chosen.flatMap((panel) => halves(panel.box, along).map(fresh));
      put(
        [...panels.filter((panel) => !chosen.includes(panel)), ...parts],
        parts.map(({ id }) => id),
      );
    },
    merge: () => {
      const whole = fresh(around(chosen.map(({ box }) => box)));
      put([...panels.filter((panel) => !chosen.includes(panel)), whole], [whole.id]);
    },
    remove: () =>
      put(
        panels.filter((panel) => !chosen.includes(panel)),
        [],
      ),
    letter: () => put(panels, selected),
  };
}
