"use client";
import { useEffect, useState } from "react";

const storageKey = "rr-review-width";
const least = 420;
const most = 640;
const step = 20;

/** The edge of the review panel: drag it, or arrow keys, between 420 and 640 px. Kept on this device. */
export function PanelEdge({ onWidth }: { readonly onWidth: (width: number | null) => void }) {
  const [width, setWidth] = useState<number | null>(null);
  useEffect(() => {
    const kept = Number(localStorage.getItem(storageKey));
    if (kept >= least && kept <= most) setWidth(kept);
  }, []);
  useEffect(() => onWidth(width), [width, onWidth]);
  function put(wanted: number) {
    const next = Math.round(Math.min(most, Math.max(least, wanted)));
    setWidth(next);
    localStorage.setItem(storageKey, String(next));
  }
  const shown = width ?? 480;
  return (
    <hr
      aria-orientation="vertical"
      aria-label="Width of the review panel"
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={shown}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) put(window.innerWidth - event.clientX);
      }}
      onKeyDown={(event) => {
        if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
        event.preventDefault();
        put(shown + (event.key === "ArrowLeft" ? step : -step));
      }}
      className="absolute inset-y-0 -left-1 m-0 h-auto border-0 z-2 w-2 cursor-col-resize hover:bg-ac-ln focus-visible:bg-ac max-2xl:hidden"
    />
  );
}
