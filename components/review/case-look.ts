import { type FirstLook, firstLook } from "@/components/viewer/first-look";
import type { TextKind } from "@/lib/reading/schema";
import type { ReadingItems, ReadingWorkspace } from "@/lib/reading/types";
import { firstImage } from "./first-entry";
import { type HangableCase, hangCase } from "./hang-case";

/** What a case shows first, in windows of every width. */
export function caseLook(
  texts: HangableCase & Pick<ReadingWorkspace, "drafts" | "settings"> & { readonly items: ReadingItems },
  tab: TextKind | null,
): FirstLook {
  const { stacks, instances } = texts;
  return firstLook(stacks, instances, firstImage(texts, tab), (room) => hangCase(texts, room).hanging);
}
