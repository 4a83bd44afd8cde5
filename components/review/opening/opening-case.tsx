"use client";
import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { useStore } from "zustand";
import { startDecoder } from "@/components/viewer/decoder";
import { stageCode } from "@/components/viewer/stage-code";
import { CaseShell } from "../case-shell";
import { workspaceCode } from "../workspace-code";
import { endOpening, opening } from "./opening";

/** Milliseconds of rest before the code of the reading workspace is asked for on a page without one. */
const restBeforeCode = 1500;

/**
 * Stands on every page that a case is opened from: over it, the next case's panels and posters from the click on, until
 * that case's own page is here. Keys mean nothing meanwhile.
 */
export function OpeningCase() {
  const path = usePathname();
  const now = useStore(opening, (state) => state.now);
  const shown = now !== null && now.path !== path;
  useEffect(() => {
    const timer = setTimeout(() => {
      workspaceCode.start();
      stageCode.start();
      startDecoder();
    }, restBeforeCode);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (now !== null && now.path === path) endOpening();
  }, [now, path]);
  useEffect(() => {
    if (!shown) return;
    const swallow = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener("keydown", swallow, { capture: true });
    return () => window.removeEventListener("keydown", swallow, { capture: true });
  }, [shown]);
  if (!shown) return null;
  return (
    <div className="fixed inset-0 z-20" data-opening={now.path}>
      <CaseShell label={now.label} title={now.title} look={now.look} />
    </div>
  );
}
