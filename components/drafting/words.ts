import { caseLabel } from "@/lib/cases/rules";
import type { Step } from "@/lib/drafting/schema";
import { draftRunSchema } from "@/lib/jobs/schema";
import type { RunView } from "@/lib/jobs/types";

export const stepLabels: Readonly<Record<Step, string>> = {
  caption: "Captions",
  findings: "Findings",
  discussion: "Discussion",
  qa: "Questions",
  translation: "Chinese",
  modality: "Modality labels",
  "question-label": "Question labels",
};

/** "Captions, Questions of RR-00012, by openai": what a run was asked to do. */
export function runTitle({ label, parameters }: RunView): string {
  const read = draftRunSchema.safeParse(parameters);
  if (!read.success) return label;
  const { steps, method, number } = read.data;
  const what = method === "offline" ? "Drafts" : steps.map((step) => stepLabels[step]).join(", ");
  const of = number === null ? "all cases" : caseLabel(number);
  return `${what} of ${of}, by ${method === "offline" ? "the offline rules" : (method ?? "a model")}`;
}

/** What became of a case, with its step by the name it has on the screen: "Questions: The model refused." */
export function caseWords(sentence: string | null): string | null {
  const step = Object.entries(stepLabels).find(([id]) => sentence?.startsWith(`${id}: `));
  return step && sentence ? `${step[1]}${sentence.slice(step[0].length)}` : sentence;
}

/** "12 of 40 done, 2 failed": only what there is. */
export function progressWords({ items, counts }: RunView): string {
  const more = [
    [counts.running, "running"],
    [counts.waiting, "waiting"],
    [counts.failed, "failed"],
    [counts.cancelled, "cancelled"],
  ] as const;
  return [
    `${counts.done} of ${items} done`,
    ...more.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`),
  ].join(", ");
}

/** "120 requests, 132,000 tokens, $0.4512". Nothing for a run that asked no model. */
export function spendWords({ calls, tokens, cost, costReserved }: RunView): string | null {
  if (calls === 0) return null;
  const price = cost + costReserved === 0 ? "no known price" : `$${cost.toFixed(4)}`;
  const more = costReserved > 0 ? ` and up to $${costReserved.toFixed(4)} under way or cut off` : "";
  return `${calls} ${calls === 1 ? "request" : "requests"}, ${tokens.toLocaleString("en-GB")} tokens, ${price}${more}`;
}
