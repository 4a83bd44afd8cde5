"use client";
import { useEffect, useRef } from "react";
import { bindingFor, focusKind, type KeyBinding } from "./keys";

/**
 * Listens to the keyboard for one screen. `bindingsAt` gives the keymap for what has the focus; `singleKeys` false = the
 * reader switched keys without Ctrl or Alt off. A handler that returns false lets the key go on to the browser. Nothing
 * happens while a dialog is open, or when a widget has used the key.
 */
export function useKeys<Id extends string>(
  bindingsAt: (active: Element | null) => readonly KeyBinding<Id>[],
  singleKeys: boolean,
  handle: (id: Id, event: KeyboardEvent) => boolean | undefined,
): void {
  const latest = useRef({ bindingsAt, singleKeys, handle });
  useEffect(() => {
    latest.current = { bindingsAt, singleKeys, handle };
  });
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
      const active = document.activeElement;
      const now = latest.current;
      const binding = bindingFor(event, focusKind(active), now.bindingsAt(active), now.singleKeys);
      if (binding && now.handle(binding.id, event) !== false) event.preventDefault();
    }
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
