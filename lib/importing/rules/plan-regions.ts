import type { CaseBundle } from "../schema";
import type { PlannedInstance } from "../types";
import { contentHash } from "./content-hash";
import type { MakeId, PlannedImage } from "./plan-types";

export interface PlannedRegion {
  readonly id: string;
  readonly instanceId: string;
  readonly frame: number;
  readonly kind: string;
  /** Image coordinates, origin at the top left corner of the top left pixel. */
  readonly points: readonly (readonly [number, number])[];
  readonly label: string;
  readonly contentHash: string;
}

type Outcome =
  | { readonly ok: true; readonly regions: readonly PlannedRegion[] }
  | { readonly ok: false; readonly reason: string };

/** Regions that came with the bundle. A point outside its image refuses them all: clipping would change the shape. */
export function planRegions(
  bundle: CaseBundle,
  images: readonly PlannedImage[],
  instances: readonly PlannedInstance[],
  stored: ReadonlySet<string>,
  makeId: MakeId,
): Outcome {
  const byId = new Map(instances.map((instance) => [instance.id, instance]));
  const met = new Set(stored);
  const regions: PlannedRegion[] = [];
  for (const [at, { regions: drawn }] of bundle.images.entries())
    for (const [which, { kind, points, label }] of drawn.entries()) {
      const image = images[at];
      const instance = image && byId.get(image.instanceId);
      if (!instance) continue;
      const { rows, columns } = instance.metadata;
      const outside = points.findIndex(([x, y]) => x > columns || y > rows);
      if (outside >= 0)
        return {
          ok: false,
          reason: `images[${at}].regions[${which}].points[${outside}] lies outside the image of ${columns} x ${rows} pixels`,
        };
      const hash = contentHash([instance.uid, image.frame, kind, points, label]);
      if (met.has(hash)) continue;
      met.add(hash);
      regions.push({
        id: makeId(),
        instanceId: instance.id,
        frame: image.frame,
        kind,
        points,
        label,
        contentHash: hash,
      });
    }
  return { ok: true, regions };
}
