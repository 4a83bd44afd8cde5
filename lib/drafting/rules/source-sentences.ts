import { splitSentences } from "@/lib/core/text/split-sentences";
import type { DraftingPassage, SourceSentence } from "../types/drafts";

const boilerplate =
  /courtesy of|reprinted|with permission|copyright|©|all rights reserved|see (?:the )?(?:text|discussion|caption)|^(?:images? )?(?:as )?(?:described )?(?:above|below)\.?$|https?:\/\//i;

/** The sentences of a passage that say something: no questions, no notes on rights, no bare figure numbers. */
export function sourceSentences(passage: DraftingPassage): SourceSentence[] {
  return splitSentences(passage.text)
    .filter(({ text }) => saysSomething(text))
    .map(({ start, end, text }) => ({
      passageId: passage.id,
      kind: passage.kind,
      imageId: passage.imageId,
      start,
      end,
      text,
    }));
}

function saysSomething(text: string): boolean {
  if (/[?？]["'”’)\]]*$/.test(text) || boilerplate.test(text)) return false;
  if (/^(?:fig(?:ure|s)?\.?|image|panel|case)\s*\d*\s*[a-z]?\s*[.:]?$/i.test(text)) return false;
  return /[\p{Script=Han}]|\p{L}{2,}/u.test(text);
}

/** Sentences without those whose words were said before, wherever they stood. */
export function withoutRepeats(sentences: readonly SourceSentence[]): SourceSentence[] {
  const said = new Set<string>();
  return sentences.filter(({ text }) => {
    const key = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}.]+/gu, " ")
      .replace(/\.$/, "")
      .trim();
    if (said.has(key)) return false;
    said.add(key);
    return true;
  });
}

const negative =
  /\b(?:no|not|without|w\/o|none|neither|nor|negative|absent|absence of|free of|denies|never)\b/i;
const normal = /\b(?:normal|unremarkable|within normal limits|clear|intact|patent|preserved)\b/i;
const hedged =
  /\b(?:possibl[ey]|probabl[ey]|likely|may|might|could|suspicious|suspected|suspicion|suggest\w*|concerning|question\w*|cannot|rule out|r\/o|exclude\w*|differential|versus|vs|consider\w*|if|apparent\w*|presum\w*)\b|\?/i;

export const isNegated = (text: string): boolean => negative.test(text);
export const isHedged = (text: string): boolean => hedged.test(text);

/** A sentence that says that something is absent or as it should be; such sentences come last in a draft. */
export const isNormal = (text: string): boolean =>
  /^(?:there (?:is|are|was|were) )?(?:no|without)\b/i.test(text) ||
  (normal.test(text) && !/\b(?:not|ab|but|except|however|although)\b|abnormal/i.test(text));

/** A sentence that leans on the one before it and may not be torn from it. */
export const leansOnPrevious = (text: string): boolean =>
  /^(?:it|its|they|their|this|these|those|that|he|she|his|her|such|both|the (?:lesion|mass|finding|former|latter|same)|however|specifically|similarly|also|additionally|in addition|furthermore|moreover|but|and|which|another|other)\b/i.test(
    text,
  );
