import { hangingRules } from "../registry";
import type { HangImage, Hanging, Room } from "../types";

/** Hangs a case by the first rule that knows its kind. */
export function hang(images: readonly HangImage[], room: Room): Hanging {
  for (const rule of hangingRules) {
    const made = rule.hang(images, room);
    if (!made) continue;
    const first = images.find((image) => image.stackId === made.cells.find((id) => id !== null));
    return {
      ...made,
      ruleId: rule.id,
      ruleLabel: made.label ?? rule.label,
      kind: `${rule.id}:${first?.modality ?? "none"}`,
    };
  }
  throw new Error("no rule hung the case, not even the last one");
}
