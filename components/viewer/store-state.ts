import type { FrameRef, StackView } from "@/lib/cases/types";
import type { ScreenSize, ViewState } from "@/lib/core/geometry/view-transform";
import type { Arrangement, HungView } from "@/lib/hanging/types";
import type { WindowValue } from "./presets";
import type { ViewerLayout, ViewerTool } from "./types";

export type Renderer = "webgl" | "cpu";

/** Where a stack stands: indices along position and time, both 0 up. */
export interface Place {
  readonly position: number;
  readonly time: number;
}

/** What a cell shows. Tools, key slices and decisions wait for `ready`, whose frame is the one whose pixels are seen. */
export type CellReadiness =
  | { readonly kind: "empty" }
  | { readonly kind: "loading" }
  | { readonly kind: "preview" }
  | { readonly kind: "ready"; readonly instanceId: string; readonly frame: number }
  | { readonly kind: "failed"; readonly slice: number };

export const cellIndexes = [0, 1, 2, 3, 4, 5] as const;
export type CellIndex = (typeof cellIndexes)[number];
export type PerCell<T> = readonly [T, T, T, T, T, T];

/** What only the mounted viewer knows; without one these actions do nothing. */
export interface ViewerHandlers {
  readonly frameOfRegion: (id: string) => FrameRef | null;
  /** False where there is no such region, or it may not be deleted. */
  readonly deleteRegion: (id: string) => boolean;
  /** False where there is no such region, or it may not be moved. */
  readonly moveRegion: (id: string, columns: number, rows: number) => boolean;
  /** Stops a drawing that has begun; false where there is none. */
  readonly cancelDrawing: () => boolean;
  /** The window over the values inside a box of a cell; null where there are none, as in colour. */
  readonly windowOfBox: (gesture: Gesture) => WindowValue | null;
  /** The window over the values of the frame a cell shows; null as above. */
  readonly windowOfPixels: (cell: CellIndex, kind: PixelWindow) => WindowValue | null;
}

/**
 * How two stacks lie to each other: parallel in one frame of reference, parallel in one each, crossing each other, or
 * without geometry.
 */
export type SliceRelation = "registered" | "parallel" | "apart" | "unknown";

/** Which slice of a stack goes with one of another. Positions count from 0. */
export interface SliceLinks {
  readonly relation: (one: StackView, other: StackView) => SliceRelation;
  /** The position of `to` nearest to a position of `from`, of registered stacks. */
  readonly nearest: (from: StackView, position: number, to: StackView) => number | null;
  /** The position of `to` that lies as many millimetres from its match as that of `from` does from its own. */
  readonly matched: (
    from: { readonly stack: StackView; readonly match: number; readonly position: number },
    to: { readonly stack: StackView; readonly match: number },
  ) => number | null;
  /** The position of `to` as far through its stack; the other way round where the stacks run against each other. */
  readonly shared: (from: StackView, position: number, to: StackView) => number;
}

