import type { InstanceMetadata } from "@/lib/cases/types";
import { applyAffine, invertAffine } from "@/lib/core/geometry/affine";
import { pixelsInside } from "@/lib/core/geometry/pixels-inside";
import { cellPicture } from "./cell-geometry";
import { frameValues } from "./cornerstone/frame-values";
import type { ViewerStore } from "./store";
import { frameAt } from "./store-rules";
import type { CellIndex, ViewerHandlers } from "./store-state";
import { windowOver } from "./window-over";

type Instances = Readonly<Record<string, InstanceMetadata>>;

/** Share of the pixels that an automatic window leaves black, and as many white. */
const leftOut = 0.01;

/** Windows made from the pixels that a cell shows. */
export function pixelWindows(
  store: ViewerStore,
  instances: () => Instances,
): Pick<ViewerHandlers, "windowOfBox" | "windowOfPixels"> {
  const shown = (cell: CellIndex) => {
    const { readiness, stacks, cells, places, views } = store.getState();
    const stack = stacks.find(({ id }) => id === cells[cell]);
    const place = stack && places[stack.id];
    const frame = stack && place ? frameAt(stack, place) : null;
    const metadata = frame ? instances()[frame.instanceId] : undefined;
    const values = frame && readiness[cell].kind === "ready" ? frameValues(frame) : null;
    return stack && frame && metadata && values
      ? { stack, frame, metadata, values, view: views[cell] }
      : null;
  };
  return {
    windowOfBox: ({ cell, from, to }) => {
      const picture = shown(cell);
      const element = document.querySelector(`[data-viewport="${cell}"]`);
      if (!picture || !element) return null;
      const { stack, frame, metadata, values, view } = picture;
      const size = { width: element.clientWidth, height: element.clientHeight };
      const toImage = invertAffine(cellPicture(stack, frame, metadata, size, view).map);
      const corners = [from, [to[0], from[1]], to, [from[0], to[1]]] as const;
      const outline = corners.map((corner) => applyAffine(toImage, corner));
      return windowOver([...pixelsInside(outline, metadata.rows, metadata.columns)].map(values), 0);
    },
    windowOfPixels: (cell, kind) => {
      const picture = shown(cell);
      if (!picture) return null;
      const { metadata, values } = picture;
      const all = Array.from({ length: metadata.rows * metadata.columns }, (_, index) => values(index));
      return windowOver(all, kind === "middle-values" ? leftOut : 0);
    },
  };
}
