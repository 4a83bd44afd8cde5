import { expect, it } from "vitest";
import {
  linkText,
  pixelSizeText,
  sideText,
  studyText,
  techniqueText,
  turnText,
  windowNote,
  windowText,
} from "./overlay-text";
import { metadataWith } from "./testing/stacks";

it("writes technique as readers do, and only what is read off a picture", () => {
  const mr = { "flip angle": 150, "TE ms": 102, "TR ms": 4200, tesla: 1.5, "echo train": 16 };
  expect(techniqueText(metadataWith({ technique: mr }))).toBe("TR 4200 TE 102");
  expect(techniqueText(metadataWith({ technique: { "TR ms": 5.13, "TE ms": 2.4 } }))).toBe("TR 5.1 TE 2.4");
  const ct = { mA: 220, kVp: 120, mAs: 110.2, "gantry tilt": 0 };
  expect(techniqueText(metadataWith({ technique: ct }))).toBe("120 kVp 110 mAs");
  expect(techniqueText(metadataWith({ technique: { kVp: 0 } }))).toBe("");
});

it("says the size of a pixel and where that is true", () => {
  expect(pixelSizeText(metadataWith())).toBe("0.70 mm/px");
  expect(pixelSizeText(metadataWith({ pixelSpacing: [1, 0.5] }))).toBe("0.50 × 1.00 mm/px");
  expect(pixelSizeText(metadataWith({ pixelSpacing: [1.2, 1.2012] }))).toBe("1.20 mm/px");
  expect(pixelSizeText(metadataWith({ pixelSpacing: null, spacingSource: null }))).toBe("px");
  const detector = { spacingSource: "imager-pixel-spacing", pixelSpacing: [0.14, 0.14] } as const;
  expect(pixelSizeText(metadataWith(detector))).toBe("0.14 mm/px at detector");
  expect(pixelSizeText(metadataWith({ ...detector, radiographicMagnification: 1.4 }))).toBe(
    "0.10 mm/px (ERMF)",
  );
});

it("writes windows of uptake with their kind", () => {
  const uptake = [{ kind: "SUVbw", factor: 0.0004 }] as const;
  expect(windowText({ center: 5, width: 10 }, metadataWith({ uptake }), true)).toBe("W 10.00 L 5.00 SUVbw");
  expect(windowText({ center: -40, width: 400 }, metadataWith(), false)).toBe("W 400 L \u221240");
});

it("says which study is the prior one, and by how many days", () => {
  const [now, then, unknown] = [{ studyDay: 1862 }, { studyDay: 1861 }, { studyDay: null }];
  expect(studyText(now, [now, then, unknown])).toBe("");
  expect(studyText(then, [then, now])).toBe("Prior, 1 day earlier");
  expect(studyText({ studyDay: 0 }, [now, then])).toBe("Prior, 1862 days earlier");
  expect(studyText(unknown, [now, then])).toBe("");
});

it("numbers studies whose days do not tell which came first", () => {
  const [one, same, undated] = [
    { studyId: "a", studyDay: 40 },
    { studyId: "b", studyDay: 40 },
    { studyId: "b", studyDay: null },
  ];
  expect([one, same].map((stack) => studyText(stack, [one, one, same]))).toEqual([
    "Study 1 of 2",
    "Study 2 of 2",
  ]);
  expect(studyText(undated, [one, undated])).toBe("Study 2 of 2");
  expect(studyText(one, [one, { ...one }])).toBe("");
  expect(studyText({ studyDay: null }, [one, same, { studyDay: null }])).toBe("");
});

it("says by what a picture is scrolled with another", () => {
  expect(linkText("share")).toBe("Synced by share of series");
  expect(linkText(null)).toBe("");
});

it("names side and view of a radiograph", () => {
  expect(sideText(metadataWith({ laterality: "L", viewPosition: "MLO", geometry: null }))).toBe("Left MLO");
  expect(sideText(metadataWith({ laterality: "R" }))).toBe("Right");
  expect(sideText(metadataWith({ laterality: "U", viewPosition: "PA", geometry: null }))).toBe("PA");
  expect(sideText(metadataWith())).toBe("");
});

it("names what was done to the picture", () => {
  expect(turnText({ mirrored: false, rotation: 0 })).toBe("");
  expect(turnText({ mirrored: false, rotation: 90 })).toBe("Turned 90°");
  expect(turnText({ mirrored: true, rotation: 180 })).toBe("Mirrored, turned 180°");
});

it("says that a window stands for a table of the file until the reader sets one", () => {
  const tabled = metadataWith({ windows: [{ center: 50, width: 100, explanation: "Nearest to VOI LUT" }] });
  expect(windowNote(tabled, false)).toBe("Nearest to VOI LUT");
  expect(windowNote(tabled, true)).toBe("");
  const named = metadataWith({ windows: [{ center: 50, width: 100, explanation: "VOI LUT" }] });
  expect(windowNote(named, false)).toBe("");
});
