"use client";
import { useEffect } from "react";
import { useStore } from "zustand";
import type { Review } from "../context";
import { imageCame } from "../image-wait";

/** Loads the documents of the case after its image, and sends what waits when the network is back. */
export function useDocumentsLife({ documents, viewer }: Review): void {
  const came = useStore(viewer, imageCame);
  useEffect(() => {
    if (!came) return;
    void documents.load();
    const back = () => {
      const { context } = documents.store.getState();
      void (context.kind === "failed" ? documents.load() : documents.send());
    };
    window.addEventListener("online", back);
    return () => window.removeEventListener("online", back);
  }, [documents, came]);
}
