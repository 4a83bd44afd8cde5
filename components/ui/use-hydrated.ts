"use client";
import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False on the server and in the first picture of the browser; then true. Local times wait for it. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
