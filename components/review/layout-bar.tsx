"use client";
import { Blend, Columns2, Eye, EyeOff, Grid2x2, Link2, PanelLeft, Square, Unlink2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { Tooltip } from "@/components/ui/tooltip";
import { faceMetadata, windowPresets } from "@/components/viewer/presets";
import type { PixelWindow } from "@/components/viewer/store-state";
import type { ViewerLayout } from "@/components/viewer/types";
import { useReview, useUi, useViewerOf } from "./context";
import { LayoutMenu } from "./layout-menu";
import { LinkMenu } from "./link-menu";
import { useReviewKey } from "./live-keys";
import { RendererMenu } from "./renderer-menu";
import { ViewButtons } from "./view-buttons";

const layouts: readonly { readonly value: ViewerLayout; readonly label: string; readonly icon: ReactNode }[] =
  [
    { value: "1x1", label: "One viewport", icon: <Square size={14} /> },
    { value: "1x2", label: "Two viewports", icon: <Columns2 size={14} /> },
    { value: "2x2", label: "Four viewports", icon: <Grid2x2 size={14} /> },
  ];

/** Layout, linked scrolling, window presets, overlays: one line above the images. */
export function LayoutBar() {
  const { viewer, ui } = useReview();
  const layout = useViewerOf((state) => state.layout);
  const linked = useViewerOf((state) => state.linked);
  const overlays = useViewerOf((state) => state.overlaysVisible);
  const smoothed = useViewerOf((state) => state.smoothed);
  const railOpen = useUi((state) => state.railOpen);
  const keyOf = useReviewKey();
  return (
    <div className="@container flex-none border-b border-ln1 bg-bg1 text-12">
      <div className="flex min-h-9 flex-wrap items-center gap-x-0.5 gap-y-0.5 px-1.5 py-0.5 @min-[40rem]:gap-x-1 @min-[40rem]:px-2 @min-[47rem]:gap-x-2">
        <IconButton
          data-opens-rail=""
          className="xl:hidden"
          size="sm"
          side="top"
          label="Series and slices"
          icon={<PanelLeft size={16} />}
          pressed={railOpen}
          onClick={() => ui.setState({ railOpen: !railOpen })}
        />
        <Segmented
          label="Layout"
          value={layout}
          options={layouts}
          onChange={(value) => viewer.getState().setLayout(value)}
        />
        <LayoutMenu />
        <Tooltip
          label={
            linked
              ? "Viewports are scrolled together. Off: each by itself"
              : "Scroll the viewports together, from the slices shown now"
          }
        >
          <Button
            size="sm"
            variant="quiet"
            aria-pressed={linked}
            className={cx("@max-[40rem]:px-1", linked && "bg-ac-bg text-ac-tx")}
            icon={linked ? <Link2 size={16} /> : <Unlink2 size={16} />}
            onClick={() => viewer.getState().toggleLinked()}
          >
            <span className="@max-[47rem]:sr-only">Synced</span>
          </Button>
        </Tooltip>
        <LinkMenu />
        <span className="flex-1" />
        <ViewButtons />
        <span className="h-4 w-px flex-none bg-ln2 @max-[47rem]:hidden" />
        <Presets />
        <span className="h-4 w-px flex-none bg-ln2 @max-[47rem]:hidden" />
        <IconButton
          size="sm"
          label="Smooth enlarged pictures"
          icon={<Blend size={16} />}
          pressed={smoothed}
          onClick={() => viewer.getState().setSmoothed(!smoothed)}
        />
        <Button
          size="sm"
          variant="quiet"
          keys={keyOf("overlays")}
          className="@max-[40rem]:px-1 @max-[47rem]:[&_kbd]:hidden"
          aria-pressed={overlays}
          icon={overlays ? <Eye size={16} /> : <EyeOff size={16} />}
          onClick={() => viewer.getState().toggleOverlays()}
        >
          <span className="@max-[47rem]:sr-only">Overlays</span>
        </Button>
        <RendererMenu />
      </div>
    </div>
  );
}

const pixelWindows: readonly { readonly value: PixelWindow; readonly label: string }[] = [
  { value: "all-values", label: "All values" },
  { value: "middle-values", label: "Automatic" },
];

function Presets() {
  const { workspace, viewer } = useReview();
  const stackId = useViewerOf((state) => state.cells[state.activeCell]);
  const stack = workspace.stacks.find((candidate) => candidate.id === stackId);
  const shown = useViewerOf((state) => (stackId ? state.windows[stackId] : undefined));
  if (!stack) return null;
  const metadata = faceMetadata(stack, workspace.instances);
  const grey = metadata?.samplesPerPixel === 1;
  const recorded = (metadata?.windows ?? []).slice(1).map((one, index) => ({
    id: `recorded-${index + 2}`,
    label: one.explanation ?? `Recorded ${index + 2}`,
    center: one.center,
    width: one.width,
  }));
  const presets = [...recorded, ...windowPresets(stack, metadata)];
  const current = presets.find((one) => one.center === shown?.center && one.width === shown.width)?.id;
  return (
    <Select
      quiet
      className="min-w-24 @min-[47rem]:min-w-32"
      label="Window preset"
      value={shown === undefined ? "default" : (current ?? "own")}
      options={[
        { value: "default", label: `${stack.modality} default` },
        ...presets.map((one) => ({ value: one.id, label: one.label })),
        ...(grey ? pixelWindows : []),
        ...(shown !== undefined && current === undefined ? [{ value: "own", label: "Own window" }] : []),
      ]}
      onChange={(event) => {
        const made = pixelWindows.find((one) => one.value === event.target.value);
        if (made) {
          viewer.getState().setPixelWindow(made.value);
          return;
        }
        const preset = presets.find((one) => one.id === event.target.value);
        viewer.getState().setWindow(stack.id, preset ? { center: preset.center, width: preset.width } : null);
      }}
    />
  );
}
