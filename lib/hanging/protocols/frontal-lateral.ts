import { firstFitting } from "../rules/room";
import { studiesOf } from "../rules/studies";
import type { HangImage, HangingRule, HungView } from "../types";

const radiographs = new Set(["CR", "DX", "RG", "RF"]);
const frontalViews = new Set(["PA", "AP"]);
const lateralViews = new Set(["LL", "RL", "LAT", "LATERAL"]);

const isFrontal = (image: HangImage) =>
  frontalViews.has(image.view ?? "") ||
  (image.view === null && ["pa", "ap", "frontal"].some((word) => image.words.includes(word)));
const isLateral = (image: HangImage) =>
  lateralViews.has(image.view ?? "") ||
  (image.view === null && ["lateral", "lat"].some((word) => image.words.includes(word)));

/** A frontal view is looked at face to face: the patient's left is on the right, the head is up. */
function facing(image: HangImage): HungView {
  if (!image.orientation) return {};
  const across = image.orientation[0].startsWith("R");
  const down = image.orientation[1].startsWith("H");
  return { mirrored: across !== down, rotation: down ? 180 : 0 };
}

/** Postero-anterior on the left, lateral on the right. */
export const frontalLateral: HangingRule = {
  id: "frontal-lateral",
  label: "frontal and lateral",
  hang: (images, room) => {
    const plain = images.filter((image) => radiographs.has(image.modality));
    const studies = studiesOf(plain);
    if (studies.length > 1) return null;
    const candidates = plain.filter(isFrontal);
    const frontal = candidates.find((image) => image.view === "PA") ?? candidates[0];
    const lateral = plain.find((image) => image !== frontal && isLateral(image));
    if (!frontal || !lateral) return null;
    const rest = plain.filter((image) => image !== frontal && image !== lateral);
    const chest = [frontal, lateral].some(
      (image) => image.bodyPart === "CHEST" || image.words.includes("chest"),
    );
    return {
      layout: firstFitting(["1x2"], room),
      cells: [frontal, lateral, ...rest].map((image) => image.stackId),
      views: { [frontal.stackId]: facing(frontal) },
      ...(chest ? { label: `chest ${frontal.view === "AP" ? "AP" : "PA"} and lateral` } : {}),
    };
  },
};
