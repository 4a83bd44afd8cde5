"use client";
import { useEffect } from "react";
import type { Review } from "../context";

/** Loads the documents of the case, and sends what waits when the network is back. */
export function useDocumentsLife({ documents }: Review): void {
  useEffect(() => {
    void documents.load();
    const back = () => {
      const { context } = documents.store.getState();
      void (context.kind === "failed" ? documents.load() : documents.send());
    };
    window.addEventListener("online", back);
    return () => window.removeEventListener("online", back);
  }, [documents]);
}
