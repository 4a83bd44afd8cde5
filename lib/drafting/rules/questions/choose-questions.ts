import type { QuestionCandidate, QuestionContext, QuestionRule } from "./types";

export interface ChosenQuestion extends QuestionCandidate {
  readonly rule: string;
}

const mostPerRule = 3;

/** How many questions a case gets: 3 for a short text up to 10, one more for every 20 words of its source. */
export function questionTarget(words: number): number {
  return Math.min(10, 3 + Math.floor(words / 20));
}

/**
 * Takes candidates rule by rule, in turns, so that the questions are of many kinds; within a rule the image with the
 * fewest questions goes first. Rules of `lastResort` are asked only until there are three.
 */
export function chooseQuestions(
  context: QuestionContext,
  rules: readonly QuestionRule[],
  lastResort: readonly QuestionRule[],
  target: number,
): ChosenQuestion[] {
  const chosen: ChosenQuestion[] = [];
  takeInTurns(chosen, context, rules, target);
  takeInTurns(chosen, context, lastResort, Math.min(3, target));
  return chosen;
}

function takeInTurns(
  chosen: ChosenQuestion[],
  context: QuestionContext,
  rules: readonly QuestionRule[],
  target: number,
): void {
  const queues = rules.map((rule) => ({ rule, waiting: rule.candidates(context) }));
  while (chosen.length < target && queues.some(({ waiting }) => waiting.length > 0)) {
    for (const { rule, waiting } of queues) {
      if (chosen.length >= target) return;
      if (chosen.filter((question) => question.rule === rule.id).length >= mostPerRule) {
        waiting.length = 0;
        continue;
      }
      const next = takeNext(waiting, chosen);
      if (next) chosen.push({ ...next, rule: rule.id });
    }
  }
}

/** Removes and returns the waiting candidate whose image was asked about least; drops those that were asked before. */
function takeNext(waiting: QuestionCandidate[], chosen: readonly ChosenQuestion[]): QuestionCandidate | null {
  const asked = (candidate: QuestionCandidate) =>
    chosen.filter(({ imageId }) => imageId === candidate.imageId).length;
  const fresh = waiting
    .filter((candidate) => !chosen.some((other) => sameQuestion(other, candidate)))
    .sort((a, b) => asked(a) - asked(b));
  waiting.splice(0, waiting.length, ...fresh.slice(1));
  return fresh[0] ?? null;
}

const sameQuestion = (a: QuestionCandidate, b: QuestionCandidate) =>
  a.imageId === b.imageId && a.question.toLowerCase() === b.question.toLowerCase();
