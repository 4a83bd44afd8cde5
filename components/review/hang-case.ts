import { hangImages } from "@/lib/hanging/rules/describe";
import { hang } from "@/lib/hanging/rules/hang";
import { hangByLayout, standardLayout } from "@/lib/hanging/rules/personal";
import type { PersonalLayout } from "@/lib/hanging/schema";
import type { HangImage, Hanging, Room } from "@/lib/hanging/types";
import type { ReadingWorkspace } from "@/lib/reading/types";

export type HangableCase = Pick<ReadingWorkspace, "stacks" | "instances" | "images" | "layouts">;

/** How a case is hung in a room: by the reader's standard layout for its kind, else by the rule. */
export function hangCase(
  { stacks, instances, images: pictures, layouts }: HangableCase,
  room: Room,
): {
  readonly images: readonly HangImage[];
  readonly hanging: Hanging;
  readonly hungBy: PersonalLayout | null;
} {
  const images = hangImages(stacks, instances, pictures);
  const rule = hang(images, room);
  const own = standardLayout(layouts, rule.kind);
  return { images, hanging: own ? hangByLayout(own, images, rule) : rule, hungBy: own };
}
