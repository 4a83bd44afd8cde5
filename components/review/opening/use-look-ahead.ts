"use client";
import { useEffect } from "react";
import type { Review } from "../context";
import { forget, lookAhead } from "./look-ahead";

/** Milliseconds after the first picture of this case before the next one may take the line. */
const restBefore = 600;

/** Looks ahead at the next case of the worklist once this one shows its first picture. */
export function useLookAhead({ workspace, viewer }: Review): void {
  const { next } = workspace.place;
  const own = workspace.case.id;
  useEffect(() => {
    forget(own);
    if (!next) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const begin = () => {
      const { readiness, activeCell, stacks } = viewer.getState();
      const waits = stacks.length > 0 && readiness[activeCell].kind !== "ready";
      if (timer === undefined && !waits) timer = setTimeout(() => lookAhead(next), restBefore);
    };
    begin();
    const stop = viewer.subscribe(begin);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [own, next, viewer]);
}
