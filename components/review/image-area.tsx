"use client";
import { useMemo } from "react";
import { useBindings, useControls, useMouse } from "@/components/controls/controls-context";
import { Empty } from "@/components/ui/empty";
import type { FirstLook } from "@/components/viewer/first-look";
import { viewportKeys } from "@/components/viewer/keymap";
import { Viewer } from "@/components/viewer/viewer";
import { frameKey } from "./changes";
import { useItems, useReview, useSync } from "./context";
import { deleteRegion, drawRegion } from "./region-acts";
import { marksOf } from "./slices";

/** The viewports, fed with the reader's regions and key slices. */
export function ImageArea({ look }: { readonly look: FirstLook }) {
  const review = useReview();
  const { workspace, viewer, readOnly } = review;
  const items = useItems();
  const regionItems = useSync((state) => state.local.items.region);
  const regions = useMemo(
    () => regionItems.flatMap(({ id, value }) => (value ? [{ id, value }] : [])),
    [regionItems],
  );
  const keyFrames = useMemo(
    () =>
      new Set(
        marksOf(items)
          .filter(({ mark }) => mark === "key")
          .map(frameKey),
      ),
    [items],
  );
  const figureOf = useMemo(
    () =>
      Object.fromEntries(
        workspace.images.flatMap((image) => (image.figure === null ? [] : [[frameKey(image), image.figure]])),
      ),
    [workspace.images],
  );
  const { controls } = useControls();
  const bindings = useBindings(viewportKeys);
  const mouse = useMouse();
  const keyboard = useMemo(
    () => ({ bindings, singleKeys: controls.singleKeys }),
    [bindings, controls.singleKeys],
  );
  if (workspace.stacks.length === 0)
    return (
      // The room of images is black in both themes.
      <div data-theme="dark" className="m-auto">
        <Empty title="No images">This case has only text. Judge the drafts against their source.</Empty>
      </div>
    );
  return (
    <div className="relative min-h-0 flex-1">
      <Viewer
        store={viewer}
        look={look}
        stacks={workspace.stacks}
        instances={workspace.instances}
        regions={regions}
        sourceRegions={workspace.sourceRegions}
        keyFrames={keyFrames}
        figureOf={figureOf}
        readOnly={readOnly}
        keyboard={keyboard}
        mouse={mouse}
        onRegionPut={(id, value) => drawRegion(review, id, value)}
        onRegionDelete={(id) => deleteRegion(review, id)}
      />
    </div>
  );
}
