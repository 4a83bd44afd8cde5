"use client";
import { type ComponentType, useSyncExternalStore } from "react";

/** Milliseconds. */
const errorStands = 1000;

export interface Late<Props> {
  /** Begins to load the code, in a browser; it is loaded once. */
  readonly start: () => void;
  /** The component; null on the server, in the browser's first picture of a server's page, and until its code is here. */
  readonly useComponent: () => ComponentType<Props> | null;
}

/** A component of the browser's own, whose code comes after the page. What fails to load is thrown where it is used. */
export function late<Props>(load: () => Promise<ComponentType<Props>>): Late<Props> {
  let loading: Promise<void> | null = null;
  let here: { readonly component: ComponentType<Props> } | { readonly error: unknown } | null = null;
  const listeners = new Set<() => void>();
  const start = (): void => {
    if (loading || typeof window === "undefined") return;
    loading = load().then(
      (component) => {
        here = { component };
        for (const listener of listeners) listener();
      },
      (error: unknown) => {
        here = { error };
        for (const listener of listeners) listener();
        // Long enough to be thrown by everybody who waits; who needs it later tries again.
        setTimeout(() => {
          loading = null;
          here = null;
        }, errorStands);
      },
    );
  };
  const subscribe = (listener: () => void) => {
    start();
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    start,
    useComponent: () => {
      const now = useSyncExternalStore(
        subscribe,
        () => here,
        () => null,
      );
      if (now && "error" in now) throw now.error;
      return now && "component" in now ? now.component : null;
    },
  };
}
