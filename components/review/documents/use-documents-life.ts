"use client";
import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import type { Review } from "../context";
import { imageCame } from "../image-wait";

/** Loads the documents of the case after its image, and sends what waits when the network is back. */
export function useDocumentsLife({ documents, viewer }: Review): void {
  const came = useStore(viewer, imageCame);
  const asked = useRef(false);
  useEffect(() => {
    // An image that is loaded again does not make the documents come again.
    if (!came || asked.current) return;
    asked.current = true;
    void documents.load();
  }, [documents, came]);
  useEffect(() => {
    const back = () => {
      const { context } = documents.store.getState();
      void (context.kind === "failed" ? documents.load() : documents.send());
    };
    window.addEventListener("online", back);
    return () => window.removeEventListener("online", back);
  }, [documents]);
}
