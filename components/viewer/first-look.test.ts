import { expect, it } from "vitest";
import type { Arrangement } from "@/lib/hanging/types";
import { firstLook, posterFrame, viewFor } from "./first-look";
import { createViewerStore } from "./store";
import { frameAt } from "./store-rules";
import { metadataWith, stackOf } from "./testing/stacks";

const stacks = [stackOf("axial", 21), stackOf("coronal", 9), stackOf("sagittal", 5), stackOf("figure", 1)];
const instances = Object.fromEntries(
  stacks.flatMap((stack) => stack.frames.map(({ instanceId }) => [instanceId, metadataWith()])),
);
const inOrder = (layout: Arrangement["layout"]): Arrangement => ({
  layout,
  cells: stacks.map(({ id }) => id),
  views: {},
});
const byWidth = ({ windowWidth }: { readonly windowWidth: number }) =>
  inOrder(windowWidth < 1440 ? "1x1" : "2x2");
const names = (pictures: readonly ({ readonly instanceId: string } | null)[]) =>
  pictures.map((picture) => picture?.instanceId ?? null);

it("begins with the middle slice of each series", () => {
  const look = firstLook(stacks, instances, null, byWidth);
  expect(look.wide.layout).toBe("2x2");
  expect(names(look.wide.pictures)).toEqual(["axial-10", "coronal-4", "sagittal-2", "figure-0"]);
  expect(names(look.middle.pictures)).toEqual(["axial-10"]);
  expect(look.narrow).toBe(look.middle);
});

it("begins with the image of the first text, in the viewport that has its series", () => {
  const look = firstLook(stacks, instances, { instanceId: "coronal-7", frame: 1 }, byWidth);
  expect(names(look.wide.pictures)).toEqual(["axial-10", "coronal-7", "sagittal-2", "figure-0"]);
  expect(names(look.narrow.pictures)).toEqual(["coronal-7"]);
});

it.each([1024, 1280, 1600])("shows what the viewer's store will show in a window of %i pixels", (width) => {
  const text = { instanceId: "sagittal-4", frame: 1 };
  const look = firstLook(stacks, instances, text, byWidth);
  const store = createViewerStore({ stacks, arrangement: byWidth({ windowWidth: width }) });
  store.getState().goToFrame(text);
  const { cells, places } = store.getState();
  const shown = cells.map((id) => {
    const stack = stacks.find((one) => one.id === id);
    const place = id ? places[id] : undefined;
    return stack && place ? (frameAt(stack, place)?.instanceId ?? null) : null;
  });
  const { pictures } = viewFor(look, width);
  expect(names(pictures)).toEqual(shown.slice(0, pictures.length));
});

it("keeps how a picture is hung: one on its side is as wide as it was high", () => {
  const views = { axial: { mirrored: true, align: "right" }, coronal: { rotation: 90 } } as const;
  const wide = metadataWith({ rows: 100, columns: 200 });
  const { pictures } = firstLook(stacks, { ...instances, "coronal-4": wide }, null, () => ({
    ...inOrder("1x2"),
    views,
  })).wide;
  expect(pictures[0]).toMatchObject({ mirrored: true, rotation: 0, align: "right", ratio: 1 });
  expect(pictures[1]).toMatchObject({ mirrored: false, rotation: 90, align: null, ratio: 0.5 });
  expect(pictures.map((picture) => picture?.posterUrl)).toEqual([expect.any(String), expect.any(String)]);
});

it("lays the poster of a figure around the panel that is shown", () => {
  const panel = { ...stackOf("panel", 1), crop: [100, 50, 200, 100] } as const;
  const figure = metadataWith({ rows: 300, columns: 400, pixelSpacing: null });
  const hung = { layout: "1x1", cells: ["panel"], views: {} } as const;
  const look = firstLook([panel], { "panel-0": figure }, null, () => hung);
  // The frame is twice as wide and three times as high as the panel, which begins half its own sides into it.
  expect(look.wide.pictures).toMatchObject([
    { ratio: 2, around: { left: -50, top: -50, width: 200, height: 300 }, posterUrl: expect.any(String) },
  ]);
});

it("has the poster of a clip's first frame, where the import made it of that one", () => {
  const clip = { ...stackOf("clip", 1, 30), kind: "clip" as const };
  const metadata = metadataWith({ frameCount: 30, posterFrame: 1 });
  const hung = { layout: "1x1", cells: ["clip"], views: {} } as const;
  const look = firstLook([clip], { "clip-0": metadata }, null, () => hung);
  expect(look.wide.pictures).toMatchObject([{ frame: 1, posterUrl: "/api/instances/clip-0/poster?frame=1" }]);
});

it("gives a poster only to the frame it is made of", () => {
  const clip = { ...stackOf("clip", 1, 30), kind: "clip" as const };
  const metadata = metadataWith({ frameCount: 30 });
  expect(posterFrame(metadata)).toBe(15);
  const hung = { layout: "1x1", cells: ["clip"], views: {} } as const;
  const look = firstLook([clip], { "clip-0": metadata }, null, () => hung);
  expect(look.wide.pictures).toMatchObject([{ frame: 1, posterUrl: null }]);
});

it("keeps the shape of pixels that are not square", () => {
  const wide = { "axial-10": metadataWith({ rows: 100, columns: 200, pixelSpacing: [2, 0.5] }) };
  const look = firstLook([stackOf("axial", 21)], wide, null, () => inOrder("1x1"));
  expect(look.wide.pictures[0]?.ratio).toBe(0.5);
});

it("shows nothing for a case without images", () => {
  expect(firstLook([], {}, null, () => ({ layout: "1x1", cells: [], views: {} })).wide.pictures).toEqual([]);
});
