import { sideBySide } from "../rules/side-by-side";
import { daysTell, studiesOf } from "../rules/studies";
import type { HangingRule } from "../types";

/** The newest study on the left, the one before it on the right. */
export const priorCurrent: HangingRule = {
  id: "prior-current",
  label: "current left, prior right",
  hang: (images, room) => {
    const studies = studiesOf(images);
    const [current, prior] = studies;
    return current && prior && daysTell(studies) ? sideBySide(current, prior, room) : null;
  },
};
