import type { RegionColour } from "@/lib/reading/schema";

/** What a region is drawn with: the tokens of `app/tokens.css`. */
export const regionColour: Readonly<Record<RegionColour, string>> = {
  cyan: "var(--roi)",
  lime: "var(--roi-lime)",
  violet: "var(--roi-violet)",
  pearl: "var(--roi-pearl)",
  copper: "var(--roi-copper)",
};
