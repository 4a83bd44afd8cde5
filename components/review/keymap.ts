import { type EverywhereKey, everywhereKeys } from "@/components/controls/everywhere";
import type { KeyBinding } from "@/components/ui/keys";
import type { ViewTurn } from "./view-turns";

const digits = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const presets = [1, 2, 3, 4, 5] as const;

export type ReviewKey =
  | ViewTurn
  | EverywhereKey
  | `digit-${(typeof digits)[number]}`
  | `preset-${(typeof presets)[number]}`
  | "next"
  | "previous"
  | "accept"
  | "accept-anyway"
  | "next-flag"
  | "fix-flag"
  | "wrong-flag"
  | "mark-words"
  | "edit"
  | "reject"
  | "cannot-judge"
  | "context"
  | "view"
  | "undo"
  | "add"
  | "save-text"
  | "submit"
  | "previous-case"
  | "next-case"
  | "slice-up"
  | "slice-down"
  | "slice-up-5"
  | "slice-down-5"
  | "time-back"
  | "time-on"
  | "key-slice"
  | "layout"
  | "layouts"
  | "hang-rule"
  | "cut-panels"
  | "next-series"
  | "previous-series"
  | "overlays"
  | "window"
  | "window-region"
  | "magnify"
  | "pan"
  | "zoom"
  | "scroll"
  | "length"
  | "bidirectional"
  | "angle"
  | "ellipse"
  | "freehand"
  | "spline"
  | "rectangle"
  | "arrow"
  | "probe"
  | "delete-region"
  | "zoom-in"
  | "zoom-out"
  | "fit"
  | "cine"
  | "maximise"
  | "panel";

type Line = KeyBinding<ReviewKey>;

const review: readonly Line[] = [
  { id: "next", keys: ["j"], label: "Next draft", group: "Review", repeats: true },
  { id: "previous", keys: ["k"], label: "Previous draft", group: "Review", repeats: true },
  { id: "accept", keys: ["a"], label: "Accept", group: "Review" },
  {
    id: "accept-anyway",
    keys: ["Shift+a"],
    label: "Accept a flagged draft, then 1 to 8 for the reason",
    group: "Review",
  },
  { id: "next-flag", keys: ["n"], label: "Next flag", group: "Review", repeats: true },
  { id: "fix-flag", keys: ["Enter"], label: "Apply the fix of the flag", group: "Review" },
  { id: "wrong-flag", keys: ["Shift+n"], label: "The flag is wrong; again takes it back", group: "Review" },
  {
    id: "mark-words",
    keys: ["Shift+s"],
    label:
      "Mark the words selected, or the sentence in focus: 1 to 6 for what is wrong, 1 to 3 for how grave",
    group: "Review",
  },
  { id: "edit", keys: ["e"], label: "Edit", group: "Review" },
  { id: "reject", keys: ["r"], label: "Reject, then 1 to 8 for the reasons", group: "Review" },
  { id: "cannot-judge", keys: ["x"], label: "Cannot judge", group: "Review" },
  ...digits.map(
    (digit): Line => ({
      id: `digit-${digit}`,
      keys: [String(digit)],
      label:
        digit <= 5
          ? `Rate ${digit}; choice ${digit} while reasons or marks are asked for`
          : `Choice ${digit} while reasons or marks are asked for`,
      group: "Review",
    }),
  ),
  { id: "add", keys: ["+"], label: "Add your own text", group: "Review" },
  { id: "context", keys: ["c"], label: "Retrieved context; again folds it", group: "Review" },
  { id: "view", keys: ["v"], label: "Draft, difference, side by side", group: "Review" },
  { id: "undo", keys: ["u", "Ctrl+z"], label: "Undo", group: "Review" },
  { id: "save-text", keys: ["Ctrl+s"], label: "Save the words typed", group: "Review", inText: true },
  { id: "submit", keys: ["Ctrl+Enter"], label: "Submit the case", group: "Review" },
  { id: "previous-case", keys: ["["], label: "Previous case", group: "Review" },
  { id: "next-case", keys: ["]"], label: "Next case", group: "Review" },
];

