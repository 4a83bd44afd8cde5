import type { DraftingImage, DraftingPassage, SourceSentence } from "../types/drafts";
import { isNormalUnit, keepTogether } from "./caption";
import { type ComposedText, composeText, type TextPart } from "./compose-text";
import { describeModalities } from "./lead-in";
import { sourceSentences, withoutRepeats } from "./source-sentences";
import { tidySentence } from "./tidy-sentence";

/**
 * The findings of the case: the sentences of its findings, else of its captions, each said once; what is abnormal
 * first, what is normal or absent last, one line each. Null where neither was written.
 */
export function draftFindings(
  images: readonly DraftingImage[],
  passages: readonly DraftingPassage[],
): ComposedText | null {
  const sentences = findingSentences(passages);
  if (sentences.length === 0) return null;
  const units = keepTogether(sentences);
  const ordered = [...units.filter((unit) => !isNormalUnit(unit)), ...units.filter(isNormalUnit)].flat();
  const modalities = describeModalities(images);
  const lead = modalities ? `Findings on ${modalities}` : "Findings of the case";
  const [first, ...rest] = ordered.map(
    (sentence): TextPart => ({ text: tidySentence(sentence.text), sources: [sentence], before: "\n- " }),
  );
  if (!first) return null;
  const lineBreak = rest.length === 0 ? " " : "\n- ";
  return composeText([{ ...first, text: `${lead}:${lineBreak}${first.text}` }, ...rest]);
}

/** What the questions and the findings draft are made of. */
export function findingSentences(passages: readonly DraftingPassage[]): SourceSentence[] {
  const of = (kind: DraftingPassage["kind"]) =>
    passages.filter((passage) => passage.kind === kind).flatMap(sourceSentences);
  const findings = of("findings");
  return withoutRepeats(findings.length > 0 ? findings : of("caption"));
}
