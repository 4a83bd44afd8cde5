"use client";

import dynamic from "next/dynamic";
import type { ViewerStore } from "./store";
import type { ViewerProps } from "./types";

// Cornerstone is more than a megabyte: it comes after the page, and never on the server.
const ViewerStage = dynamic(() => import("./viewer-stage").then((module) => module.ViewerStage), {
  ssr: false,
  loading: () => <div style={{ width: "100%", height: "100%", background: "#000" }} />,
});

/** The viewports of a case. Fills its parent; its state is the store's, its regions are the caller's. */
export function Viewer(props: ViewerProps & { readonly store: ViewerStore }) {
  return <ViewerStage {...props} />;
}
