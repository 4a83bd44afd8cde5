"use client";
import { Clock } from "lucide-react";
import { useEffect, useState } from "react";
import { useReview } from "../context";

/** Seconds without a key or the mouse after which the reader is taken to be away. */
const awayAfter = 60;
/** Seconds at work that are reported at once. */
const reportEvery = 60;

const two = (number: number): string => String(number).padStart(2, "0");

function words(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** Counts seconds at work, and reports them now and then. Nothing depends on it: a lost report is only a lost minute. */
function useActiveSeconds(
  start: number,
  report: (seconds: number, leaving: boolean) => void,
  paused: boolean,
): number {
  const [seconds, setSeconds] = useState(start);
  useEffect(() => {
    if (paused) return;
    let lastSign = Date.now();
    let unreported = 0;
    const alive = () => {
      lastSign = Date.now();
    };
    const send = (leaving: boolean) => {
      if (unreported > 0) report(unreported, leaving);
      unreported = 0;
    };
    const timer = setInterval(() => {
      if (document.hidden || Date.now() - lastSign > awayAfter * 1000) return;
      setSeconds((before) => before + 1);
      unreported += 1;
      if (unreported >= reportEvery) send(false);
    }, 1000);
    const leave = () => send(true);
    window.addEventListener("pointermove", alive);
    window.addEventListener("keydown", alive);
    window.addEventListener("pagehide", leave);
    return () => {
      clearInterval(timer);
      window.removeEventListener("pointermove", alive);
      window.removeEventListener("keydown", alive);
      window.removeEventListener("pagehide", leave);
      send(true);
    };
  }, [report, paused]);
  return seconds;
}

/** Time at this case. Informational; a click hides it. */
export function ActiveTimer({ report }: { readonly report: (seconds: number, leaving: boolean) => void }) {
  const { workspace, readOnly } = useReview();
  const seconds = useActiveSeconds(workspace.reading.activeSeconds, report, readOnly);
  const [shown, setShown] = useState(true);
  return (
    <button
      type="button"
      aria-pressed={shown}
      aria-label={shown ? `Time at this case: ${words(seconds)}. Hide it` : "Show the time at this case"}
      onClick={() => setShown(!shown)}
      className="inline-flex h-6 items-center gap-1.5 rounded-chip px-1 text-12 text-fg2 tabular-nums hover:bg-bg3"
    >
      <Clock size={14} aria-hidden="true" />
      {shown ? words(seconds) : null}
    </button>
  );
}
