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
    for (let index = 0; index < image.length; index++) {
      const [i, j] = [index % plane.columns, Math.floor(index / plane.columns)];
      const real = at(image, index) + noise * grain(i + shift, j + shift * 5);
      // Magnitude images have Rician noise: background is never black.
      image[index] = Math.hypot(real, noise * grain(i + shift * 3, j + shift * 11));
    }
    return image;
  };
}

/** Surface coils lie in front of and behind the patient: signal falls off between them. */
function shade(image: Float32Array, plane: Plane, sequence: Sequence) {
  if (sequence === "ADC") return;
  const { origin, row, column, spacing, columns } = plane;
  for (let index = 0; index < image.length; index++) {
    const [u, v] = [(index % columns) * spacing, Math.floor(index / columns) * spacing];
    const y = origin[1] + row[1] * u + column[1] * v;
    const z = origin[2] + row[2] * u + column[2] * v;
    const coil = 0.92 + 0.26 * (y / 110) ** 2;
    image[index] = at(image, index) * coil * Math.exp(-((z / 230) ** 4));
  }
}
