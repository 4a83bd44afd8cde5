import type { DraftingImage } from "../types/drafts";
import { protectedTerms } from "./protected-terms";
import { modalitiesIn, modalityOf, planeOf, planesIn } from "./vocabulary";

const filler =
  /^(?:an?|the|this|selected|representative|axial|coronal|sagittal|transverse|oblique|ct|mr|mri|x-?ray|computed|tomography|tomographic|tomogram|magnetic|resonance|imaging|ultrasound|ultrasonography|sonography|radiograph|scan|scans|image|images|section|slice|view|study)$/i;
const opening =
  /^((?:[\p{L}-]+ ){1,7})(?:shows?|showed|showing|demonstrat(?:es?|ed|ing)|reveal(?:s|ed|ing)?) (?=\p{L})/u;

/**
 * "Axial CT scan showing a mass." -> "A mass." where the labels of the image, and so the lead-in, already say axial and
 * CT. Anything the labels do not say keeps the sentence whole.
 */
export function withoutSpokenLabels(text: string, image: DraftingImage): string {
  const match = text.match(opening);
  const words = match?.[1]?.trim() ?? "";
  if (!match || !words.split(" ").every((word) => filler.test(word))) return text;
  const modality = modalityOf(image.modality);
  const plane = planeOf(image.plane);
  const agrees =
    modalitiesIn(words).every((word) => word === modality) && planesIn(words).every((word) => word === plane);
  const rest = text.slice(match[0].length);
  if (!agrees || modality === null || protectedTerms(words).length > 0 || !/\p{L}{3,}/u.test(rest))
    return text;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
