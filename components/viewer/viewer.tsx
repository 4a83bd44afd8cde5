"use client";

import type { FirstLook } from "./first-look";
import { PreviewGrid } from "./preview-grid";
import { stageCode } from "./stage-code";
import type { ViewerStore } from "./store";
import type { ViewerProps } from "./types";

/** The viewports of a case. Fills its parent; its state is the store's, its regions are the caller's. */
export function Viewer({
  look,
  ...props
}: ViewerProps & { readonly store: ViewerStore; readonly look: FirstLook }) {
  const Stage = stageCode.useComponent();
  return Stage ? <Stage {...props} /> : <PreviewGrid look={look} />;
}
