"use client";
import type { ViewerState } from "@/components/viewer/store-state";
import { useViewerOf } from "./context";

/** Why nothing is decided just now: what the active viewport shows is not the real picture yet. */
export function imageWait(viewer: ViewerState): string | null {
  const readiness = viewer.readiness[viewer.activeCell];
  if (readiness.kind === "loading" || readiness.kind === "preview") return "The image is still loading.";
  return null;
}

export const useImageWait = (): string | null => useViewerOf(imageWait);

/**
 * Pixels of the case are seen, or cannot be: small pictures beside them may be asked for now, and not before, when they
 * would take the line and the server from the image.
 */
export function imageCame({ pictured, readiness, activeCell }: ViewerState): boolean {
  const { kind } = readiness[activeCell];
  return pictured || kind === "failed" || kind === "empty";
}

export const useImageCame = (): boolean => useViewerOf(imageCame);
