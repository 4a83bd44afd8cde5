import type { RegionValue } from "@/lib/reading/schema";
import { putRegion, remove } from "./changes";
import type { Review } from "./context";
import { say, sayDone } from "./decide";

/** A region of the reading as the list shows it. */
export interface ListedRegion {
  readonly id: string;
  readonly value: RegionValue;
}

export const regionWords: Readonly<Record<RegionValue["kind"], string>> = {
  ellipse: "Ellipse",
  rectangle: "Box",
  freehand: "Freehand",
  spline: "Smooth curve",
  arrow: "Arrow",
  length: "Length",
  bidirectional: "Two axes",
  angle: "Angle",
  probe: "Probe",
};

function standing({ sync }: Review): readonly ListedRegion[] {
  return sync.store.getState().local.items.region.flatMap(({ id, value }) => (value ? [{ id, value }] : []));
}

/** Keeps what a tool drew or moved. The words of a new arrow are asked for, in the list. */
export function drawRegion(review: Review, id: string, value: RegionValue): void {
  const fresh = !standing(review).some((region) => region.id === id);
  review.sync.change([putRegion(id, value)]);
  if (fresh && value.kind === "arrow" && value.label === "") review.ui.setState({ naming: id });
}

/** Changes what a region says or how it looks; it can be undone. */
export function changeRegion(
  { sync }: Review,
  { id, value }: ListedRegion,
  part: Partial<Pick<RegionValue, "label" | "colour" | "locked" | "hidden">>,
): void {
  sync.change([putRegion(id, { ...value, ...part })]);
}

/** Shows or hides every region in one step. */
export function hideAllRegions(review: Review, hidden: boolean): void {
  const others = standing(review).filter(({ value }) => value.hidden !== hidden);
  if (others.length === 0) return;
  review.sync.change(others.map(({ id, value }) => putRegion(id, { ...value, hidden })));
}

/** Deletes a region, unless it is locked. */
export function deleteRegion(review: Review, id: string): void {
  const all = standing(review);
  const index = all.findIndex((region) => region.id === id);
  const found = all[index];
  if (!found) return;
  const name = `ROI ${index + 1}`;
  if (found.value.locked) {
    say(review, `${name} is locked. Unlock it in the list first.`);
    return;
  }
  review.sync.change([remove("region", id)]);
  if (review.viewer.getState().selectedRegionId === id) review.viewer.getState().selectRegion(null);
  sayDone(review, `${name} deleted`);
}
