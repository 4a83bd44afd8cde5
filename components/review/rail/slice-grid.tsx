"use client";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { PrivateImage } from "@/components/ui/private-image";
import { moveRovingFocus } from "@/components/ui/roving";
import type { StackView } from "@/lib/cases/types";
import { useItems, useReview, useViewerOf } from "../context";
import { useImageCame } from "../image-wait";
import { fillEvenly, selectionOf, toggleSelected } from "../slices";
import { thumbnailUrl } from "../thumbnails";

/** Twenty places for the slices of the shown series that go into the data: the cap is the shape. */
export function SliceGrid({ stack }: { readonly stack: StackView }) {
  const review = useReview();
  const items = useItems();
  const imageCame = useImageCame();
  const { sliceLimit } = review.workspace.settings;
  const selected = selectionOf(review.workspace, items, stack);
  // Not the slice that is shown: that changes with every turn of the wheel, and its place in the grid does not.
  const shownAt = useViewerOf(({ places }) => {
    const place = places[stack.id];
    return selected.findIndex((slice) => slice.position === place?.position && slice.time === place?.time);
  });
  const isShownSelected = shownAt >= 0;
  const keys = selected.filter((slice) => slice.key).length;
  const go = (index: number) => {
    const frame = stack.frames[index];
    if (frame) review.viewer.getState().goTo(stack.id, frame.position, frame.time);
  };
  const toggleShown = () => {
    const place = review.viewer.getState().places[stack.id];
    const index = stack.frames.findIndex(
      (frame) => frame.position === place?.position && frame.time === place?.time,
    );
    toggleSelected(review, stack, index);
  };
  return (
    <section aria-label="Slice selection" className="mt-2 flex-none border-t border-ln1">
      <h2 className="flex h-8 items-center px-3 text-11 font-med text-fg3">
        Slice selection
        <span className="ml-auto">
          <span className="font-semi text-fg1">{selected.length}</span> / {sliceLimit}
        </span>
      </h2>
      <div
        role="toolbar"
        aria-label="Selected slices"
        onKeyDown={(event) => moveRovingFocus(event, "both", 4)}
        className="grid grid-cols-4 gap-1 px-2.5 max-2xl:gap-[3px] max-2xl:px-2"
      >
        {selected.map((slice, at) => (
          <button
            key={slice.index}
            type="button"
            data-roving=""
            tabIndex={at === Math.max(0, shownAt) ? 0 : -1}
            aria-current={at === shownAt ? "true" : undefined}
            aria-label={`Slice ${slice.index + 1}${slice.key ? ", key slice" : ""}`}
            onClick={() => go(slice.index)}
            onKeyDown={(event) => {
              if (review.readOnly || (event.key !== "Delete" && event.key !== "Backspace")) return;
              event.preventDefault();
              toggleSelected(review, stack, slice.index);
            }}
            className={cx(
              "relative aspect-square overflow-hidden rounded-[3px] border bg-black",
              at === shownAt ? "border-ac shadow-[0_0_0_1px_var(--ac)]" : "border-ln1 hover:border-ln3",
            )}
          >
            {imageCame ? <PrivateImage src={thumbnailUrl(slice)} alt="" size={34} /> : null}
            {slice.key ? (
              <i className="absolute top-[3px] right-[3px] size-1.5 rounded-full bg-roi shadow-[0_0_0_2px_#000]" />
            ) : null}
            <b className="absolute bottom-0 left-[3px] text-11 leading-[14px] font-[560] text-[oklch(.95_0_0)] [-webkit-text-stroke:3px_rgb(0_0_0/.8)] [paint-order:stroke_fill]">
              {slice.index + 1}
            </b>
          </button>
        ))}
        {Array.from(
          { length: Math.max(0, Math.min(sliceLimit, 20) - selected.length) },
          (_, at) => selected.length + at,
        ).map((slot) => (
          <span key={slot} className="aspect-square rounded-[3px] border border-dashed border-ln2" />
        ))}
      </div>
      <div className="flex items-center gap-2 px-2.5 pt-2 text-11 text-fg3 max-2xl:px-2">
        <span className="flex items-center gap-1.5 whitespace-nowrap">
          <i aria-hidden="true" className="size-1.5 rounded-full bg-roi" />
          {keys} key
        </span>
        {review.readOnly ? null : (
          <span className="-mr-1.5 ml-auto flex">
            <Button size="sm" variant="quiet" onClick={toggleShown}>
              {isShownSelected ? "Remove" : "Add"}
            </Button>
            {selected.length < Math.min(sliceLimit, stack.frames.length) ? (
              <Button size="sm" variant="quiet" onClick={() => fillEvenly(review, stack)}>
                Fill evenly
              </Button>
            ) : null}
          </span>
        )}
      </div>
    </section>
  );
}