const image: readonly Line[] = [
  { id: "slice-up", keys: ["ArrowUp"], label: "Previous slice", group: "Image", repeats: true },
  { id: "slice-down", keys: ["ArrowDown"], label: "Next slice", group: "Image", repeats: true },
  { id: "slice-up-5", keys: ["Shift+ArrowUp"], label: "Back 5 slices", group: "Image", repeats: true },
  { id: "slice-down-5", keys: ["Shift+ArrowDown"], label: "On 5 slices", group: "Image", repeats: true },
  {
    id: "time-back",
    keys: ["ArrowLeft"],
    label: "Earlier phase, or previous slice",
    group: "Image",
    repeats: true,
  },
  { id: "time-on", keys: ["ArrowRight"], label: "Later phase, or next slice", group: "Image", repeats: true },
  { id: "key-slice", keys: ["m"], label: "Key slice", group: "Image" },
  { id: "layout", keys: ["g"], label: "Layout", group: "Image" },
  { id: "layouts", keys: ["Shift+g"], label: "Your layouts", group: "Image" },
  { id: "cut-panels", keys: ["Shift+c"], label: "Cut the figure into panels", group: "Image" },
  { id: "hang-rule", keys: ["\\"], label: "Hang by rule again", group: "Image" },
  { id: "next-series", keys: ["."], label: "Next series in the viewport", group: "Image" },
  { id: "previous-series", keys: [","], label: "Previous series in the viewport", group: "Image" },
  { id: "overlays", keys: ["h"], label: "Overlays; hold to peek", group: "Image" },
  { id: "window", keys: ["w"], label: "Window", group: "Image" },
  { id: "window-region", keys: ["Shift+b"], label: "Window by a box", group: "Image" },
  { id: "pan", keys: ["p"], label: "Pan", group: "Image" },
  { id: "zoom", keys: ["z"], label: "Zoom", group: "Image" },
  { id: "magnify", keys: ["Shift+m"], label: "Magnify", group: "Image" },
  { id: "scroll", keys: ["s"], label: "Scroll", group: "Image" },
  { id: "length", keys: ["l"], label: "Length", group: "Image" },
  { id: "bidirectional", keys: ["Shift+l"], label: "Long and short axis", group: "Image" },
  { id: "angle", keys: ["t"], label: "Angle", group: "Image" },
  { id: "ellipse", keys: ["o"], label: "Ellipse", group: "Image" },
  { id: "freehand", keys: ["f"], label: "Freehand", group: "Image" },
  { id: "spline", keys: ["Shift+f"], label: "Smooth curve", group: "Image" },
  { id: "rectangle", keys: ["b"], label: "Box", group: "Image" },
  { id: "arrow", keys: ["d"], label: "Arrow", group: "Image" },
  { id: "probe", keys: ["i"], label: "Probe", group: "Image" },
  { id: "rotate-right", keys: ["q"], label: "Turn the picture right", group: "Image" },
  { id: "rotate-left", keys: ["Shift+q"], label: "Turn the picture left", group: "Image" },
  { id: "flip-horizontal", keys: ["y"], label: "Mirror left to right", group: "Image" },
  { id: "flip-vertical", keys: ["Shift+y"], label: "Mirror top to bottom", group: "Image" },
  { id: "invert", keys: ["Shift+w"], label: "Invert grey", group: "Image" },
  { id: "reset-view", keys: ["0"], label: "As recorded: whole, not turned, not mirrored", group: "Image" },
  { id: "zoom-in", keys: ["="], label: "Larger", group: "Image", repeats: true },
  { id: "zoom-out", keys: ["-"], label: "Smaller", group: "Image", repeats: true },
  { id: "fit", keys: ["Shift+z"], label: "Whole picture", group: "Image" },
  { id: "cine", keys: ["Space"], label: "Play, stop", group: "Image" },
  { id: "maximise", keys: ["Shift+t"], label: "This viewport alone, and back", group: "Image" },
  ...presets.map(
    (preset): Line => ({
      id: `preset-${preset}`,
      keys: [],
      label: `Window preset ${preset}`,
      group: "Image",
    }),
  ),
  { id: "delete-region", keys: ["Delete", "Backspace"], label: "Delete the selected region", group: "Image" },
];

const panel: Line = {
  id: "panel",
  keys: ["F6"],
  label: "Next panel",
  group: "Everywhere",
  inText: true,
  repeats: true,
};

/** The keymap of the reading workspace, as it is before anybody changes it: the only place that says which key does what. */
export const reviewKeys: readonly Line[] = [...review, ...image, panel, ...everywhereKeys];
