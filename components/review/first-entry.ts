import type { ImageView } from "@/lib/cases/types";
import { staleTexts } from "@/lib/reading/rules";
import type { TextKind } from "@/lib/reading/schema";
import type { ReadingItems, ReadingWorkspace } from "@/lib/reading/types";
import { type Entry, entriesOf, isDecided, nextOpen } from "./entries";
import { ratingIsOpen } from "./rate";

/** Whether a text still needs the reader: a decision, or ratings where its kind is rated. */
export function needsReader(settings: ReadingWorkspace["settings"], entry: Entry): boolean {
  if (entry.draft === null) return false;
  return !isDecided(entry) || (entry.stale && entry.state === "pending") || ratingIsOpen(settings, entry);
}

/** The text of a kind that its tab begins with: one about the image if there is one. */
export function firstOfKind(
  entries: readonly Entry[],
  kind: TextKind,
  imageId: string | null,
): Entry | undefined {
  const same = entries.filter((entry) => entry.kind === kind);
  return same.find((entry) => entry.imageId === imageId) ?? same[0];
}

/** The text a case opens with: of the tab that the address names, else the first that needs the reader. */
export function firstEntry(
  { settings, images }: Pick<ReadingWorkspace, "settings" | "images">,
  entries: readonly Entry[],
  tab: TextKind | null,
): Entry | undefined {
  const open = nextOpen(entries, null, (entry) => needsReader(settings, entry)) ?? entries[0];
  return tab !== null || !open ? firstOfKind(entries, tab ?? "caption", images[0]?.id ?? null) : open;
}

/** The image of the text that a case opens with, as far as the server knows; null where it names none. */
export function firstImage(
  texts: Pick<ReadingWorkspace, "drafts" | "images" | "settings"> & { readonly items: ReadingItems },
  tab: TextKind | null,
): ImageView | null {
  const { drafts, images, items } = texts;
  const stale = staleTexts(drafts, items.decision, []);
  const entry = firstEntry(texts, entriesOf(texts, items, stale), tab);
  return images.find(({ id }) => id === entry?.imageId) ?? null;
}
