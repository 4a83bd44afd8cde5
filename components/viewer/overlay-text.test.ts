import { expect, it } from "vitest";
import { techniqueText } from "./overlay-text";
import { metadataWith } from "./testing/stacks";

it("writes technique as readers do, and only what is read off a picture", () => {
  const mr = { "flip angle": 150, "TE ms": 102, "TR ms": 4200, tesla: 1.5, "echo train": 16 };
  expect(techniqueText(metadataWith({ technique: mr }))).toBe("TR 4200 TE 102");
  expect(techniqueText(metadataWith({ technique: { "TR ms": 5.13, "TE ms": 2.4 } }))).toBe("TR 5.1 TE 2.4");
  const ct = { mA: 220, kVp: 120, mAs: 110.2, "gantry tilt": 0 };
  expect(techniqueText(metadataWith({ technique: ct }))).toBe("120 kVp 110 mAs");
  expect(techniqueText(metadataWith({ technique: { kVp: 0 } }))).toBe("");
});
