"use client";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { cx } from "./cx";
import { IconButton } from "./icon-button";

const places = {
  center: "m-auto w-[440px] rounded-dialog shadow-e3",
  wide: "m-auto w-[640px] rounded-dialog shadow-e3",
  // Over the review panel, never over pixels: no shadow falls on them.
  panel:
    "border-l border-ln1 mt-11 mr-0 mb-7 ml-auto h-[calc(100dvh-72px)] w-(--review-width,480px) max-h-none rounded-none",
} as const;

/**
 * A modal dialog. It is in the document only while open; Esc closes it unless it must be answered. What is marked
 * `data-first` takes the focus, else the first field.
 */
export function Dialog({
  title,
  place = "center",
  onClose,
  footer,
  children,
}: {
  readonly title: string;
  readonly place?: keyof typeof places;
  /** Absent where an answer is needed. */
  readonly onClose?: () => void;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}) {
  const titleId = useId();
  const element = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    // A scrolling region must be reachable by keyboard.
    dialog?.querySelector("[data-body]")?.setAttribute("tabindex", "0");
    const field =
      dialog?.querySelector<HTMLElement>("[data-first]") ??
      dialog?.querySelector<HTMLElement>("input:not([type=checkbox]), textarea, select");
    (field ?? dialog?.querySelector<HTMLElement>("[data-body]"))?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={element}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose?.();
      }}
      className={cx(
        "max-h-[calc(100dvh-64px)] max-w-[calc(100vw-32px)] flex-col overflow-hidden border-0 bg-bg1 text-fg1 open:flex",
        places[place],
      )}
    >
      <header className="flex min-h-11 flex-none items-center gap-2 border-b border-ln1 pr-2 pl-4">
        <h2 id={titleId} className="flex-1 text-13 font-semi">
          {title}
        </h2>
        {onClose ? <IconButton label="Close" keys="Escape" icon={<X size={16} />} onClick={onClose} /> : null}
      </header>
      <div data-body="" className="scroll-thin min-h-0 flex-1 p-4 outline-none">
        {children}
      </div>
      {footer ? (
        <footer className="flex flex-none items-center justify-end gap-2 border-t border-ln1 px-4 py-3">
          {footer}
        </footer>
      ) : null}
    </dialog>
  );
}
