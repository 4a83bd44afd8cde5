import type { FrameRef, InstanceMetadata, StackView } from "@/lib/cases/types";
import type { LayoutName } from "@/lib/hanging/types";
import type { RegionValue } from "@/lib/reading/schema";
import type { ViewportKeyboard } from "./keys";
import type { MouseMap } from "./mouse";

export const viewerTools = [
  "window",
  "window-region",
  "pan",
  "zoom",
  "magnify",
  "scroll",
  "length",
  "bidirectional",
  "angle",
  "ellipse",
  "rectangle",
  "freehand",
  "spline",
  "arrow",
  "probe",
] as const;
export type ViewerTool = (typeof viewerTools)[number];

export type ViewerLayout = LayoutName;

export interface ViewerRegion {
  readonly id: string;
  readonly value: RegionValue;
}

/** A region that came with the data: drawn dashed, never edited. */
export interface ViewerSourceRegion extends FrameRef {
  readonly id: string;
  readonly kind: string;
  readonly points: readonly (readonly [number, number])[];
  readonly label: string;
}

/** What the workspace gives to the viewer. Regions are controlled: the viewer reports a change and is handed the new list. */
export interface ViewerProps {
  readonly stacks: readonly StackView[];
  readonly instances: Readonly<Record<string, InstanceMetadata>>;
  readonly regions: readonly ViewerRegion[];
  readonly sourceRegions: readonly ViewerSourceRegion[];
  /** "instanceId:frame" of key slices, for the marks on the slice track. */
  readonly keyFrames: ReadonlySet<string>;
  /** Figure label of a frame ("instanceId:frame" -> "1a") for the corner of the viewport. */
  readonly figureOf: Readonly<Record<string, string>>;
  readonly readOnly: boolean;
  readonly keyboard: ViewportKeyboard;
  readonly mouse: MouseMap;
  readonly onRegionPut: (id: string, value: RegionValue) => void;
  readonly onRegionDelete: (id: string) => void;
}
