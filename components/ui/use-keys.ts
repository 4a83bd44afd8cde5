"use client";
import { useEffect, useRef } from "react";
import { bindingFor, focusKind, type KeyBinding } from "./keys";
import { singleKeysOn } from "./single-keys";

/**
 * Listens to the keyboard for one screen. A handler that returns false lets the key go on to the browser. Nothing
 * happens while a dialog is open, or when a widget has used the key.
 */
export function useKeys<Id extends string>(
  bindings: readonly KeyBinding<Id>[],
  handle: (id: Id, event: KeyboardEvent) => boolean | undefined,
): void {
  const latest = useRef({ bindings, handle });
  useEffect(() => {
    latest.current = { bindings, handle };
  });
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
      const focus = focusKind(document.activeElement);
      const binding = bindingFor(event, focus, latest.current.bindings, singleKeysOn());
      if (binding && latest.current.handle(binding.id, event) !== false) event.preventDefault();
    }
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
