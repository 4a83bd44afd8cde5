import { textKinds } from "@/lib/reading/schema";
import type { ApprovedItem, ReleaseImage } from "../types";

/** By image, then by kind, then as the drafts of the case stand; added texts follow, by id. */
export function inReleaseOrder(
  items: readonly ApprovedItem[],
  images: readonly ReleaseImage[],
): ApprovedItem[] {
  const place = ({ imageId }: ApprovedItem) => {
    const index = images.findIndex((image) => image.id === imageId);
    return index < 0 ? images.length : index;
  };
  const kind = (item: ApprovedItem) => textKinds.indexOf(item.kind);
  const added = (item: ApprovedItem) => (item.draft === null ? 1 : 0);
  const byId = (a: ApprovedItem, b: ApprovedItem) => (a.draft || b.draft ? 0 : a.id < b.id ? -1 : 1);
  return [...items].sort(
    (a, b) => place(a) - place(b) || kind(a) - kind(b) || added(a) - added(b) || byId(a, b),
  );
}
