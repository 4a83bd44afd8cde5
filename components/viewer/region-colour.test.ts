import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { regionColour } from "./region-colour";

type Lab = readonly [number, number, number];

/** Every value that a token has in either theme, as OKLab. */
function valuesOf(token: string): readonly Lab[] {
  const css = readFileSync("app/tokens.css", "utf8");
  return [...css.matchAll(new RegExp(`${token}: oklch\\(([\\d.]+) ([\\d.]+) ([\\d.]+)\\)`, "g"))].map(
    ([, lightness, chroma, hue]) => {
      const angle = (Number(hue) * Math.PI) / 180;
      return [Number(lightness), Number(chroma) * Math.cos(angle), Number(chroma) * Math.sin(angle)];
    },
  );
}

it("no colour of a region is taken for a reader, a status, the accent or another colour", () => {
  const tokens = Object.values(regionColour).map((value) => value.slice(4, -1));
  for (const token of tokens) {
    const [own, ...more] = valuesOf(token);
    expect([token, own?.length, more.length]).toEqual([token, 3, 0]);
    if (!own) continue;
    const others = ["--ra", "--rb", "--rc", "--ac", "--ok", "--wa", "--er", ...tokens];
    for (const other of others) {
      if (other === token) continue;
      // The dark theme stands first; images lie on black in both.
      const theirs = valuesOf(other)[0];
      const apart = theirs ? Math.hypot(...own.map((part, axis) => part - (theirs[axis] ?? 0))) : 0;
      expect(apart, `${token} and ${other}`).toBeGreaterThan(0.1);
    }
  }
});
