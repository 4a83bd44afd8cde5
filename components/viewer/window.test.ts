import { expect, it } from "vitest";
import { draggedWindow } from "./cornerstone/view-drag";
import { windowPresets } from "./presets";
import { metadataWith } from "./testing/stacks";
import { defaultWindow, windowRange } from "./window";

it("takes the first window of the object, else all its values", () => {
  const stated = [{ center: 40, width: 400, explanation: null }];
  expect(defaultWindow(metadataWith({ windows: stated }))).toEqual({ center: 40, width: 400 });
  expect(defaultWindow(metadataWith())).toEqual({ center: 1024, width: 4096 });
  const falling = metadataWith({ rescale: { slope: -1, intercept: 0, type: null } });
  expect(defaultWindow(falling)).toEqual({ center: -2047, width: 4096 });
  const uptake = {
    voiFunction: "LINEAR_EXACT",
    rescale: { slope: 0.001, intercept: 0, type: "SUVbw" },
  } as const;
  expect(defaultWindow(metadataWith({ ...uptake, largestValue: 8000 }))).toEqual({ center: 4, width: 8 });
  const narrow = [{ center: 0.2, width: 0.4, explanation: null }];
  expect(defaultWindow(metadataWith({ ...uptake, windows: narrow }))).toEqual({ center: 0.2, width: 0.4 });
  expect(defaultWindow(metadataWith({ samplesPerPixel: 3 }))).toEqual({ center: 128, width: 256 });
});

it("gives the ends of a window as PS3.3 C.11.2.1.2 does", () => {
  expect(windowRange({ center: 128, width: 256 }, "LINEAR")).toEqual({ lower: 0, upper: 255 });
  expect(windowRange({ center: 128, width: 256 }, "LINEAR_EXACT")).toEqual({ lower: 0, upper: 256 });
  const narrow = windowRange({ center: 5, width: 1 }, "LINEAR");
  expect(narrow.upper).toBeGreaterThan(narrow.lower);
});

it("never drags a window to nothing", () => {
  expect(draggedWindow({ center: 0, width: 10 }, metadataWith(), -500, 0).width).toBe(1);
  expect(draggedWindow({ center: 0, width: 400 }, metadataWith(), 100, 10).width).toBeGreaterThan(400);
});

it("offers the usual windows of the body part first, and none where values have no scale", () => {
  expect(windowPresets({ bodyPart: "CHEST" }, metadataWith())[0]?.id).toBe("lung");
  expect(windowPresets({ bodyPart: null }, metadataWith())).toHaveLength(9);
  expect(windowPresets({ bodyPart: "BRAIN" }, metadataWith({ modality: "MR" }))).toEqual([]);
  expect(windowPresets({ bodyPart: null }, metadataWith({ modality: "PT" }))).toEqual([]);
  expect(windowPresets({ bodyPart: null }, undefined)).toEqual([]);
});

it("offers no window of CT for a summary in colour, a capture of a screen or values without rescale", () => {
  const capture = { sopClassUid: "1.2.840.10008.5.1.4.1.1.7" } as const;
  const rescale = { slope: 1, intercept: 0, type: null } as const;
  for (const part of [{ samplesPerPixel: 3 }, { ...capture, rescale }, { rescale: null }] as const)
    expect(windowPresets({ bodyPart: "CHEST" }, metadataWith(part))).toEqual([]);
  expect(windowPresets({ bodyPart: null }, metadataWith(capture))).toHaveLength(9);
  const unspecified = { ...rescale, type: "US" } as const;
  expect(windowPresets({ bodyPart: null }, metadataWith({ rescale: unspecified }))).toHaveLength(9);
});

it("offers windows of PET in the uptake it is counted in, from 0 to white", () => {
  const uptake = [
    { kind: "SUVbw", factor: 0.0004 },
    { kind: "SUVlbm", factor: 0.0003 },
  ] as const;
  const [first, ...others] = windowPresets({ bodyPart: "CHEST" }, metadataWith({ modality: "PT", uptake }));
  expect(first).toEqual({ id: "uptake-5", label: "SUVbw 0 to 5", center: 2.5, width: 5 });
  expect(others.map(({ width }) => width)).toEqual([7, 10, 15, 20]);
  for (const preset of first ? [first, ...others] : [])
    expect(windowRange(preset, "LINEAR_EXACT")).toEqual({ lower: 0, upper: preset.width });
});
