import type { FrameSize, ReleaseCase, SubmittedReading } from "../types";
import { regionBox } from "./region-box";

/**
 * One line of regions.jsonl. `points` are column and row in pixels of the frame, origin at the top left corner of the top
 * left pixel; `box` is left, top, right, bottom as shares of the frame; `worldPoints` are millimetres (LPS) where the frame
 * has plane geometry.
 */
export function regionRow(
  region: SubmittedReading["regions"][number],
  reading: Pick<SubmittedReading, "reader" | "submittedAt">,
  released: ReleaseCase,
  size: FrameSize,
) {
  const image = released.images.find(
    ({ instanceId, frame, crop }) =>
      instanceId === region.instanceId && frame === region.frame && crop === null,
  );
  return {
    case: released.label,
    externalId: released.externalId,
    region: region.id,
    reader: reading.reader,
    submittedAt: reading.submittedAt.toISOString(),
    image: image?.file ?? null,
    seriesUid: size.seriesUid,
    instanceUid: size.instanceUid,
    frame: region.frame,
    columns: size.columns,
    rows: size.rows,
    kind: region.kind,
    label: region.label,
    points: region.points,
    box: regionBox(region, size),
    worldPoints: region.worldPoints,
  };
}
