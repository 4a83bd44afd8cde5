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
    for (let index = 0; index < image.length; index++) {
      const [i, j] = [index % plane.columns, Math.floor(index / plane.columns)];
      const value = at(image, index);
      // Photon noise is larger behind much bone and soft tissue: the middle of the body.
      const depth = Math.exp(-(((i - 256) / 190) ** 2 + ((j - 245) / 140) ** 2));
      image[index] = value + grain(i + shift, j + shift * 3) * (7 + 6 * depth);
    }
    yield image;
  }
}
