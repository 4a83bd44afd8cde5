import { isRed } from "@/lib/drafting/consistency/types";
import { isDismissed, type ShownFlag } from "./shown-flags";

/** error = keeps the text from being accepted as it is, warn = advises, plain = the reader calls the flag wrong. */
export function flagTone(flag: ShownFlag): "error" | "warn" | "plain" {
  if (isDismissed(flag)) return "plain";
  return isRed(flag) ? "error" : "warn";
}

/** How many flags of a text stand, and the worst of them; null where none does. */
export function standingFlags(
  flags: readonly ShownFlag[],
): { readonly count: number; readonly tone: "error" | "warn" } | null {
  const tones = flags.map(flagTone).filter((tone) => tone !== "plain");
  if (tones.length === 0) return null;
  return { count: tones.length, tone: tones.includes("error") ? "error" : "warn" };
}
