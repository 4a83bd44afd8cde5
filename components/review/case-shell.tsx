import { Mark } from "@/components/ui/mark";
import { ResearchFoot } from "@/components/ui/plain-page";
import { Skeleton } from "@/components/ui/skeleton";
import type { FirstLook } from "@/components/viewer/first-look";
import { PreviewGrid } from "@/components/viewer/preview-grid";
import { panelsGrid } from "./panels-grid";

/**
 * The reading workspace before its code is here: the same panels, and in the viewports posters at the place of the
 * pixels to come. It takes no tool, key or decision. Drawn by the server, and over the old case when the next is opened.
 */
export function CaseShell({
  label,
  title,
  look,
}: {
  readonly label: string;
  readonly title: string;
  readonly look: FirstLook;
}) {
  const hasImages = look.wide.pictures.length > 0;
  return (
    <div aria-busy="true" className="h-full bg-bg0">
      <span role="status" className="sr-only">
        Loading the case
      </span>
      <div className="hidden h-full flex-col lg:flex">
        <header className="flex h-11 flex-none items-center gap-3 border-b border-ln1 bg-bg1 px-3">
          <Mark />
          <span className="font-semi whitespace-nowrap">{label}</span>
          <span className="truncate text-fg2">{title}</span>
        </header>
        <main className={panelsGrid}>
          <div className="flex min-h-0 flex-col gap-3 border-r border-ln1 bg-bg1 p-3 max-xl:hidden">
            <Skeleton />
            <Skeleton className="h-20" />
          </div>
          <div className="border-r border-ln1 bg-bg1" />
          <div className="flex min-h-0 min-w-0 flex-col bg-black">
            {hasImages ? (
              <>
                <div className="h-9 flex-none border-b border-ln1 bg-bg1" />
                <div className="min-h-0 flex-1">
                  <PreviewGrid look={look} />
                </div>
              </>
            ) : null}
          </div>
          <div className="flex min-h-0 flex-col gap-3 border-l border-ln1 bg-bg1 p-4">
            <Skeleton className="h-6" />
            <Skeleton className="h-40" />
          </div>
        </main>
        <ResearchFoot />
      </div>
    </div>
  );
}
