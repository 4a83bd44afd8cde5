"use client";
import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";
import type { ReadingWorkspace } from "@/lib/reading/types";

// Queue, viewports and widths are the browser's: nothing of them can be drawn on the server.
const Workspace = dynamic(() => import("./workspace").then((module) => module.Workspace), {
  ssr: false,
  loading: () => (
    <div aria-busy="true" className="flex h-full flex-col gap-3 p-4">
      <span className="sr-only">Loading the case</span>
      <Skeleton className="h-6 w-80" />
      <Skeleton className="min-h-0 flex-1" />
    </div>
  ),
});

/** A case as its reader works on it. Mount it anew for another case. */
export function ReadingRoom(props: { readonly workspace: ReadingWorkspace; readonly tab: string | null }) {
  return <Workspace {...props} />;
}
