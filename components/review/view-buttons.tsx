"use client";
import { Contrast, FlipHorizontal2, FlipVertical2, RotateCcw, RotateCw, ScanEye } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { moveRovingFocus } from "@/components/ui/roving";
import { useReview, useViewerOf } from "./context";
import { useReviewKey } from "./live-keys";
import { turnView, type ViewTurn } from "./view-turns";

const turns: readonly { readonly id: ViewTurn; readonly label: string; readonly icon: ReactNode }[] = [
  { id: "rotate-left", label: "Turn left", icon: <RotateCcw size={14} /> },
  { id: "rotate-right", label: "Turn right", icon: <RotateCw size={14} /> },
  { id: "flip-horizontal", label: "Mirror left to right", icon: <FlipVertical2 size={14} /> },
  { id: "flip-vertical", label: "Mirror top to bottom", icon: <FlipHorizontal2 size={14} /> },
  { id: "invert", label: "Invert grey", icon: <Contrast size={14} /> },
  { id: "reset-view", label: "Reset the view", icon: <ScanEye size={14} /> },
];

/** Turns, mirrors and inverts the picture of the active viewport, and shows it as recorded again. */
export function ViewButtons() {
  const { viewer } = useReview();
  const keyOf = useReviewKey();
  const empty = useViewerOf((state) => state.cells[state.activeCell] === null);
  const inverted = useViewerOf((state) => state.inverted[state.cells[state.activeCell] ?? ""] ?? false);
  return (
    <div
      role="toolbar"
      aria-label="View"
      onKeyDown={(event) => moveRovingFocus(event, "horizontal")}
      className="flex flex-none"
    >
      {turns.map(({ id, label, icon }, index) => (
        <IconButton
          key={id}
          data-roving=""
          tabIndex={index === 0 ? 0 : -1}
          size="sm"
          label={label}
          keys={keyOf(id)}
          icon={icon}
          {...(id === "invert" ? { pressed: inverted } : {})}
          disabledReason={empty ? "This viewport is empty." : null}
          onClick={() => turnView(viewer, id)}
        />
      ))}
    </div>
  );
}
