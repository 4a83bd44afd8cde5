import type { KeyBinding } from "@/components/ui/keys";

export type EverywhereKey = "sheet" | "commands" | "up";

/** What works on every screen with a keymap. */
export const everywhereKeys: readonly KeyBinding<EverywhereKey>[] = [
  { id: "sheet", keys: ["?"], label: "This sheet", group: "Everywhere" },
  { id: "commands", keys: ["Ctrl+k"], label: "Commands", group: "Everywhere", inText: true },
  { id: "up", keys: ["Escape"], label: "One level up", group: "Everywhere", inText: true, fixed: true },
];
