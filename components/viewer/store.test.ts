import { describe, expect, it, vi } from "vitest";
import { linkedSlices } from "./linked-slices";
import { createViewerStore } from "./store";
import { visibleCells } from "./store-rules";
import type { SliceLinks, ViewerHandlers } from "./store-state";
import { stackOf } from "./testing/stacks";

const axial = stackOf("axial", 28);
const perfusion = stackOf("perfusion", 5, 4);
const figure = stackOf("figure", 1);

function handlers(part: Partial<ViewerHandlers> = {}): ViewerHandlers {
  return {
    frameOfRegion: () => null,
    deleteRegion: () => true,
    moveRegion: () => true,
    cancelDrawing: () => false,
    windowOfBox: () => null,
    windowOfPixels: () => null,
    ...part,
  };
}

const linksWith = (part: Partial<SliceLinks>): SliceLinks => ({ ...linkedSlices({}), ...part });

function open(part: { readonly links?: SliceLinks } = {}) {
  const store = createViewerStore({ stacks: [axial, perfusion, figure], ...part });
  return { store, act: store.getState, state: store.getState };
}

describe("slices", () => {
  it("of a clip are its frames, from end to end", () => {
    const store = createViewerStore({ stacks: [stackOf("clip", 1, 10)] });
    const { step, goToEnd, stepTime } = store.getState();
    const time = () => store.getState().places.clip?.time;
    step(3);
    expect(time()).toBe(3);
    stepTime(-1);
    expect(time()).toBe(2);
    goToEnd("last");
    expect(time()).toBe(9);
    step(5);
    expect(time()).toBe(9);
    goToEnd("first");
    expect(time()).toBe(0);
  });

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
    const nearest: SliceLinks["nearest"] = (_, position) => Math.min(4, position);
    const links = linksWith({ relation: () => "registered", nearest });
    const { act, state } = open({ links });
    act().setLayout("1x2");
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

describe("hanging", () => {
  const picture = (id: string) => ({ ...stackOf(id, 1), seriesId: "figure 1" });
  const stacks = [picture("1a"), picture("1b"), axial];
  const cells = ["1a", "1b", null, null];

  it("opens as the arrangement says, and every stack keeps the way it is turned", () => {
    const views = { "1b": { mirrored: true, align: "left" as const } };
    const store = createViewerStore({ stacks, arrangement: { layout: "1x2", cells, views } });
    expect(store.getState()).toMatchObject({ layout: "1x2", cells: ["1a", "1b", null, null, null, null] });
    expect(store.getState().views[1]).toMatchObject({ mirrored: true, align: "left", zoom: 1 });
    store.getState().rotate(1, 1);
    store.getState().reset(1);
    expect(store.getState().views[1]).toMatchObject({ mirrored: true, align: "left", rotation: 0 });
    store.getState().assignStack(0, "1b");
    expect(store.getState().views[0]).toMatchObject({ mirrored: true });
  });

  it("steps from picture to picture of a figure, and one key further to the next series", () => {
    const store = createViewerStore({ stacks, arrangement: { layout: "1x1", cells, views: {} } });
    const { step, stepSeries } = store.getState();
    const shown = () => store.getState().cells[0];
    step(1);
    expect(shown()).toBe("1b");
    step(5);
    expect(shown()).toBe("1b");
    step(-9);
    expect(shown()).toBe("1a");
    stepSeries(1);
    expect(shown()).toBe("axial");
    stepSeries(-1);
    expect(shown()).toBe("1a");
    const series: string[] = [];
    do {
      stepSeries(1);
      series.push(shown() ?? "");
    } while (shown() !== "1a" && series.length < 20);
    expect(series).toContain("axial");
    stepSeries(-1);
    expect(shown()).toBe(series.at(-2));
  });

  it("can be done anew; what stays in its cell need not load again", () => {
    const store = createViewerStore({ stacks, arrangement: { layout: "2x2", cells, views: {} } });
    store.getState().setReadiness(0, { kind: "ready", instanceId: "1a-0", frame: 1 });
    store.getState().setActiveCell(1);
    store.getState().rehang({ layout: "1x2", cells: ["1a", "axial"], views: { axial: { rotation: 90 } } });
    expect(store.getState()).toMatchObject({
      layout: "1x2",
      activeCell: 0,
      cells: ["1a", "axial", null, null, null, null],
    });
    expect(store.getState().readiness[0].kind).toBe("ready");
    expect(store.getState().readiness[1].kind).toBe("loading");
    expect(store.getState().views[1].rotation).toBe(90);
  });

  it("passes over layouts that the window has no room for", () => {
    const store = createViewerStore({ stacks });
    store.getState().setRoom({ width: 700, height: 500 });
    const seen = [0, 1, 2].map(() => {
      store.getState().cycleLayout();
      return store.getState().layout;
    });
    expect(seen).toEqual(["1x2", "1x1", "1x2"]);
  });

  it("shows six cells in pages of a smaller layout, the active one always among them", () => {
    expect(visibleCells("2x3", 4)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(visibleCells("2x2", 5)).toEqual([2, 3, 4, 5]);
    expect(visibleCells("2x1", 4)).toEqual([4, 5]);
    expect(visibleCells("1x1", 3)).toEqual([3]);
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
    const deleteRegion = vi.fn(() => false);
    const moveRegion = vi.fn(() => true);
    const disconnect = store.getState().connect(handlers({ deleteRegion, moveRegion }));
    expect(act().nudgeSelected(0, -10)).toBe(true);
    expect(moveRegion).toHaveBeenCalledWith("r", 0, -10);
    act().deleteSelected();
    expect(deleteRegion).toHaveBeenCalledWith("r");
    expect(state().selectedRegionId).toBe("r");
    deleteRegion.mockReturnValue(true);
    act().deleteSelected();
    expect(state().selectedRegionId).toBeNull();
    disconnect();
    expect(state().handlers).toBeNull();
  });
});

describe("a drag that shows something while it lasts", () => {
  const gesture = { cell: 0, from: [10, 10], to: [60, 40] } as const;

  it("sets the window by its box when it is over, and only a box does", () => {
    const { act, state } = open();
    const windowOfBox = vi.fn(() => ({ center: 40, width: 90 }));
    act().connect(handlers({ windowOfBox }));
    act().setGesture({ kind: "magnify", ...gesture });
    act().endGesture();
    expect(state().windows).toEqual({});
    act().setGesture({ kind: "window-region", ...gesture });
    act().endGesture();
    expect(state().windows).toEqual({ axial: { center: 40, width: 90 } });
    expect(state().gesture).toBeNull();
    act().endGesture();
    expect(windowOfBox).toHaveBeenCalledTimes(1);
  });

  it("leaves the window where a box has no values", () => {
    const { act, state } = open();
    act().connect(handlers());
    act().setWindow("axial", { center: 1, width: 2 });
    act().setGesture({ kind: "window-region", ...gesture });
    act().endGesture();
    act().setPixelWindow("all-values");
    expect(state().windows).toEqual({ axial: { center: 1, width: 2 } });
  });
});

describe("stacks that are linked", () => {
  const prior = { ...stackOf("prior", 20), modality: "CT" };
  const scan = { ...stackOf("scan", 9), modality: "MR" };
  const sideBySide = (part: Partial<SliceLinks> = {}, linked?: boolean) => {
    const cells = ["axial", "prior", "scan"];
    const hung = { layout: "2x2", cells, views: {} } as const;
    const arrangement = linked === undefined ? hung : { ...hung, linked };
    return createViewerStore({ stacks: [axial, prior, scan], arrangement, links: linksWith(part) });
  };

  it("keep their offset in slices where they share neither a frame of reference nor millimetres", () => {
    const store = sideBySide();
    store.getState().goTo("axial", 10);
    store.getState().goTo("prior", 4);
    store.getState().toggleLinked();
    store.getState().goTo("axial", 13);
    expect(store.getState().places.prior?.position).toBe(7);
    store.getState().goTo("axial", 0);
    expect(store.getState().places.prior?.position).toBe(0);
    store.getState().goTo("axial", 10);
    expect(store.getState().places.prior?.position).toBe(4);
  });

  it("go by millimetres from where they were matched, and stay where they are not parallel", () => {
    const store = sideBySide({
      relation: (one, other) => ([one.id, other.id].includes("scan") ? "apart" : "parallel"),
      matched: ({ position, match }, { match: there }) => there + 2 * (position - match),
    });
    store.getState().goTo("axial", 10);
    store.getState().goTo("prior", 4);
    store.getState().toggleLinked();
    const still = store.getState().places.scan?.position;
    store.getState().goTo("axial", 12);
    expect(store.getState().places.prior?.position).toBe(8);
    expect(store.getState().places.scan?.position).toBe(still);
    store.getState().matchHere();
    expect(store.getState().match).toMatchObject({ axial: 12, prior: 8 });
  });

  it("open together where the case is hung so, at the same share until they are matched", () => {
    const store = sideBySide({}, true);
    const at = (id: string) => store.getState().places[id]?.position;
    expect([at("axial"), at("prior"), at("scan")]).toEqual([13, 9, 4]);
    store.getState().goTo("axial", 27);
    expect([at("prior"), at("scan")]).toEqual([19, 8]);
    store.getState().toggleLinked();
    store.getState().goTo("prior", 4);
    expect(at("axial")).toBe(27);
    store.getState().toggleLinked();
    store.getState().goTo("prior", 5);
    expect(at("axial")).toBe(27);
    store.getState().goTo("prior", 3);
    expect(at("axial")).toBe(26);
  });

  it("run through the patient the same way, also where one is stored from the other end", () => {
    const store = sideBySide({ shared: (_from, position, to) => to.positions - 1 - position }, true);
    store.getState().goTo("axial", 2);
    expect(store.getState().places.prior?.position).toBe(17);
  });

  it("take a stack along that comes into sight, and do not when they are not linked", () => {
    const store = sideBySide({}, true);
    const position = () => store.getState().places.prior?.position;
    store.getState().setLayout("1x1");
    store.getState().goTo("axial", 27);
    expect(position()).toBe(9);
    store.getState().setLayout("1x2");
    expect(position()).toBe(19);
    store.getState().assignStack(1, "scan");
    store.getState().goTo("axial", 0);
    store.getState().assignStack(1, "prior");
    expect(position()).toBe(0);
    store.getState().toggleLinked();
    store.getState().assignStack(1, "scan");
    store.getState().goTo("axial", 27);
    store.getState().assignStack(1, "prior");
    expect(position()).toBe(0);
  });

  it("are hung together again, or apart, and forget what was matched; a rule without a word leaves them", () => {
    const store = sideBySide({}, true);
    const hung = { layout: "1x2", cells: ["axial", "prior"], views: {} } as const;
    store.getState().matchHere();
    store.getState().rehang(hung);
    expect(store.getState()).toMatchObject({ linked: true, match: { axial: 13 } });
    store.getState().rehang({ ...hung, linked: false });
    expect(store.getState()).toMatchObject({ linked: false, match: {} });
    store.getState().goTo("axial", 27);
    store.getState().rehang({ ...hung, linked: true });
    expect(store.getState().places.prior?.position).toBe(19);
  });

  it("take each other's window within a modality, and its absence", () => {
    const store = sideBySide();
    store.getState().setWindow("axial", { center: 1, width: 2 });
    expect(Object.keys(store.getState().windows)).toEqual(["axial"]);
    store.getState().toggleWindowLinked();
    store.getState().setWindow("prior", { center: 40, width: 400 });
    expect(store.getState().windows).toEqual({
      axial: { center: 40, width: 400 },
      prior: { center: 40, width: 400 },
    });
    store.getState().setWindow("axial", null);
    expect(store.getState().windows).toEqual({});
  });
});
