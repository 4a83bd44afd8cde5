import type { DraftingPassage, SourceSentence } from "../types/drafts";
import { type ComposedText, composeText, type TextPart } from "./compose-text";
import { joinList } from "./lead-in";
import { type ListItem, listItems } from "./list-items";
import { sourceSentences, withoutRepeats } from "./source-sentences";
import { tidySentence } from "./tidy-sentence";
import { modalitiesIn } from "./vocabulary";

/** A discussion draft keeps at most so many sentences of a long discussion. */
const sentenceLimit = 14;

/** Diagnosis and differential in set words, then the discussion, shortened to what bears on image and diagnosis. */
export function draftDiscussion(passages: readonly DraftingPassage[]): ComposedText | null {
  const items = (kind: "diagnosis" | "differential") =>
    passages.filter((passage) => passage.kind === kind).flatMap(listItems);
  const diagnosis = items("diagnosis");
  const differential = items("differential");
  const discussion = withoutRepeats(
    passages.filter((passage) => passage.kind === "discussion").flatMap(sourceSentences),
  );
  const parts: TextPart[] = [];
  if (diagnosis.length > 0)
    parts.push({
      text: `The final diagnosis given by the source is ${sentenceEnd(named(diagnosis))}`,
      sources: diagnosis,
    });
  if (differential.length > 0)
    parts.push({
      text: `The differential diagnosis of the source lists ${sentenceEnd(named(differential))}`,
      sources: differential,
    });
  const kept = shorten(discussion, diagnosis);
  kept.forEach((sentence, index) => {
    const text = tidySentence(sentence.text);
    parts.push({
      text: parts.length === 0 ? `On this case: ${text}` : text,
      sources: [sentence],
      before: index === 0 ? "\n" : " ",
    });
  });
  return parts.length === 0 ? null : composeText(parts);
}

const named = (items: readonly ListItem[]) => joinList(items.map((item) => item.text));
const sentenceEnd = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

function shorten(sentences: readonly SourceSentence[], diagnosis: readonly ListItem[]): SourceSentence[] {
  if (sentences.length <= sentenceLimit) return [...sentences];
  const words = new Set(diagnosis.flatMap(({ text }) => text.toLowerCase().match(/\p{L}{5,}/gu) ?? []));
  const weight = ({ text }: SourceSentence) =>
    (modalitiesIn(text).length > 0 ? 2 : 0) +
    ((text.toLowerCase().match(/\p{L}{5,}/gu) ?? []).some((word) => words.has(word)) ? 2 : 0) +
    (/\b(?:imaging|image|appearance|sign|signal|density|enhanc\w*|diagnos\w*|differen\w*)\b/i.test(text)
      ? 1
      : 0);
  const kept = sentences
    .map((sentence, index) => ({ sentence, index, weight: weight(sentence) }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
    .slice(0, sentenceLimit);
  return kept.sort((a, b) => a.index - b.index).map(({ sentence }) => sentence);
}
