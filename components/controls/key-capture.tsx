"use client";
import { useEffect, useRef } from "react";
import { keyName } from "@/components/ui/keys";

const modifiers = ["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "NumLock", "Fn"];

/** Waits for one key press. Esc and leaving stop it; Tab goes on, so nobody is held here. */
export function KeyCapture({
  label,
  onKey,
  onStop,
}: {
  readonly label: string;
  readonly onKey: (name: string) => void;
  readonly onStop: () => void;
}) {
  const element = useRef<HTMLButtonElement>(null);
  useEffect(() => element.current?.focus(), []);
  return (
    <button
      ref={element}
      type="button"
      aria-label={`Press a key for ${label}`}
      className="inline-flex h-6 items-center rounded-control border border-ac bg-ac-bg px-2 text-12 text-ac-tx"
      onKeyDown={(event) => {
        if (event.key === "Tab" || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === "Escape") onStop();
        else if (!event.repeat && !modifiers.includes(event.key)) onKey(keyName(event.nativeEvent));
      }}
      onKeyUp={(event) => event.preventDefault()}
      onBlur={({ relatedTarget, currentTarget }) => {
        // Some browsers give no focus to a button that is clicked: then there is no target, and the row stays open.
        if (relatedTarget && !currentTarget.closest("li")?.contains(relatedTarget)) onStop();
      }}
    >
      Press a key
    </button>
  );
}
