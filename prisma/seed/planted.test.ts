import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { BundleRegion, DemoCase } from "./bundle/types";
import { CYSTIC_MASS_FIGURE } from "./cases/cystic-mass-figure";
import { HEPATIC_CYST_CLIP } from "./cases/hepatic-cyst-clip";
import { LIVER_METASTASIS } from "./cases/liver-metastasis";
import { LUNG_NODULE_CASE } from "./cases/lung-nodule";
import { HEPATIC_CYST, METASTASIS, RENAL_CYST } from "./phantoms/abdomen/lesions";
import { ABDOMEN_PLANES, abdomenSlices } from "./phantoms/abdomen/scan";
import { chestRadiographPixels, RADIOGRAPH } from "./phantoms/chest/radiograph";
import { ENDOMETRIOMA, endometriomaLayers } from "./phantoms/pelvis/adnexa";
import { figurePanels } from "./phantoms/pelvis/figure";
import { pelvisScanner } from "./phantoms/pelvis/scan";
import { type Planted, regionOn } from "./phantoms/planted";
import { CLIP, ultrasoundPixels } from "./phantoms/ultrasound/clip";
import { at } from "./pixels/noise";
import { nearestSlice, onPlane, type Plane, planesOf } from "./pixels/plane";

/** Mean inside an ellipse scaled by `from` to `to` about its middle. */
function meanIn(
  image: ArrayLike<number>,
  columns: number,
  region: BundleRegion,
  from: number,
  to: number,
): number {
  const [top, bottom, left, right] = region.points;
  if (!top || !bottom || !left || !right) throw new Error("not an ellipse");
  const [x, y, rx, ry] = [top[0], left[1], (right[0] - left[0]) / 2, (bottom[1] - top[1]) / 2];
  let [sum, count] = [0, 0];
  for (let j = Math.floor(y - ry * to); j <= y + ry * to; j++)
    for (let i = Math.floor(x - rx * to); i <= x + rx * to; i++) {
      const radius = Math.hypot((i + 0.5 - x) / rx, (j + 0.5 - y) / ry);
      if (radius < from || radius > to) continue;
      sum += at(image, j * columns + i);
      count++;
    }
  return sum / count;
}

function sliceThrough(planted: Planted): { plane: Plane; image: Float32Array } {
  const plane = ABDOMEN_PLANES[nearestSlice(ABDOMEN_PLANES, planted.center) - 1];
  if (!plane) throw new Error("no plane");
  const [image] = [...abdomenSlices([plane])];
  if (!image) throw new Error("no image");
  return { plane, image };
}

function outline(plane: Plane, planted: Planted): BundleRegion {
  const region = regionOn(plane, planted, "x");
  if (!region) throw new Error("not on this plane");
  return region;
}

const regionOf = (demo: DemoCase, image: string) =>
  demo.bundle.images.find(({ id }) => id === image)?.regions[0];

describe("planted lesions of the CT", () => {
  const { plane, image } = sliceThrough(METASTASIS);
  const region = outline(plane, METASTASIS);

  it("metastasis: 30 HU in the centre, a denser rim, liver around it", () => {
    expect(Math.abs(meanIn(image, plane.columns, region, 0, 0.75) - 30)).toBeLessThan(3);
    expect(meanIn(image, plane.columns, region, 0.92, 0.98)).toBeGreaterThan(118);
    expect(Math.abs(meanIn(image, plane.columns, region, 1.1, 1.3) - 110)).toBeLessThan(8);
  });

  it("metastasis: 42 mm across and 34 mm deep, on the patient's right", () => {
    const [top, bottom, left, right] = region.points;
    expect(((right?.[0] ?? 0) - (left?.[0] ?? 0)) * plane.spacing).toBeCloseTo(42, 1);
    expect(((bottom?.[1] ?? 0) - (top?.[1] ?? 0)) * plane.spacing).toBeCloseTo(34, 1);
    expect(right?.[0]).toBeLessThan(plane.columns / 2);
  });

  it("metastasis: what is dark along its long axis is its width less the rim", () => {
    const { x, y } = onPlane(plane, METASTASIS.center);
    const row = Math.floor(y);
    const mean = (i: number) =>
      [-2, -1, 0, 1, 2].reduce((sum, k) => sum + at(image, (row + k) * plane.columns + i), 0) / 5;
    let [from, to] = [Math.floor(x), Math.floor(x)];
    while (mean(from) < 75) from--;
    while (mean(to) < 75) to++;
    expect(Math.abs((to - from) * plane.spacing - (METASTASIS.diameters[0] - 5.2))).toBeLessThan(2);
  });

  it.each([
    ["hepatic", HEPATIC_CYST],
    ["renal", RENAL_CYST],
  ])("%s cyst has the attenuation of water", (_name, cyst) => {
    const { plane: where, image: slice } = sliceThrough(cyst);
    expect(Math.abs(meanIn(slice, where.columns, outline(where, cyst), 0, 0.8) - 6)).toBeLessThan(4);
    expect(onPlane(where, cyst.center).x).toBeGreaterThan(where.columns / 2);
  });

  it("key slices of the bundle hold the lesions", () => {
    const keys = LIVER_METASTASIS.bundle.series[0]?.keySlices ?? [];
    for (const lesion of [METASTASIS, HEPATIC_CYST, RENAL_CYST])
      expect(keys).toContain(nearestSlice(ABDOMEN_PLANES, lesion.center));
  });
});

