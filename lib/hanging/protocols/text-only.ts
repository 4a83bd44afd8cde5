import type { HangingRule } from "../types";

/** A case without images has no viewports to fill. */
export const textOnly: HangingRule = {
  id: "text-only",
  label: "text only",
  hang: (images) => (images.length === 0 ? { layout: "1x1", cells: [], views: {} } : null),
};
