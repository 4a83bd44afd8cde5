"use client";
import { cx } from "@/components/ui/cx";
import { moveRovingFocus } from "@/components/ui/roving";
import type { StackView } from "@/lib/cases/types";
import { useReview, useViewerOf } from "../context";
import { faceOf } from "../thumbnails";
import { StackFace } from "./stack-face";
import { TileButton } from "./tile-button";

/** The label without "Figure", which the heading says. */
const short = (stack: StackView) => stack.label.replace(/^Figure /, "");

/** The pictures and panels of the figure that is shown. */
export function PictureGrid({ stacks }: { readonly stacks: readonly StackView[] }) {
  const { workspace } = useReview();
  const active = useViewerOf((state) => state.cells[state.activeCell]);
  return (
    <section aria-label="Pictures" className="mt-2 flex-none border-t border-ln1">
      <h2 className="flex h-8 items-center px-3 text-11 font-med text-fg3">
        Pictures <span className="ml-auto">{stacks.length}</span>
      </h2>
      <div
        role="toolbar"
        aria-label="Pictures of the figure"
        onKeyDown={(event) => moveRovingFocus(event, "both", 4)}
        className="scroll-thin grid max-h-44 grid-cols-4 gap-1 px-2.5 pb-1 max-2xl:gap-[3px] max-2xl:px-2"
      >
        {stacks.map((stack) => (
          <TileButton
            key={stack.id}
            stackId={stack.id}
            label={stack.label}
            name={stack.label}
            current={stack.id === active}
            reachable={stack.id === active}
            className={cx(
              "relative aspect-square overflow-hidden rounded-[3px] border bg-black",
              stack.id === active ? "border-ac shadow-[0_0_0_1px_var(--ac)]" : "border-ln1 hover:border-ln3",
            )}
          >
            <StackFace
              stack={stack}
              metadata={workspace.instances[faceOf(stack)?.instanceId ?? ""]}
              size={34}
            />
            <b className="absolute bottom-0 left-[3px] text-11 leading-[14px] font-[560] text-[oklch(.95_0_0)] [-webkit-text-stroke:3px_rgb(0_0_0/.8)] [paint-order:stroke_fill]">
              {short(stack)}
            </b>
          </TileButton>
        ))}
      </div>
    </section>
  );
}
