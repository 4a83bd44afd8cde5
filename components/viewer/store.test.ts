import { describe, expect, it, vi } from "vitest";
import { createViewerStore } from "./store";
import type { ViewerHandlers } from "./store-state";
import { stackOf } from "./testing/stacks";

const axial = stackOf("axial", 28);
const perfusion = stackOf("perfusion", 5, 4);
const figure = stackOf("figure", 1);

function handlers(part: Partial<ViewerHandlers> = {}): ViewerHandlers {
  return {
    frameOfRegion: () => null,
    deleteRegion: () => undefined,
    moveRegion: () => true,
    cancelDrawing: () => false,
    nearestPosition: () => null,
    ...part,
  };
}

function open() {
  const store = createViewerStore({ stacks: [axial, perfusion, figure] });
  return { store, act: store.getState, state: store.getState };
}

describe("slices", () => {
  it("start in the middle of a volume and stop at its ends", () => {
    const { act, state } = open();
    expect(state().places.axial).toEqual({ position: 13, time: 0 });
    act().step(-100);
    expect(state().places.axial?.position).toBe(0);
    act().goToEnd("last");
    expect(state().places.axial?.position).toBe(27);
    act().step(5);
    expect(state().places.axial?.position).toBe(27);
  });

  it("keep their time while the position changes, and the other way round", () => {
    const { act, state } = open();
    act().assignStack(0, "perfusion");
    act().stepTime(3);
    act().step(1);
    expect(state().places.perfusion).toEqual({ position: 3, time: 3 });
    act().stepTime(9);
    expect(state().places.perfusion).toEqual({ position: 3, time: 3 });
  });

  it("of the other visible cells follow by position when linked", () => {
    const { store, act, state } = open();
    act().setLayout("1x2");
    store.getState().connect(handlers({ nearestPosition: (_, position) => Math.min(4, position) }));
    act().goTo("axial", 3);
    expect(state().places.perfusion?.position).toBe(2);
    act().toggleLinked();
    act().goTo("axial", 1);
    expect(state().places.perfusion?.position).toBe(1);
    expect(state().places.figure?.position).toBe(0);
  });

  it("can be reached by frame, in the cell that has the stack or in the active one", () => {
    const { act, state } = open();
    act().setLayout("1x2");
    expect(act().goToFrame({ instanceId: "perfusion-2", frame: 3 })).toBe(true);
    expect(state()).toMatchObject({ activeCell: 1, places: { perfusion: { position: 2, time: 2 } } });
    expect(act().goToFrame({ instanceId: "figure-0", frame: 1 })).toBe(true);
    expect(state().cells.slice(0, 2)).toEqual(["axial", "figure"]);
    expect(act().goToFrame({ instanceId: "nowhere", frame: 1 })).toBe(false);
  });
});

describe("layout", () => {
  it("goes round, and a cell can be alone and come back", () => {
    const { act, state } = open();
    act().cycleLayout();
    act().cycleLayout();
    expect(state().layout).toBe("2x2");
    act().toggleMaximised(2);
    expect(state()).toMatchObject({ layout: "1x1", activeCell: 2 });
    act().toggleMaximised(2);
    expect(state().layout).toBe("2x2");
  });

  it("shows a stack assigned anew upright and waits for its pixels", () => {
    const { act, state } = open();
    act().rotate(1);
    act().setReadiness(0, { kind: "ready", instanceId: "axial-0", frame: 1 });
    act().assignStack(0, "axial");
    expect(state().readiness[0].kind).toBe("ready");
    act().assignStack(0, "perfusion");
    expect(state().readiness[0].kind).toBe("loading");
    expect(state().views[0].rotation).toBe(0);
    act().assignStack(0, null);
    expect(state().readiness[0].kind).toBe("empty");
  });
});

describe("view", () => {
  it("holds the zoom within bounds and is made whole by reset", () => {
    const { act, state } = open();
    act().zoomBy(1000);
    expect(state().views[0].zoom).toBe(40);
    act().flip("horizontal");
    act().invert();
    act().setWindow("axial", { center: 40, width: 80 });
    expect(state().inverted.axial).toBe(true);
    act().reset();
    expect(state().views[0]).toEqual({ zoom: 1, center: null, rotation: 0, mirrored: false });
    expect(state().windows.axial).toBeUndefined();
    expect(state().inverted.axial).toBe(false);
  });
});

describe("regions", () => {
  it("are gone to when selected, unless the slice is to stay", () => {
    const { store, act, state } = open();
    store.getState().connect(handlers({ frameOfRegion: () => ({ instanceId: "axial-4", frame: 1 }) }));
    act().selectRegion("r", "stay");
    expect(state().places.axial?.position).toBe(13);
    act().selectRegion("r");
    expect(state().places.axial?.position).toBe(4);
  });

  it("are deleted and moved by the mounted viewer, and by nobody else", () => {
    const { store, act, state } = open();
    act().selectRegion("r");
    expect(act().nudgeSelected(1, 0)).toBe(false);
    const deleteRegion = vi.fn();
    const moveRegion = vi.fn(() => true);
    const disconnect = store.getState().connect(handlers({ deleteRegion, moveRegion }));
    expect(act().nudgeSelected(0, -10)).toBe(true);
    expect(moveRegion).toHaveBeenCalledWith("r", 0, -10);
    act().deleteSelected();
    expect(deleteRegion).toHaveBeenCalledWith("r");
    expect(state().selectedRegionId).toBeNull();
    disconnect();
    expect(state().handlers).toBeNull();
  });
});
