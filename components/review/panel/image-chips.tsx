"use client";
import { Check, CircleAlert, CircleDot, TriangleAlert } from "lucide-react";
import { cx } from "@/components/ui/cx";
import { PrivateImage } from "@/components/ui/private-image";
import { moveRovingFocus } from "@/components/ui/roving";
import { useEntries, useReview, useUi } from "../context";
import { type Entry, imagesFor, isDecided } from "../entries";
import { standingFlags } from "../flags/tone";
import { useFlagsOf } from "../flags/use-flags";
import { useImageCame } from "../image-wait";
import { openImage } from "../navigate";
import { StackFace } from "../rail/stack-face";
import { thumbnailUrl } from "../thumbnails";
import { imageName } from "../words";

const keepInSight = (chip: HTMLButtonElement | null) => chip?.scrollIntoView({ block: "nearest" });

const flagWords = { error: ", red flag", warn: ", flag to check" } as const;

/** The images that have texts on this tab: which one is shown, how far each is, and whether a flag stands. */
export function ImageChips() {
  const review = useReview();
  const { images, stacks, instances } = review.workspace;
  const entries = useEntries();
  const tab = useUi((state) => state.tab);
  const imageId = useUi((state) => state.imageId);
  const imageCame = useImageCame();
  const flagsOf = useFlagsOf();
  const toneOf = (entry: Entry) => standingFlags(flagsOf(entry))?.tone;
  const shown = imagesFor(entries, images, tab);
  if (shown.length === 0) return null;
  return (
    <div
      role="toolbar"
      aria-label="Images"
      onKeyDown={(event) => moveRovingFocus(event, "both")}
      className="scroll-thin grid max-h-[87px] flex-none grid-cols-6 gap-1 border-b border-ln1 px-3 py-2"
    >
      {shown.map((image, index) => {
        const texts = entries.filter((entry) => entry.kind === tab && entry.imageId === image.id);
        const done = texts.length > 0 && texts.every(isDecided);
        const tones = texts.map(toneOf);
        const flag = tones.includes("error") ? "error" : tones.includes("warn") ? "warn" : null;
        const on = image.id === imageId;
        const panel = image.crop && stacks.find(({ id }) => id === image.stackId);
        return (
          <button
            key={image.id}
            ref={on ? keepInSight : null}
            type="button"
            data-roving=""
            tabIndex={on || (index === 0 && !shown.some(({ id }) => id === imageId)) ? 0 : -1}
            aria-pressed={on}
            aria-label={`Image ${imageName(image, stacks)}${done ? ", decided" : ""}${flag ? flagWords[flag] : ""}`}
            onClick={() => openImage(review, image.id)}
            className={cx(
              "flex h-7 min-w-0 items-center gap-1.5 max-2xl:gap-1 max-2xl:pr-1 rounded-chip border pr-2 pl-[3px] text-12 font-med",
              on ? "border-ac bg-ac-bg text-fg1" : "border-ln1 bg-bg2 text-fg2 hover:border-ln3",
            )}
          >
            <span className="size-[22px] flex-none overflow-hidden rounded-[2px] bg-black">
              {panel ? (
                <StackFace stack={panel} metadata={instances[image.instanceId]} size={22} />
              ) : imageCame ? (
                <PrivateImage src={thumbnailUrl(image)} alt="" size={22} />
              ) : null}
            </span>
            {imageName(image, stacks)}
            <span className="ml-auto flex flex-none items-center gap-0.5">
              {flag === "error" ? <TriangleAlert size={12} className="text-er" aria-hidden="true" /> : null}
              {flag === "warn" ? <CircleAlert size={12} className="text-wa" aria-hidden="true" /> : null}
              {done ? <Check size={12} className="text-ok" aria-hidden="true" /> : null}
              {!done && texts.some(isDecided) ? (
                <CircleDot size={12} className="text-ac-tx" aria-hidden="true" />
              ) : null}
            </span>
          </button>
        );
      })}
    </div>
  );
}
