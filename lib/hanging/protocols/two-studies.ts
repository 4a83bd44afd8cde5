import { sideBySide } from "../rules/side-by-side";
import { studiesOf } from "../rules/studies";
import type { HangingRule } from "../types";

/** Two studies of which nobody knows which came first: side by side, and neither is called the prior one. */
export const twoStudies: HangingRule = {
  id: "two-studies",
  label: "two studies side by side",
  hang: (images, room) => {
    const [one, other] = studiesOf(images);
    return one && other ? sideBySide(one, other, room) : null;
  },
};
