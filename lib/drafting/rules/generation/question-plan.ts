import { createHash } from "node:crypto";
import { wordCount } from "@/lib/core/text/split-sentences";
import type { PromptChoice } from "../../types/prompt";
import { protectedTerms } from "../protected-terms";
import { questionTarget } from "../questions/choose-questions";

/**
 * How many question-answer pairs a text is worth, 3 to 10: by its length, and by how many numbers, sides, negations and
 * colours it states (each counts as five words more).
 */
export function questionCount(text: string): number {
  return questionTarget(wordCount(text) + 5 * protectedTerms(text).length);
}

/** One of the choices, the same for the same seed and place always; over many places each comes up as often. */
export function choose(choices: readonly PromptChoice[], seed: number, place: string): PromptChoice {
  const drawn = createHash("sha256").update(`choice 1:${seed}:${place}`).digest().readUInt32BE(0);
  const chosen = choices[drawn % choices.length];
  if (!chosen) throw new Error("there is nothing to choose from");
  return chosen;
}
