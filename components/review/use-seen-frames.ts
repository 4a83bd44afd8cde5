"use client";
import { useEffect } from "react";
import type { Review } from "./context";
import { keepSeen } from "./seen-frames";

/** Milliseconds of rest after which what was seen is kept; leaving the case keeps it at once. */
const rest = 500;

/** Keeps in this browser which frames of the reading were seen, so that "Seen" is there after a reload. */
export function useSeenFrames({ viewer, workspace }: Review): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(timer);
      const { stacks, seen } = viewer.getState();
      keepSeen(() => window.localStorage, workspace.reading.id, stacks, seen, Date.now());
    };
    const stop = viewer.subscribe(({ seen }, before) => {
      if (seen === before.seen) return;
      clearTimeout(timer);
      timer = setTimeout(keep, rest);
    });
    window.addEventListener("pagehide", keep);
    return () => {
      keep();
      stop();
      window.removeEventListener("pagehide", keep);
    };
  }, [viewer, workspace.reading.id]);
}
