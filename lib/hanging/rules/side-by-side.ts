import type { Arrangement, HangImage, Room } from "../types";
import { byRanks, isLocalizer, planeRank, sequenceRank } from "./order";
import { firstFitting } from "./room";
import { counterpart, type StudyImages } from "./studies";

/** One study on the left, the other on the right, each image beside the one most like it, scrolled together; two rows where they fit. */
export function sideBySide(left: StudyImages, right: StudyImages, room: Room): Arrangement {
  const ordered = byRanks(left.images, (image) => Number(isLocalizer(image)), planeRank, sequenceRank);
  const taken = new Set<string>();
  const rows = ordered.map((image): readonly [HangImage, HangImage | null] => {
    const beside = counterpart(
      image,
      right.images.filter((other) => !taken.has(other.stackId)),
    );
    if (beside) taken.add(beside.stackId);
    return [image, beside];
  });
  const paired = rows.filter(([, beside]) => beside !== null);
  const shown = (paired.length > 0 ? paired : rows).slice(0, 2);
  const layout = firstFitting(shown.length > 1 ? ["2x2", "1x2"] : ["1x2"], room);
  return {
    layout,
    cells: shown.flatMap(([image, beside]) => [image.stackId, beside?.stackId ?? null]),
    views: {},
    linked: true,
  };
}
