"use client";
import { createContext, useContext, useMemo } from "react";
import { useStore } from "zustand";
import type { ViewerStore } from "@/components/viewer/store";
import type { ViewerState } from "@/components/viewer/store-state";
import type { HangImage } from "@/lib/hanging/types";
import { staleTexts } from "@/lib/reading/rules";
import type { ReadingItems, ReadingWorkspace } from "@/lib/reading/types";
import type { Documents, DocumentsState } from "./documents/documents";
import { type Entry, entriesOf } from "./entries";
import type { Sync, SyncState } from "./sync/types";
import type { WorkspaceState, WorkspaceStore } from "./workspace-store";

export interface Review {
  readonly workspace: ReadingWorkspace;
  readonly sync: Sync;
  readonly ui: WorkspaceStore;
  readonly viewer: ViewerStore;
  /** The stacks as the hanging rules see them. */
  readonly hangImages: readonly HangImage[];
  /** The documents that drafts were written with, and what the reader says of them. */
  readonly documents: Documents;
  /** The reading is submitted, or the case is closed: nothing can be changed. */
  readonly readOnly: boolean;
}

export const ReviewContext = createContext<Review | null>(null);

export function useReview(): Review {
  const review = useContext(ReviewContext);
  if (!review) throw new Error("outside of a reading workspace");
  return review;
}

export const useSync = <T>(select: (state: SyncState) => T): T => useStore(useReview().sync.store, select);
export const useUi = <T>(select: (state: WorkspaceState) => T): T => useStore(useReview().ui, select);
export const useDocuments = <T>(select: (state: DocumentsState) => T): T =>
  useStore(useReview().documents.store, select);
export const useViewerOf = <T>(select: (state: ViewerState) => T): T => useStore(useReview().viewer, select);

/** The reader's work as it stands here, saved or not. */
export const useItems = (): ReadingItems => useSync((state) => state.local.items);

/** Everything to review, as it stands. */
export function useEntries(): readonly Entry[] {
  const { workspace } = useReview();
  const items = useItems();
  const pending = useSync((state) => state.local.pending);
  return useMemo(() => {
    const waiting = pending.flatMap((request) => request.changes);
    return entriesOf(workspace, items, staleTexts(workspace.drafts, items.decision, waiting));
  }, [workspace, items, pending]);
}

/** Outside of rendering: the entries now. */
export function entriesNow({ workspace, sync }: Review): readonly Entry[] {
  const { items, pending } = sync.store.getState().local;
  const waiting = pending.flatMap((request) => request.changes);
  return entriesOf(workspace, items, staleTexts(workspace.drafts, items.decision, waiting));
}
