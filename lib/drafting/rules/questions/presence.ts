import type { SourceSentence } from "../../types/drafts";
import { type FindingPhrase, findingPhrases } from "../finding-words";
import { isHedged, isNegated } from "../source-sentences";
import { closed, type QuestionContext, type QuestionRule } from "./types";

const denial = /\b(?:no|without|negative for|absence of)\b/gi;
const options = ["Yes", "No"];
/** Between the denial and the finding: only words that leave its meaning whole. */
const harmless = /^\s*(?:(?:evidence|signs?|of|any|an?|the|definite|obvious|gross|discrete|acute)\s+)*$/i;

function deniedFinding(text: string): FindingPhrase | null {
  for (const match of text.matchAll(denial)) {
    const from = match.index + match[0].length;
    const finding = findingPhrases(text).find(({ start }) => start >= from);
    if (!finding) continue;
    const nounStart = finding.end - finding.phrase.length;
    if (harmless.test(text.slice(from, nounStart))) return finding;
  }
  return null;
}

/** Nouns that the case affirms in one place and denies in another: a yes or no would not be true of the whole case. */
function ambiguousNouns(sentences: readonly SourceSentence[]): Set<string> {
  const affirmed = new Set<string>();
  const denied = new Set<string>();
  for (const { text } of sentences)
    for (const { noun } of findingPhrases(text)) (isNegated(text) ? denied : affirmed).add(noun);
  return new Set([...affirmed].filter((noun) => denied.has(noun)));
}

const question = (finding: FindingPhrase) => `Is there evidence of ${finding.phrase}?`;

function findingsOf(context: QuestionContext, wanted: (text: string) => FindingPhrase | null, index: number) {
  const ambiguous = ambiguousNouns(context.sentences);
  return context.sentences.flatMap((sentence) => {
    const finding = isHedged(sentence.text) ? null : wanted(sentence.text);
    return finding && !ambiguous.has(finding.noun)
      ? [closed(sentence, question(finding), options, index)]
      : [];
  });
}

/** "Is there evidence of pneumothorax?" - No, from a sentence that denies it. */
export const absence: QuestionRule = {
  id: "absence",
  candidates: (context) => findingsOf(context, deniedFinding, 1),
};

/** The same with Yes, from a sentence that affirms one finding without "possible", "suspicious" or a denial. */
export const presence: QuestionRule = {
  id: "presence",
  candidates: (context) =>
    findingsOf(context, (text) => (isNegated(text) ? null : (findingPhrases(text)[0] ?? null)), 0),
};
