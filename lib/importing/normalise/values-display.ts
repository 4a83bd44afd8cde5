import type { InstanceMetadata, WindowSetting } from "@/lib/cases/types";
import { itemsOf, numberOf, numbersOf, textOf, textsOf } from "@/lib/deidentification/rules/header-values";
import type { Header } from "@/lib/deidentification/types";
import { groupOf } from "./plane-geometry";
import { RefusedFile } from "./refused";

function windowsIn(header: Header | undefined): readonly WindowSetting[] {
  const widths = numbersOf(header, "00281051");
  const explanations = textsOf(header, "00281055");
  return numbersOf(header, "00281050").flatMap((center, index) => {
    const width = widths[index];
    return width === undefined || width <= 0
      ? []
      : [{ center, width, explanation: explanations[index] || null }];
  });
}

/** Windows of the header, of an enhanced object those of its middle frame (PS3.3 C.11.2). */
export function windowsOf(header: Header, frameCount: number): readonly WindowSetting[] {
  const own = windowsIn(groupOf(header, Math.ceil(frameCount / 2), "00289132"));
  return own.length > 0 ? own : windowsIn(header);
}

export function voiFunctionOf(header: Header): InstanceMetadata["voiFunction"] {
  const named = textOf(header, "00281056") ?? textOf(groupOf(header, 1, "00289132"), "00281056");
  return named === "LINEAR_EXACT" || named === "SIGMOID" ? named : "LINEAR";
}

function rescaleIn(header: Header | undefined): InstanceMetadata["rescale"] {
  const slope = numberOf(header, "00281053");
  const intercept = numberOf(header, "00281052");
  if (slope === null || intercept === null || slope === 0) return null;
  return { slope, intercept, type: textOf(header, "00281054") };
}

/** Modalities whose values mean something only after rescale. */
const MEASURED = new Set(["CT", "PT"]);

/**
 * Rescale of the instance (PS3.3 C.11.1). Where the frames of an enhanced object differ, MR and the like are shown in
 * stored values; measured modalities are refused, because one slope for all would be untrue.
 */
export function rescaleOf(header: Header, modality: string, frameCount: number): InstanceMetadata["rescale"] {
  if (itemsOf(header, "52009230").length === 0 && itemsOf(header, "52009229").length === 0)
    return rescaleIn(header);
  const first = rescaleIn(groupOf(header, 1, "00289145"));
  const key = (rescale: InstanceMetadata["rescale"]) => `${rescale?.slope} ${rescale?.intercept}`;
  for (let frame = 2; frame <= frameCount; frame += 1) {
    if (key(rescaleIn(groupOf(header, frame, "00289145"))) === key(first)) continue;
    if (MEASURED.has(modality))
      throw new RefusedFile("Every frame has its own rescale; this file is not shown.");
    return null;
  }
  return first ?? rescaleIn(header);
}
