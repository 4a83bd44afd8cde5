import type { KeyBinding } from "@/components/ui/keys";

export type ViewportKey =
  | "up"
  | "down"
  | "left"
  | "right"
  | "far-up"
  | "far-down"
  | "far-left"
  | "far-right"
  | "first"
  | "last"
  | "back-10"
  | "on-10"
  | "retry"
  | "let-go";

type Line = KeyBinding<ViewportKey>;
const group = "Viewport";

/** Keys that mean something only while a viewport has the focus; there they come before all others. */
export const viewportKeys: readonly Line[] = [
  { id: "up", keys: ["ArrowUp"], label: "Previous slice, or the region 1 pixel up", group, repeats: true },
  { id: "down", keys: ["ArrowDown"], label: "Next slice, or the region 1 pixel down", group, repeats: true },
  {
    id: "left",
    keys: ["ArrowLeft"],
    label: "Earlier phase or slice, or the region 1 pixel left",
    group,
    repeats: true,
  },
  {
    id: "right",
    keys: ["ArrowRight"],
    label: "Later phase or slice, or the region 1 pixel right",
    group,
    repeats: true,
  },
  {
    id: "far-up",
    keys: ["Shift+ArrowUp"],
    label: "Back 5 slices, or the region 10 pixels up",
    group,
    repeats: true,
  },
  {
    id: "far-down",
    keys: ["Shift+ArrowDown"],
    label: "On 5 slices, or the region 10 pixels down",
    group,
    repeats: true,
  },
  {
    id: "far-left",
    keys: ["Shift+ArrowLeft"],
    label: "Back 5 slices, or the region 10 pixels left",
    group,
    repeats: true,
  },
  {
    id: "far-right",
    keys: ["Shift+ArrowRight"],
    label: "On 5 slices, or the region 10 pixels right",
    group,
    repeats: true,
  },
  { id: "first", keys: ["Home"], label: "First slice", group },
  { id: "last", keys: ["End"], label: "Last slice", group },
  { id: "back-10", keys: ["PageUp"], label: "Back 10 slices", group, repeats: true },
  { id: "on-10", keys: ["PageDown"], label: "On 10 slices", group, repeats: true },
  { id: "retry", keys: ["Enter"], label: "Try again where a slice failed", group },
  {
    id: "let-go",
    keys: ["Escape"],
    label: "Stop the drawing, else let go of the region",
    group,
    fixed: true,
  },
];
