"use client";
import { useEffect } from "react";
import type { Review } from "./context";

/** Runs the queue while the case is open: starts it, tells it of the network and of leaving, and asks when it is stuck. */
export function useSyncLife({ sync, ui }: Review): void {
  useEffect(() => {
    void sync.start();
    const events = new AbortController();
    const { signal } = events;
    const stuck = sync.store.subscribe(({ save }, before) => {
      const asks = save.kind === "conflict" || save.kind === "signed-out" || save.kind === "refused";
      if (asks && save.kind !== before.save.kind) ui.setState({ dialog: { kind: "saving" } });
    });
    window.addEventListener("online", sync.connectionChanged, { signal });
    window.addEventListener("offline", sync.connectionChanged, { signal });
    window.addEventListener("pagehide", sync.leave, { signal });
    document.addEventListener("visibilitychange", () => document.hidden && void sync.sendNow(), { signal });
    window.addEventListener(
      "beforeunload",
      (event) => {
        const { kept, local } = sync.store.getState();
        if (kept === "no" && local.pending.length > 0) event.preventDefault();
      },
      { signal },
    );
    return () => {
      sync.leave();
      stuck();
      events.abort();
      sync.close();
    };
  }, [sync, ui]);
}
