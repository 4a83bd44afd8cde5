import { createStore, type StoreApi } from "zustand/vanilla";
import type { StackView } from "@/lib/cases/types";
import { flipView, rotateView } from "@/lib/core/geometry/view-transform";
import type { Arrangement } from "@/lib/hanging/types";
import { alignedPlaces, firstPlaces, joiningPlace, linkedPlaces } from "./linked-places";
import { linkedSlices } from "./linked-slices";
import {
  clampPlace,
  clampZoom,
  hungView,
  isClip,
  layoutAfter,
  linkedWindows,
  locateFrame,
  neighbourPicture,
  neighbourSeries,
  perCell,
  visibleCells,
  waitingReadiness,
  withCell,
} from "./store-rules";
import type { CellIndex, SliceLinks, ViewerActions, ViewerState } from "./store-state";
import type { ViewerLayout, ViewerTool } from "./types";

export type ViewerStore = StoreApi<ViewerState & ViewerActions>;

/** The state of one mounted case. Without Cornerstone, so that any room may read it and call its actions. */
export function createViewerStore({
  stacks,
  arrangement,
  links = linkedSlices({}),
  tool = "window",
  seen = new Set<string>(),
}: {
  readonly stacks: readonly StackView[];
  /** Absent = one cell, stacks in their order. */
  readonly arrangement?: Arrangement;
  /** Absent = nothing is known of where slices lie. */
  readonly links?: SliceLinks;
  /** The tool in hand at first. */
  readonly tool?: ViewerTool;
  /** "instance:frame" of what was seen before the case was opened. */
  readonly seen?: ReadonlySet<string>;
}): ViewerStore {
  const hung = arrangement ?? { layout: "1x1", cells: stacks.map(({ id }) => id), views: {} };
  const cells = perCell((cell) => hung.cells[cell] ?? null);
  const linking = { linked: hung.linked ?? false, links, match: {} };
  const places = firstPlaces({ ...linking, stacks, layout: hung.layout, cells });
  return createStore<ViewerState & ViewerActions>()((set, get) => {
    let layoutBefore: ViewerLayout | null = null;
    const stackOf = (cell: CellIndex | undefined): StackView | undefined => {
      const id = get().cells[cell ?? get().activeCell];
      return get().stacks.find((stack) => stack.id === id);
    };
    const changeView = (
      cell: CellIndex | undefined,
      change: (view: ViewerState["views"][0]) => typeof view,
    ): void => {
      const index = cell ?? get().activeCell;
      set({ views: withCell(get().views, index, change(get().views[index])) });
    };

    return {
      stacks,
      hungViews: hung.views,
      tool,
      layout: hung.layout,
      room: null,
      activeCell: 0,
      cells,
      views: perCell((cell) => hungView(hung.views[cells[cell] ?? ""])),
      readiness: waitingReadiness(cells),
      attempts: perCell(() => 0),
      seen,
      pictured: false,
      places,
      windows: {},
      inverted: {},
      overlaysVisible: true,
      smoothed: true,
      ...linking,
      windowLinked: false,
      referenceLines: true,
      selectedRegionId: null,
      playing: null,
      rate: null,
      backwards: false,
      gesture: null,
      renderer: null,
      handlers: null,

      setTool: (tool) => set({ tool }),
      setLayout: (next) => {
        layoutBefore = null;
        const visible = visibleCells(next, get().activeCell);
        set({
          layout: next,
          activeCell: visible.includes(get().activeCell) ? get().activeCell : (visible[0] ?? 0),
        });
        set({ places: alignedPlaces(get()) });
      },
      cycleLayout: () => {
        const { layout, room } = get();
        get().setLayout(layoutAfter(layout, room));
      },
      setRoom: (room) => set({ room }),
      toggleMaximised: (cell) => {
        const before = layoutBefore;
        if (get().layout === "1x1" && before) {
          get().setLayout(before);
        } else if (get().layout !== "1x1") {
          const current = get().layout;
          get().setLayout("1x1");
          layoutBefore = current;
        }
        set({ activeCell: cell });
      },
      setActiveCell: (activeCell) => set({ activeCell }),
      rehang: ({ layout: next, cells: wanted, views, linked }) => {
        const before = get();
        const held = perCell((cell) => wanted[cell] ?? null);
        set({
          ...(linked === undefined ? {} : { linked, match: {} }),
          hungViews: views,
          cells: held,
          views: perCell((cell) => hungView(views[held[cell] ?? ""])),
          readiness: perCell((cell) =>
            held[cell] === before.cells[cell]
              ? before.readiness[cell]
              : { kind: held[cell] === null ? "empty" : "loading" },
          ),
        });
        set({ activeCell: 0 });
        get().setLayout(next);
      },
      stepSeries: (delta, cell) => {
        const index = cell ?? get().activeCell;
        const next = neighbourSeries(get().stacks, get().cells[index], delta);
        if (next) get().assignStack(index, next.id);
      },
      assignStack: (cell, stackId) => {
        if (get().cells[cell] === stackId) return;
        set({
          cells: withCell(get().cells, cell, stackId),
          views: withCell(get().views, cell, hungView(get().hungViews[stackId ?? ""])),
          readiness: withCell(get().readiness, cell, { kind: stackId === null ? "empty" : "loading" }),
        });
        set({ places: { ...get().places, ...joiningPlace(get(), stackId) } });
      },

      showStack: (stackId) => {
        const { activeCell, cells, layout } = get();
        const shown = [activeCell, ...visibleCells(layout, activeCell)].find(
          (cell) => cells[cell] === stackId,
        );
        if (shown === undefined) get().assignStack(activeCell, stackId);
        else set({ activeCell: shown });
      },
      goTo: (stackId, position, time) => {
        const state = get();
        const stack = state.stacks.find((candidate) => candidate.id === stackId);
        if (!stack) return;
        const current = state.places[stackId];
        const place = clampPlace(stack, { position, time: time ?? current?.time ?? 0 });
        if (current?.position === place.position && current.time === place.time) return;
        set({ places: { ...state.places, ...linkedPlaces(state, stack, place), [stackId]: place } });
      },
      goToFrame: (frame) => {
        const state = get();
        const found = locateFrame(state.stacks, frame, state.cells[state.activeCell]);
        if (!found) return false;
        const visible = visibleCells(state.layout, state.activeCell);
        const cell = [state.activeCell, ...visible].find(
          (candidate) => state.cells[candidate] === found.stackId,
        );
        if (cell === undefined) state.assignStack(state.activeCell, found.stackId);
        else set({ activeCell: cell });
        state.goTo(found.stackId, found.position, found.time);
        return true;
      },
      step: (delta, cell) => {
        const stack = stackOf(cell);
        if (!stack) return;
        const picture = neighbourPicture(get().stacks, stack, delta);
        if (picture) get().assignStack(cell ?? get().activeCell, picture.id);
        const place = get().places[stack.id] ?? { position: 0, time: 0 };
        if (isClip(stack)) get().goTo(stack.id, place.position, place.time + delta);
        else get().goTo(stack.id, place.position + delta, place.time);
      },
      stepTime: (delta, cell) => {
        const stack = stackOf(cell);
        if (!stack) return;
        const place = get().places[stack.id];
        get().goTo(stack.id, place?.position ?? 0, (place?.time ?? 0) + delta);
      },
      goToEnd: (end, cell) => {
        const stack = stackOf(cell);
        if (!stack) return;
        if (isClip(stack)) get().goTo(stack.id, 0, end === "first" ? 0 : stack.times - 1);
        else get().goTo(stack.id, end === "first" ? 0 : stack.positions - 1);
      },

      setWindow: (stackId, value) => {
        set({ windows: linkedWindows(get(), stackId, value) });
      },
      setView: (cell, view) => changeView(cell, () => view),
      zoomBy: (factor, cell) =>
        changeView(cell, (view) => ({ ...view, zoom: clampZoom(view.zoom * factor) })),
      rotate: (quarters, cell) => changeView(cell, (view) => rotateView(view, quarters)),
      flip: (axis, cell) => changeView(cell, (view) => flipView(view, axis)),
      invert: (cell) => {
        const stack = stackOf(cell);
        if (stack) set({ inverted: { ...get().inverted, [stack.id]: !(get().inverted[stack.id] ?? false) } });
      },
      reset: (cell) => {
        const stack = stackOf(cell);
        changeView(cell, () => hungView(get().hungViews[stack?.id ?? ""]));
        if (!stack) return;
        get().setWindow(stack.id, null);
        set({ inverted: { ...get().inverted, [stack.id]: false } });
      },

      toggleOverlays: () => set({ overlaysVisible: !get().overlaysVisible }),
      setOverlaysVisible: (overlaysVisible) => set({ overlaysVisible }),
      setSmoothed: (smoothed) => set({ smoothed }),
      toggleLinked: () => {
        get().matchHere();
        set({ linked: !get().linked });
      },
      matchHere: () => {
        const entries = Object.entries(get().places).map(([id, { position }]) => [id, position] as const);
        set({ match: Object.fromEntries(entries) });
      },
      toggleWindowLinked: () => set({ windowLinked: !get().windowLinked }),
      toggleReferenceLines: () => set({ referenceLines: !get().referenceLines }),
      selectRegion: (id, where = "go") => {
        set({ selectedRegionId: id });
        const frame = id !== null && where === "go" ? get().handlers?.frameOfRegion(id) : null;
        if (frame) get().goToFrame(frame);
      },
      deleteSelected: () => {
        const id = get().selectedRegionId;
        if (id !== null && get().handlers?.deleteRegion(id)) set({ selectedRegionId: null });
      },
      nudgeSelected: (columns, rows) => {
        const id = get().selectedRegionId;
        return id !== null && (get().handlers?.moveRegion(id, columns, rows) ?? false);
      },
      cancelDrawing: () => get().handlers?.cancelDrawing() ?? false,
      retry: (cell) => {
        const index = cell ?? get().activeCell;
        set({ attempts: withCell(get().attempts, index, get().attempts[index] + 1) });
      },

      play: (playing) => set({ playing }),
      togglePlaying: () => {
        const stack = stackOf(undefined);
        set({ playing: get().playing === null ? (stack?.id ?? null) : null });
      },
      toggleDirection: () => set({ backwards: !get().backwards }),
      setGesture: (gesture) => set({ gesture }),
      endGesture: () => {
        const { gesture, cells, handlers, setWindow } = get();
        if (gesture === null) return;
        set({ gesture: null });
        const stackId = cells[gesture.cell];
        const window = gesture.kind === "window-region" ? handlers?.windowOfBox(gesture) : null;
        if (stackId !== null && window) setWindow(stackId, window);
      },
      setPixelWindow: (kind) => {
        const { activeCell, cells, handlers, setWindow } = get();
        const stackId = cells[activeCell];
        const window = handlers?.windowOfPixels(activeCell, kind);
        if (stackId !== null && window) setWindow(stackId, window);
      },
      setRate: (rate) => set({ rate }),
      setRenderer: (renderer) => {
        if (get().renderer === renderer) return;
        set({ renderer, readiness: waitingReadiness(get().cells) });
      },
      setReadiness: (cell, readiness) => {
        set({ readiness: withCell(get().readiness, cell, readiness) });
        if (readiness.kind !== "ready") return;
        if (!get().pictured) set({ pictured: true });
        const key = `${readiness.instanceId}:${readiness.frame}`;
        if (!get().seen.has(key)) set({ seen: new Set([...get().seen, key]) });
      },
      connect: (handlers) => {
        set({ handlers });
        return () => {
          if (get().handlers === handlers) set({ handlers: null });
        };
      },
    };
  });
}