describe("planted findings of the other cases", { timeout: 240_000 }, () => {
  it("endometrioma: bright with suppressed fat, on the patient's left", () => {
    const [plane] = planesOf({
      center: ENDOMETRIOMA.center,
      row: [1, 0, 0],
      column: [0, 1, 0],
      spacing: 0.8,
      side: 128,
      slices: 1,
      step: 1,
    });
    if (!plane) throw new Error("no plane");
    const image = pelvisScanner(endometriomaLayers(), 31)("T1FS", plane, 1);
    const region = outline(plane, ENDOMETRIOMA);
    expect(meanIn(image, 128, region, 0, 0.6)).toBeGreaterThan(3 * meanIn(image, 128, region, 1.1, 1.3));
    expect(ENDOMETRIOMA.center[0]).toBeGreaterThan(0);
  });

  it("lung nodule: denser than the lung around it, in the left lower zone", () => {
    const region = regionOf(LUNG_NODULE_CASE, "pa");
    if (!region) throw new Error("no region");
    const image = chestRadiographPixels();
    const { columns, rows } = RADIOGRAPH;
    expect(meanIn(image, columns, region, 0, 0.6)).toBeGreaterThan(
      1.1 * meanIn(image, columns, region, 1.1, 1.5),
    );
    expect(region.points[0]?.[0]).toBeGreaterThan(columns / 2);
    expect(region.points[0]?.[1]).toBeGreaterThan(rows / 2);
  });

  it("hepatic cyst of the clip: without echoes in its frame", () => {
    const region = regionOf(HEPATIC_CYST_CLIP, "f8");
    if (!region) throw new Error("no region");
    const size = CLIP.rows * CLIP.columns;
    const frame = ultrasoundPixels().subarray(size * 3 * 7, size * 3 * 8);
    const grey = Uint8Array.from({ length: size }, (_, index) => at(frame, index * 3));
    expect(meanIn(grey, CLIP.columns, region, 0, 0.9)).toBeLessThan(6);
    expect(meanIn(grey, CLIP.columns, region, 1.1, 1.3)).toBeGreaterThan(30);
  });

  it("arrows of the figure have the colours that the captions name", async () => {
    const colours = { red: [240, 68, 56], yellow: [255, 214, 10], white: [255, 255, 255] } as const;
    for await (const { label, png } of figurePanels()) {
      const image = CYSTIC_MASS_FIGURE.bundle.images.find(({ figure }) => figure === label);
      const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
      for (const [name, ink] of Object.entries(colours)) {
        const arrow = image?.regions.find((region) => region.label === `${name} arrow`);
        expect(image?.caption?.includes(`${name} arrow`)).toBe(arrow !== undefined);
        const [tip, tail] = arrow?.points ?? [];
        if (!tip || !tail) continue;
        const offset =
          (Math.floor((tip[1] + tail[1]) / 2) * info.width + Math.floor((tip[0] + tail[0]) / 2)) *
          info.channels;
        expect([...data.subarray(offset, offset + 3)]).toEqual(ink);
      }
    }
  });
});