/** A drag that shows something while it lasts: the box to set the window by, or the glass. CSS pixels of the cell. */
export interface Gesture {
  readonly kind: "window-region" | "magnify";
  readonly cell: CellIndex;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

/** Windows made from the pixels shown: every value, or all but the darkest and brightest hundredth. */
export type PixelWindow = "all-values" | "middle-values";

export interface ViewerState {
  readonly stacks: readonly StackView[];
  /** How each stack looks when it is put into a cell or reset; absent = as recorded. */
  readonly hungViews: Readonly<Record<string, HungView>>;
  readonly tool: ViewerTool;
  readonly layout: ViewerLayout;
  /** What the viewports have together, CSS pixels; null until it was measured. Layouts that do not fit are not offered. */
  readonly room: ScreenSize | null;
  readonly activeCell: CellIndex;
  /** Stack shown in each cell; null = empty. */
  readonly cells: PerCell<string | null>;
  readonly views: PerCell<ViewState>;
  readonly readiness: PerCell<CellReadiness>;
  /** How often the reader asked to try a failed slice again. */
  readonly attempts: PerCell<number>;
  /** "instance:frame" of every frame whose pixels were seen, now or when the case was open before. */
  readonly seen: ReadonlySet<string>;
  /** Pixels were seen since the case was opened. */
  readonly pictured: boolean;
  readonly places: Readonly<Record<string, Place>>;
  /** The reader's window of a stack; absent = what the image says. */
  readonly windows: Readonly<Record<string, WindowValue>>;
  readonly inverted: Readonly<Record<string, boolean>>;
  readonly overlaysVisible: boolean;
  /** Enlarged pictures are drawn between their pixels, and say so; else every pixel is a rectangle. */
  readonly smoothed: boolean;
  /** Whether the visible stacks are scrolled together, and the positions that the reader says belong together, by stack. */
  readonly linked: boolean;
  readonly match: Readonly<Record<string, number>>;
  /** Which slices of two stacks go together, by their geometry. */
  readonly links: SliceLinks;
  readonly windowLinked: boolean;
  readonly referenceLines: boolean;
  readonly selectedRegionId: string | null;
  /** The stack that plays, if any, and the reader's frames per second; null = as recorded. */
  readonly playing: string | null;
  readonly rate: number | null;
  readonly backwards: boolean;
  readonly gesture: Gesture | null;
  /** Null until the viewer has looked at the device. */
  readonly renderer: Renderer | null;
  readonly handlers: ViewerHandlers | null;
}

export interface ViewerActions {
  readonly setTool: (tool: ViewerTool) => void;
  readonly setLayout: (layout: ViewerLayout) => void;
  readonly cycleLayout: () => void;
  /** One cell alone, or back to the layout before. */
  readonly toggleMaximised: (cell: CellIndex) => void;
  readonly setActiveCell: (cell: CellIndex) => void;
  /** Hangs the case anew: layout, what goes where, how it is turned, and whether it is scrolled together. */
  readonly rehang: (arrangement: Arrangement) => void;
  /** The next or previous series in a cell, the active one by default; the pictures of a figure count as one. */
  readonly stepSeries: (delta: 1 | -1, cell?: CellIndex) => void;
  readonly assignStack: (cell: CellIndex, stackId: string | null) => void;
  /** Shows a stack in the cell that has it, else in the active cell. */
  readonly showStack: (stackId: string) => void;
  readonly setRoom: (room: ScreenSize) => void;
  readonly goTo: (stackId: string, position: number, time?: number) => void;
  /** Shows a frame in the cell that has its stack, else in the active cell. False where no stack holds it. */
  readonly goToFrame: (frame: FrameRef) => boolean;
  /** Steps through the slices of a cell's stack, of a clip through its frames; the active cell by default. Stops at the ends. */
  readonly step: (delta: number, cell?: CellIndex) => void;
  readonly stepTime: (delta: number, cell?: CellIndex) => void;
  readonly goToEnd: (end: "first" | "last", cell?: CellIndex) => void;
  readonly setWindow: (stackId: string, value: WindowValue | null) => void;
  readonly setView: (cell: CellIndex, view: ViewState) => void;
  readonly zoomBy: (factor: number, cell?: CellIndex) => void;
  readonly rotate: (quarters: number, cell?: CellIndex) => void;
  readonly flip: (axis: "horizontal" | "vertical", cell?: CellIndex) => void;
  readonly invert: (cell?: CellIndex) => void;
  /** Whole image, not turned, as recorded: the reader asked for it. */
  readonly reset: (cell?: CellIndex) => void;
  readonly toggleOverlays: () => void;
  readonly setOverlaysVisible: (visible: boolean) => void;
  readonly setSmoothed: (smoothed: boolean) => void;
  readonly toggleLinked: () => void;
  /** The slices shown now belong together: for stacks without a common frame of reference. */
  readonly matchHere: () => void;
  readonly toggleWindowLinked: () => void;
  readonly toggleReferenceLines: () => void;
  /** Selects a region and goes to its frame; null selects none. `stay` leaves the slice as it is. */
  readonly selectRegion: (id: string | null, where?: "go" | "stay") => void;
  readonly deleteSelected: () => void;
  /** Moves the selected region by image pixels; false where none is selected or may be moved. */
  readonly nudgeSelected: (columns: number, rows: number) => boolean;
  readonly cancelDrawing: () => boolean;
  readonly retry: (cell?: CellIndex) => void;
  readonly play: (stackId: string | null) => void;
  readonly togglePlaying: () => void;
  readonly toggleDirection: () => void;
  readonly setGesture: (gesture: Gesture | null) => void;
  /** The drag is over: a box sets the window of its stack. */
  readonly endGesture: () => void;
  /** Sets the window from the pixels of the active cell; nothing happens while they are not here or are in colour. */
  readonly setPixelWindow: (kind: PixelWindow) => void;
  readonly setRate: (framesPerSecond: number | null) => void;
  readonly setRenderer: (renderer: Renderer) => void;
  readonly setReadiness: (cell: CellIndex, readiness: CellReadiness) => void;
  readonly connect: (handlers: ViewerHandlers) => () => void;
}

export const initialPlace: Place = { position: 0, time: 0 };
