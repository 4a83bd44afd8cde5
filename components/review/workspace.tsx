"use client";
import { type CSSProperties, useLayoutEffect, useState } from "react";
import { useMouse } from "@/components/controls/controls-context";
import { cx } from "@/components/ui/cx";
import { KeyHint } from "@/components/ui/key-caps";
import { ResearchFoot } from "@/components/ui/plain-page";
import type { FirstLook } from "@/components/viewer/first-look";
import { linkedSlices } from "@/components/viewer/linked-slices";
import type { DragKind } from "@/components/viewer/mouse";
import { createViewerStore } from "@/components/viewer/store";
import type { ReadingWorkspace } from "@/lib/reading/types";
import { type Review, ReviewContext, useReview, useUi } from "./context";
import { PanelCropper } from "./cropper/panel-cropper";
import { OpenDialogs } from "./dialogs/open-dialogs";
import { createDocuments } from "./documents/documents";
import { askForDraft, loadContext, putJudgement } from "./documents/requests";
import { useDocumentsLife } from "./documents/use-documents-life";
import { FinishedToast } from "./finished-toast";
import { openHanging } from "./hanging";
import { ImageArea } from "./image-area";
import { LayoutBar } from "./layout-bar";
import { useReviewKey } from "./live-keys";
import { openFirst } from "./navigate";
import { useLookAhead } from "./opening/use-look-ahead";
import { ReviewPanel } from "./panel/review-panel";
import { PanelEdge } from "./panel-edge";
import { panelsGrid, reviewWidth } from "./panels-grid";
import { SeriesRail } from "./rail/series-rail";
import { keptSeen } from "./seen-frames";
import { openSync } from "./sync/open-sync";
import { ToolColumn } from "./tool-column";
import { ReviewTopBar } from "./top/top-bar";
import { useFrameFirst } from "./use-frame-first";
import { useReviewKeys } from "./use-review-keys";
import { useSeenFrames } from "./use-seen-frames";
import { useSyncLife } from "./use-sync-life";
import { WaitingBar, WaitingLayoutBar, WaitingRail, WaitingReview } from "./waiting-panels";
import { createWorkspaceStore, tabFrom } from "./workspace-store";

function openReview(workspace: ReadingWorkspace, tab: string | null, tool: DragKind): Review {
  const { reading, user } = workspace;
  const scope = {
    userId: user.id,
    readingId: reading.id,
    caseId: workspace.case.id,
    caseLabel: workspace.case.label,
  };
  const { images: hangImages, hanging, hungBy } = openHanging(workspace);
  const known = { items: reading.items, steps: reading.undo, revision: reading.revision };
  return {
    workspace,
    sync: openSync(scope, known),
    ui: createWorkspaceStore({
      tab: tabFrom(tab) ?? "caption",
      focusId: null,
      imageId: workspace.images[0]?.id ?? null,
      layouts: workspace.layouts,
      hungBy: hungBy?.id ?? null,
    }),
    viewer: createViewerStore({
      stacks: workspace.stacks,
      arrangement: hanging,
      links: linkedSlices(workspace.instances),
      tool,
      seen: keptSeen(() => window.localStorage, reading.id, workspace.stacks),
    }),
    hangImages,
    documents: createDocuments(
      reading.id,
      { load: loadContext, put: putJudgement, write: askForDraft },
      () => window.localStorage,
    ),
    readOnly: reading.state !== "open",
  };
}

