"use client";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { KeyCaps } from "./key-caps";
import { placeTooltip, type TooltipSide } from "./tooltip-place";

export type { TooltipSide } from "./tooltip-place";

/** Milliseconds of rest before a tooltip shows; none when the keyboard brought the focus. */
const restBeforeShow = 400;

/** Calls `change` when a tooltip of the control inside `anchor` should show or hide; returns the clean-up. */
function watch(anchor: HTMLElement, change: (open: boolean) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const events = new AbortController();
  const listen = (name: string, act: (event: Event) => void) =>
    anchor.addEventListener(name, act, { signal: events.signal });
  const hide = () => {
    clearTimeout(timer);
    change(false);
  };
  listen("pointerover", (event) => {
    if (event instanceof PointerEvent && event.pointerType === "touch") return;
    clearTimeout(timer);
    timer = setTimeout(() => change(true), restBeforeShow);
  });
  listen("pointerout", hide);
  listen("pointerdown", hide);
  listen("focusout", hide);
  listen("focusin", (event) => {
    if (event.target instanceof Element && event.target.matches(":focus-visible")) change(true);
  });
  listen("keydown", (event) => {
    if (event instanceof KeyboardEvent && event.key === "Escape") hide();
  });
  return () => {
    clearTimeout(timer);
    events.abort();
  };
}

/** Words beside a control on hover or keyboard focus. The control itself carries the accessible name. */
export function Tooltip({
  label,
  keys,
  side = "bottom",
  children,
}: {
  readonly label: string;
  readonly keys?: string | undefined;
  readonly side?: TooltipSide;
  readonly children: ReactNode;
}) {
  const anchor = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => (anchor.current ? watch(anchor.current, setOpen) : undefined), []);

  function show(bubble: HTMLSpanElement | null) {
    const target = anchor.current?.firstElementChild;
    if (!bubble || !target) return;
    bubble.showPopover();
    placeTooltip(bubble, target.getBoundingClientRect(), side);
  }

  return (
    <span ref={anchor} className="contents">
      {children}
      {open ? (
        <span
          ref={show}
          popover="manual"
          aria-hidden="true"
          className="pointer-events-none fixed inset-auto m-0 inline-flex h-7 items-center gap-2 rounded-control border-0 bg-bg4 px-2 text-12 whitespace-nowrap text-fg1 shadow-e2"
        >
          {label}
          {keys ? <KeyCaps name={keys} className="text-fg2" /> : null}
        </span>
      ) : null}
    </span>
  );
}
