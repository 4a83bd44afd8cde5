"use client";
import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { beginOpening } from "./opening";

/** Goes to a page; a case that was looked at ahead shows its first picture at once. */
export function useGo(): (path: string) => void {
  const router = useRouter();
  return useCallback(
    (path) => {
      beginOpening(path);
      router.push(path);
    },
    [router],
  );
}
