import type { HangingRule } from "../types";

/** One stack, alone and as large as it gets. */
export const single: HangingRule = {
  id: "single",
  label: "single image or series",
  hang: (images) => {
    const [only] = images;
    return only && images.length === 1 ? { layout: "1x1", cells: [only.stackId], views: {} } : null;
  },
};
