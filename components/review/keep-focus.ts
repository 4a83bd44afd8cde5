/**
 * The canvas inside a viewport takes every key for itself, Tab included: the library that draws it prevents what a key
 * would do. So the focus goes on to the viewport around it. Use as a ref of what holds the viewports.
 */
export function keepFocusOffCanvas(holder: HTMLElement | null): (() => void) | undefined {
  if (!holder) return undefined;
  const passOn = (event: FocusEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || !target.matches("[data-cell]")) return;
    target.closest<HTMLElement>("[role=application]")?.focus({ preventScroll: true });
  };
  holder.addEventListener("focusin", passOn);
  return () => holder.removeEventListener("focusin", passOn);
}
