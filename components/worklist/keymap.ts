import { type EverywhereKey, everywhereKeys } from "@/components/controls/everywhere";
import type { KeyBinding } from "@/components/ui/keys";

export type WorklistKey =
  | EverywhereKey
  | "next"
  | "previous"
  | "open"
  | "select"
  | "defer"
  | "filters"
  | "search";

export const worklistKeys: readonly KeyBinding<WorklistKey>[] = [
  { id: "next", keys: ["j"], label: "Next case", group: "Worklist", repeats: true },
  { id: "previous", keys: ["k"], label: "Previous case", group: "Worklist", repeats: true },
  { id: "open", keys: ["Enter"], label: "Open the case", group: "Worklist" },
  { id: "select", keys: ["x"], label: "Select the case, or take it out", group: "Worklist" },
  { id: "defer", keys: ["d"], label: "Defer until tomorrow, or put back", group: "Worklist" },
  { id: "filters", keys: ["f"], label: "Go to the filters", group: "Worklist" },
  { id: "search", keys: ["/"], label: "Search", group: "Worklist" },
  ...everywhereKeys,
];
