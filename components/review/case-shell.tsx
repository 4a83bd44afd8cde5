import { ResearchFoot } from "@/components/ui/plain-page";
import type { FirstLook } from "@/components/viewer/first-look";
import { PreviewGrid } from "@/components/viewer/preview-grid";
import { panelsGrid } from "./panels-grid";
import { WaitingBar, WaitingLayoutBar, WaitingRail, WaitingReview } from "./waiting-panels";

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
        <WaitingBar label={label} title={title} />
        <main className={panelsGrid}>
          <div className="min-h-0 border-r border-ln1 bg-bg1 max-xl:hidden">
            <WaitingRail />
          </div>
          <div className="border-r border-ln1 bg-bg1" />
          <div className="flex min-h-0 min-w-0 flex-col bg-black">
            {hasImages ? (
              <>
                <WaitingLayoutBar />
                <div className="min-h-0 flex-1">
                  <PreviewGrid look={look} />
                </div>
              </>
            ) : null}
          </div>
          <div className="min-h-0 border-l border-ln1 bg-bg1">
            <WaitingReview />
          </div>
        </main>
        <ResearchFoot />
      </div>
    </div>
  );
}
