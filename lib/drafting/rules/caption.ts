import type { DraftingImage, DraftingPassage, SourceSentence } from "../types/drafts";
import { type ComposedText, composeText } from "./compose-text";
import { describeImage } from "./lead-in";
import { namesFigure, namesOtherFigure, panelLetters, panelOf } from "./panel-letters";
import { isNormal, leansOnPrevious, sourceSentences, withoutRepeats } from "./source-sentences";
import { withoutSpokenLabels } from "./spoken-labels";
import { tidySentence } from "./tidy-sentence";
import { bodyPartOf, modalitiesIn, modalityOf, planeOf, planesIn } from "./vocabulary";

/** At most so many sentences of the case's findings stand in for a missing caption. */
const borrowedLimit = 4;

/**
 * A caption draft for an image from its own caption, else from findings and history that can be meant for it. Null
 * where nobody wrote anything that fits: no word is made up.
 */
export function draftCaption(
  image: DraftingImage,
  passages: readonly DraftingPassage[],
): ComposedText | null {
  const own = ownSentences(image, passages);
  if (own.length > 0) return compose(describeImage(image) ?? "Image", own, image);
  const borrowed = image.oneOfMany ? [] : borrowedSentences(image, passages);
  if (borrowed.length === 0) return null;
  return compose(`${describeImage(image) ?? "Image"} (from the findings of the case)`, borrowed, image);
}

/** The sentences of the image's own caption that speak of its panel, or of all panels. */
export function ownSentences(image: DraftingImage, passages: readonly DraftingPassage[]): SourceSentence[] {
  const own = passages.filter((passage) => passage.kind === "caption" && passage.imageId === image.id);
  const sentences = withoutRepeats(own.flatMap(sourceSentences));
  const panel = panelOf(image.figure);
  if (panel === null) return sentences;
  const fitting = sentences.filter(({ text }) => {
    const letters = panelLetters(text);
    return letters.length === 0 || letters.includes(panel);
  });
  return fitting.length > 0 ? fitting : sentences;
}

function borrowedSentences(image: DraftingImage, passages: readonly DraftingPassage[]): SourceSentence[] {
  const candidates = withoutRepeats(
    passages
      .filter(
        ({ kind, imageId }) =>
          (kind === "findings" || kind === "history") && (imageId ?? image.id) === image.id,
      )
      .flatMap(sourceSentences),
  );
  const scored = candidates.map((sentence, index) => ({ sentence, index, score: fitness(sentence, image) }));
  const best = scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, borrowedLimit);
  return best.sort((a, b) => a.index - b.index).map(({ sentence }) => sentence);
}

/** How surely a sentence of the case is about this image: 0 = about another one, or only history. */
function fitness(sentence: SourceSentence, image: DraftingImage): number {
  const { text } = sentence;
  if (namesFigure(text, image.figure)) return 8;
  if (namesOtherFigure(text, image.figure)) return 0;
  const modality = modalityOf(image.modality);
  const plane = planeOf(image.plane);
  const named = modalitiesIn(text);
  const namedPlanes = planesIn(text);
  if (named.length > 0 && (modality === null || !named.includes(modality))) return 0;
  if (namedPlanes.length > 0 && plane !== null && !namedPlanes.includes(plane)) return 0;
  if (sentence.kind === "history")
    return named.length > 0 && /\bshow|\breveal|\bdemonstrat/i.test(text) ? 1 : 0;
  const part = bodyPartOf(image.bodyPart);
  const mentions =
    (named.length > 0 ? 2 : 0) +
    (namedPlanes.length > 0 ? 1 : 0) +
    (part && text.toLowerCase().includes(part) ? 1 : 0);
  return 1 + mentions + (isNormal(text) ? 0 : 0.5);
}

function compose(lead: string, sentences: readonly SourceSentence[], image: DraftingImage): ComposedText {
  const units = keepTogether(sentences);
  const ordered = [...units.filter((unit) => !isNormalUnit(unit)), ...units.filter(isNormalUnit)].flat();
  const parts = ordered.map((sentence) => ({ text: tidySentence(sentence.text), sources: [sentence] }));
  const [first, ...rest] = parts;
  return composeText(
    first ? [{ ...first, text: `${lead}: ${withoutSpokenLabels(first.text, image)}` }, ...rest] : [],
  );
}

/** Groups each sentence with those that lean on it, so that reordering never tears "it" from what it means. */
export function keepTogether(sentences: readonly SourceSentence[]): SourceSentence[][] {
  const units: SourceSentence[][] = [];
  for (const sentence of sentences) {
    const last = units[units.length - 1];
    if (last && leansOnPrevious(sentence.text)) last.push(sentence);
    else units.push([sentence]);
  }
  return units;
}

export const isNormalUnit = (unit: readonly SourceSentence[]): boolean =>
  unit.every(({ text }) => isNormal(text));
