import { at, grainTile } from "../../pixels/noise";
import { type Plane, planesOf } from "../../pixels/plane";
import { renderer } from "../../pixels/render";
import { bowelLayers } from "./bowel";
import { chestLayers } from "./chest";
import { liverLayers } from "./liver";
import { ABDOMEN_SIGNALS } from "./signals";
import { skeletonLayers, trunkLayers } from "./trunk";
import { stomachLayers, visceraLayers } from "./viscera";

/** 48 axial slices of 3 mm, from the lower kidneys up to the heart. */
export const ABDOMEN_PLANES: readonly Plane[] = planesOf({
  center: [0, 10, 0],
  row: [1, 0, 0],
  column: [0, 1, 0],
  spacing: 0.6836,
  side: 512,
  slices: 48,
  step: 3,
});

/** Hounsfield units of one slice at a time, noise included. */
export function* abdomenSlices(planes: readonly Plane[] = ABDOMEN_PLANES): Generator<Float32Array> {
  const layers = [
    ...trunkLayers(),
    ...chestLayers(),
    ...liverLayers(),
    ...stomachLayers(),
    ...bowelLayers(),
    ...visceraLayers(),
    ...skeletonLayers(),
  ];
  const render = renderer(11);
  const grain = grainTile(12);
  for (const plane of planes) {
    const image = render(layers, ABDOMEN_SIGNALS, plane, -1000);
    const shift = Math.round(Math.abs(plane.origin[2]) * 37);
    for (let j = 0; j < plane.rows; j++)
      for (let i = 0; i < plane.columns; i++) {
        const index = j * plane.columns + i;
        // Photon noise is larger behind much tissue: in the middle of the body.
        const across = ((i - 256) / 170) ** 2;
        const down = ((j - 245) / 125) ** 2;
        const depth = 1 / (1 + across * across + down * down);
        image[index] = at(image, index) + grain(i + shift, j + shift * 3) * (7 + 6 * depth);
      }
    yield image;
  }
}
