"use client";
import { Images } from "lucide-react";
import { cx } from "@/components/ui/cx";
import { PrivateImage } from "@/components/ui/private-image";
import type { StackView } from "@/lib/cases/types";
import { useItems, useReview, useViewerOf } from "../context";
import { selectionOf } from "../slices";
import { faceOf, thumbnailUrl } from "../thumbnails";

function countWords(stack: StackView): string {
  const count = stack.frames.length;
  if (stack.kind === "single") return "1 image";
  if (stack.kind === "figure") return count === 1 ? "Picture" : `${count} pictures`;
  if (stack.kind === "clip") return `Clip, ${count} frames`;
  return stack.times > 1 ? `${stack.positions} slices, ${stack.times} times` : `${count} slices`;
}

/** One series: its picture, how many slices, and where the selected and the key slices are. */
export function SeriesTile({ stack }: { readonly stack: StackView }) {
  const { workspace, viewer } = useReview();
  const items = useItems();
  const shownIn = useViewerOf((state) => state.cells.indexOf(stack.id));
  const active = useViewerOf((state) => state.cells[state.activeCell] === stack.id);
  const face = faceOf(stack);
  const selected = selectionOf(workspace, items, stack);
  const place = (index: number) => `${(100 * (index + 0.5)) / stack.frames.length}%`;
  return (
    <button
      type="button"
      data-roving=""
      tabIndex={active ? 0 : -1}
      aria-current={active ? "true" : undefined}
      onClick={() => {
        const { activeCell, assignStack } = viewer.getState();
        assignStack(activeCell, stack.id);
      }}
      className={cx(
        "grid w-full grid-cols-[48px_1fr] gap-x-2 border-l-2 py-[5px] pr-2 pl-2.5 text-left max-2xl:grid-cols-[36px_1fr] max-2xl:pr-1.5 max-2xl:pl-2 focus-visible:-outline-offset-2",
        active ? "border-ac bg-bg3" : "border-transparent hover:bg-bg2",
      )}
    >
      <span className="row-span-2 grid size-12 place-items-center overflow-hidden rounded-[3px] bg-black text-fg3 max-2xl:size-9">
        {face ? <PrivateImage src={thumbnailUrl(face)} alt="" size={48} /> : <Images size={16} />}
      </span>
      <span className={cx("self-end truncate text-12 font-med", active ? "text-fg1" : "text-fg2")}>
        {stack.label}
      </span>
      <span className="flex items-center gap-1 text-11 text-fg3">
        {countWords(stack)}
        {shownIn >= 0 && !active ? <span className="sr-only">, shown</span> : null}
      </span>
      {stack.notice ? <span className="col-span-2 mt-1 text-11 text-wa">{stack.notice}</span> : null}
      {stack.frames.length > 1 ? (
        <span aria-hidden="true" className="relative col-span-2 mt-1 block h-2 border-b border-ln2">
          {selected.map((slice) => (
            <i
              key={slice.index}
              style={{ left: place(slice.index) }}
              className={cx("absolute bottom-0", slice.key ? "h-2 w-0.5 bg-roi" : "h-1 w-px bg-fg3")}
            />
          ))}
        </span>
      ) : null}
    </button>
  );
}
