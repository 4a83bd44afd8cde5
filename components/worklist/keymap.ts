import type { KeyBinding } from "@/components/ui/keys";

export type WorklistKey = "next" | "previous" | "open" | "filters" | "search" | "sheet" | "up";

export const worklistKeys: readonly KeyBinding<WorklistKey>[] = [
  { id: "next", keys: ["j"], label: "Next case", group: "Worklist", repeats: true },
  { id: "previous", keys: ["k"], label: "Previous case", group: "Worklist", repeats: true },
  { id: "open", keys: ["Enter"], label: "Open the case", group: "Worklist" },
  { id: "filters", keys: ["f"], label: "Go to the filters", group: "Worklist" },
  { id: "search", keys: ["/"], label: "Search", group: "Worklist" },
  { id: "sheet", keys: ["?"], label: "This sheet", group: "Everywhere" },
  { id: "up", keys: ["Escape"], label: "Leave the field", group: "Everywhere", inText: true },
];
