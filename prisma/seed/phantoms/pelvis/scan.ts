import { at, grainTile } from "../../pixels/noise";
import type { Plane } from "../../pixels/plane";
import { type Layer, renderer } from "../../pixels/render";
import { frameLayers } from "./frame";
import { organLayers } from "./organs";
import { pelvisSignals, type Sequence } from "./signals";

/** Signal, 0 to about 1200, of any plane through a pelvis with the given adnexa. */
export function pelvisScanner(adnexa: readonly Layer[], seed: number) {
  const layers = [...frameLayers(), ...organLayers(), ...adnexa];
  const render = renderer(seed);
  const grain = grainTile(seed + 1);
  return (sequence: Sequence, plane: Plane, turn: number): Float32Array => {
    const image = render(layers, pelvisSignals(sequence), plane, 0);
    const noise = sequence === "DWI" ? 34 : sequence === "ADC" ? 60 : 17;
    shade(image, plane, sequence);
    const shift = turn * 61 + 13;
    for (let j = 0; j < plane.rows; j++)
      for (let i = 0; i < plane.columns; i++) {
        const index = j * plane.columns + i;
        const real = at(image, index) + noise * grain(i + shift, j + shift * 5);
        const imaginary = noise * grain(i + shift * 3, j + shift * 11);
        // Magnitude images have Rician noise: background is never black.
        image[index] = Math.sqrt(real * real + imaginary * imaginary);
      }
    return image;
  };
}

/** Surface coils lie in front of and behind the patient: signal falls off between them, and far up and down. */
function shade(image: Float32Array, plane: Plane, sequence: Sequence) {
  if (sequence === "ADC") return;
  const { origin, row, column, spacing, columns } = plane;
  for (let j = 0; j < plane.rows; j++)
    for (let i = 0; i < columns; i++) {
      const u = i * spacing;
      const v = j * spacing;
      const y = (origin[1] + row[1] * u + column[1] * v) / 110;
      const z = (origin[2] + row[2] * u + column[2] * v) / 230;
      const coil = (0.92 + 0.26 * y * y) / (1 + z * z * z * z);
      image[j * columns + i] = at(image, j * columns + i) * coil;
    }
}
