import type { Transaction } from "@/lib/db/client";
import type { Change, Part } from "../schema";
import type { Item, OwnReadingId, PartValue } from "../types";
import {
  decisionItem,
  keySliceItem,
  ratingItem,
  regionColumns,
  regionItem,
  spanItem,
  verdictItem,
} from "./items";

export const itemKey = (item: { readonly part: Part; readonly id: string }): string =>
  `${item.part} ${item.id}`;

export type StoredItems = ReadonlyMap<string, Item<PartValue>>;

/**
 * The items that changes name, as the reading has them now, deleted ones with a null value; one never seen is missing.
 * @returns null when a region or span of that id is in another reading.
 */
export async function storedItems(
  tx: Transaction,
  readingId: OwnReadingId,
  changes: readonly Change[],
): Promise<StoredItems | null> {
  const ids = (part: Part) => changes.filter((change) => change.part === part).map((change) => change.id);
  const items = new Map<string, Item<PartValue>>();
  const add = (part: Part, list: readonly Item<PartValue>[]) => {
    for (const item of list) items.set(itemKey({ part, id: item.id }), item);
  };
  const regions = ids("region");
  if (regions.length > 0) {
    const rows = await tx.region.findMany({ where: { id: { in: regions } }, select: regionColumns });
    if (rows.some((row) => row.readingId !== readingId)) return null;
    add("region", rows.map(regionItem));
  }
  const slices = ids("keySlice").filter((id) => id.includes(":"));
  if (slices.length > 0) {
    const frames = slices.map((id) => {
      const [instanceId = "", frame = ""] = id.split(":");
      return { instanceId, frame: Number(frame) };
    });
    const rows = await tx.keySlice.findMany({ where: { readingId, OR: frames } });
    add("keySlice", rows.map(keySliceItem));
  }
  const decisions = ids("decision");
  if (decisions.length > 0)
    add(
      "decision",
      (await tx.decision.findMany({ where: { readingId, id: { in: decisions } } })).map(decisionItem),
    );
  const ratings = ids("rating");
  if (ratings.length > 0)
    add(
      "rating",
      (await tx.rating.findMany({ where: { readingId, draftId: { in: ratings } } })).map(ratingItem),
    );
  const verdicts = ids("verdict");
  if (verdicts.length > 0)
    add(
      "verdict",
      (await tx.flagVerdict.findMany({ where: { readingId, flagId: { in: verdicts } } })).map(verdictItem),
    );
  const spans = ids("span");
  if (spans.length > 0) {
    const rows = await tx.span.findMany({ where: { id: { in: spans } } });
    if (rows.some((row) => row.readingId !== readingId)) return null;
    add("span", rows.map(spanItem));
  }
  return items;
}