/** All panels of a case, and what they share. */
export function Workspace({
  workspace,
  tab,
  look,
}: {
  readonly workspace: ReadingWorkspace;
  readonly tab: string | null;
  readonly look: FirstLook;
}) {
  const { start } = useMouse();
  const [review] = useState(() => openReview(workspace, tab, start));
  useSyncLife(review);
  useSeenFrames(review);
  useDocumentsLife(review);
  useLookAhead(review);
  const run = useReviewKeys(review);
  // The viewports are mounted and drawn first, and then what stands around them.
  const whole = useFrameFirst(workspace.stacks.length > 0);
  const [width, setWidth] = useState<number | null>(null);
  const style: CSSProperties & { "--wide-review"?: string } =
    width === null ? {} : { "--wide-review": `${width}px` };
  // Before the first picture, so that the viewports begin with the image that the shell has shown.
  useLayoutEffect(() => openFirst(review, tabFrom(tab)), [review, tab]);
  return (
    <ReviewContext.Provider value={review}>
      <p className="p-6 text-14 lg:hidden">
        Images need a window at least 1024 pixels wide. The worklist works here:{" "}
        <a href="/worklist" className="text-ac-tx underline">
          go to the worklist
        </a>
        .
      </p>
      <div style={style} className={cx("hidden h-full flex-col bg-bg0 lg:flex", reviewWidth)}>
        {whole ? <ReviewTopBar /> : <WaitingBar label={workspace.case.label} title={workspace.case.title} />}
        <Panels look={look} whole={whole} onWidth={setWidth} />
        {whole ? <KeyFoot /> : <ResearchFoot />}
        <OpenDialogs run={run} />
      </div>
    </ReviewContext.Provider>
  );
}

function KeyFoot() {
  const keyOf = useReviewKey();
  return (
    <ResearchFoot>
      <KeyHint keys={[keyOf("next"), keyOf("previous")]}>next, previous draft</KeyHint>
      <KeyHint keys={[keyOf("next-flag")]}>next flag</KeyHint>
      <KeyHint keys={[keyOf("slice-up"), keyOf("slice-down")]}>slice</KeyHint>
      <KeyHint keys={[keyOf("key-slice")]}>key slice</KeyHint>
      <KeyHint keys={[keyOf("digit-1")]}>to</KeyHint>
      <KeyHint keys={[keyOf("digit-5")]}>rate</KeyHint>
      <KeyHint keys={[keyOf("layout")]}>layout</KeyHint>
      <KeyHint keys={[keyOf("undo")]}>undo</KeyHint>
      <KeyHint keys={[keyOf("sheet")]}>all shortcuts</KeyHint>
    </ResearchFoot>
  );
}

function Panels({
  look,
  whole,
  onWidth,
}: {
  readonly look: FirstLook;
  readonly whole: boolean;
  readonly onWidth: (width: number | null) => void;
}) {
  const { workspace } = useReview();
  const railOpen = useUi((state) => state.railOpen);
  const cutting = useUi((state) => state.cutting);
  const figure = workspace.images.find(({ id }) => id === cutting);
  return (
    <main data-reading={workspace.reading.id} className={panelsGrid}>
      <aside
        data-panel="series"
        aria-label="Series and slices"
        className={cx(
          "flex min-h-0 flex-col overflow-hidden border-r border-ln1 bg-bg1",
          railOpen
            ? "max-xl:absolute max-xl:inset-y-0 max-xl:left-10 max-xl:z-10 max-xl:w-46 max-xl:shadow-e2"
            : "max-xl:hidden",
        )}
      >
        {whole ? <SeriesRail /> : <WaitingRail />}
      </aside>
      <div data-panel="tools" className="border-r border-ln1 bg-bg1">
        {whole && workspace.stacks.length > 0 ? <ToolColumn /> : null}
      </div>
      <section data-panel="images" aria-label="Images" className="flex min-h-0 min-w-0 flex-col bg-black">
        {figure ? (
          <PanelCropper image={figure} />
        ) : (
          <>
            {workspace.stacks.length === 0 ? null : whole ? <LayoutBar /> : <WaitingLayoutBar />}
            <ImageArea look={look} />
          </>
        )}
      </section>
      <aside
        data-panel="review"
        aria-label="Review"
        className="relative flex min-h-0 flex-col border-l border-ln1 bg-bg1"
      >
        {whole ? (
          <>
            <PanelEdge onWidth={onWidth} />
            <ReviewPanel />
            <div aria-live="polite" className="absolute inset-x-4 bottom-30 z-1">
              <FinishedToast />
            </div>
          </>
        ) : (
          <WaitingReview />
        )}
      </aside>
    </main>
  );
}
