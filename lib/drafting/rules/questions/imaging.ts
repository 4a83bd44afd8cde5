import { modalitiesIn, modalityOf, planeOf, planesIn } from "../vocabulary";
import { closed, type QuestionContext, type QuestionRule } from "./types";

const usualModalities = ["CT", "MR", "Ultrasound", "X-ray"];
const usualPlanes = ["Axial", "Coronal", "Sagittal"];

/** A sentence about one image and the label of that image; only where the sentence names one thing and the label agrees. */
function agreeing(
  context: QuestionContext,
  named: (text: string) => readonly string[],
  labelled: (imageId: string) => string | null,
) {
  return context.sentences.flatMap((sentence) => {
    const [word, ...others] = named(sentence.text);
    if (!word || others.length > 0 || sentence.imageId === null) return [];
    const label = labelled(sentence.imageId);
    return label === null || label === word ? [{ sentence, word }] : [];
  });
}

const imageOf = (context: QuestionContext, id: string) => context.images.find((image) => image.id === id);

/** "Which imaging modality is shown?" where label and text agree. */
export const modality: QuestionRule = {
  id: "modality",
  candidates: (context) =>
    agreeing(context, modalitiesIn, (id) => modalityOf(imageOf(context, id)?.modality ?? null)).map(
      ({ sentence, word }) => {
        const options = [...new Set([...usualModalities, word])].sort();
        return closed(sentence, "Which imaging modality is shown?", options, options.indexOf(word));
      },
    ),
};

/** "In which plane is the image?" where label and text agree. */
export const plane: QuestionRule = {
  id: "plane",
  candidates: (context) =>
    agreeing(context, planesIn, (id) => planeOf(imageOf(context, id)?.plane ?? null))
      .filter(({ word }) => word !== "oblique")
      .map(({ sentence, word }) => {
        const index = usualPlanes.findIndex((option) => option.toLowerCase() === word);
        return closed(sentence, "In which plane is the image?", usualPlanes, index);
      }),
};
