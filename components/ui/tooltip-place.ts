/** `left` falls back to the bar above the images, so that no tooltip ever covers pixels. */
export type TooltipSide = "top" | "bottom" | "left";

const gap = 4;
/** Upper edge of a tooltip that lies within the layout bar under the 44 px top bar. */
const layoutBarTop = 48;

/** Puts the bubble beside its target, inside the window. Both boxes in CSS pixels of the window. */
export function placeTooltip(bubble: HTMLElement, target: DOMRect, side: TooltipSide): void {
  const { width, height } = bubble.getBoundingClientRect();
  let left = target.left + target.width / 2 - width / 2;
  let top = side === "top" ? target.top - height - gap : target.bottom + gap;
  if (side === "left") {
    left = target.left - width - gap;
    top = target.top + target.height / 2 - height / 2;
    if (left < gap) {
      left = target.right + gap;
      top = layoutBarTop;
    }
  }
  if (top + height > window.innerHeight - gap) top = target.top - height - gap;
  if (top < gap) top = target.bottom + gap;
  bubble.style.left = `${Math.max(gap, Math.min(left, window.innerWidth - width - gap))}px`;
  bubble.style.top = `${top}px`;
}
