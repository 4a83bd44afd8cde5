/** Corners of the colour box, millimetres across and deep; its sides lean as the beams do. */
const BOX = { left: -52, right: -10, top: 40, bottom: 92 } as const;
const HALF_LINE = 0.2;

export const BOX_COLOUR = [216, 216, 190] as const;

const slant = (x: number, y: number) => x + (y - BOX.top) * 0.12;

export function inBox(x: number, y: number): boolean {
  return y > BOX.top && y < BOX.bottom && slant(x, y) > BOX.left && slant(x, y) < BOX.right;
}

export function onBoxEdge(x: number, y: number): boolean {
  const [left, right] = [slant(x, y) - BOX.left, slant(x, y) - BOX.right];
  const [top, bottom] = [y - BOX.top, y - BOX.bottom];
  const beside = left >= -HALF_LINE && right <= HALF_LINE;
  const level = top >= -HALF_LINE && bottom <= HALF_LINE;
  const onSide = Math.min(Math.abs(left), Math.abs(right)) < HALF_LINE;
  const onEnd = Math.min(Math.abs(top), Math.abs(bottom)) < HALF_LINE;
  return (onSide && level) || (onEnd && beside);
}

/** Towards the probe (positive) red to yellow, away from it blue to cyan. `strength` is about 0 to 1. */
export function paintFlow(pixels: Uint8Array, offset: number, flow: number, strength: number) {
  const speed = Math.min(1, Math.max(0.12, strength * 0.75));
  const main = Math.round(110 + 140 * speed);
  const second = Math.round(210 * Math.max(0, speed - 0.35));
  pixels.set(flow > 0 ? [main, second, 20] : [20, second, main], offset);
}

export function paintColourScale(pixels: Uint8Array, columns: number) {
  for (let j = 0; j < 120; j++)
    for (let i = 0; i < 12; i++) {
      const offset = ((40 + j) * columns + 24 + i) * 3;
      const speed = (59.5 - j) / 59.5;
      if (Math.abs(speed) < 0.05) pixels.set([8, 8, 8], offset);
      else paintFlow(pixels, offset, Math.sign(speed), Math.abs(speed) * 1.33);
    }
}

/** A mark every 10 mm (`step` pixels) down the right side, longer every 50 mm. */
export function paintDepthMarks(
  pixels: Uint8Array,
  columns: number,
  top: number,
  step: number,
  count: number,
) {
  for (let mark = 0; mark <= count; mark++) {
    const end = ((top + Math.round(mark * step)) * columns + 632) * 3;
    pixels.fill(150, end - (mark % 5 === 0 ? 30 : 15), end);
  }
}
