import type { z } from "zod";
import { visibleText } from "@/lib/core/text/visible-text";
import { type QuestionAnswer, questionAnswerSchema } from "@/lib/reading/schema";
import type { questions1 } from "../../prompts/questions-1";
import type { Prompt } from "../../types/prompt";
import type { Check } from "./ask-model";
import { foreignWords } from "./untrusted-text";

/** A check of an answer against the prompt's schema and for words that are no description of an image. */
export function answerCheck<P extends Prompt>(prompt: P, marker: string): Check<z.infer<P["answer"]>> {
  return (value) => {
    const parsed = prompt.answer.safeParse(cleaned(value));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const field = issue?.path.join(".") || "The object";
      return { ok: false, problem: `${field}: ${issue?.message ?? "does not fit the schema"}.` };
    }
    for (const text of strings(parsed.data)) {
      const problem = foreignWords(text, marker);
      if (problem) return { ok: false, problem };
    }
    return { ok: true, value: parsed.data as z.infer<P["answer"]> };
  };
}

/** Strings as a person sees them, all the way down: what a model hides in a text is gone before anyone stores it. */
function cleaned(value: unknown): unknown {
  if (typeof value === "string") return visibleText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, cleaned(member)]));
  return value;
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}

type Pair = z.infer<typeof questions1.answer>["pairs"][number];

/** A check of question-answer pairs: as many as asked for at most, options and answers that agree, none twice. */
export function questionsCheck(
  prompt: Prompt & { readonly answer: typeof questions1.answer },
  marker: string,
  count: number,
): Check<readonly QuestionAnswer[]> {
  const check = answerCheck(prompt, marker);
  return (value) => {
    const answer = check(value);
    if (!answer.ok) return answer;
    const { pairs } = answer.value;
    if (pairs.length > count)
      return { ok: false, problem: `There are ${pairs.length} pairs where ${count} were asked for.` };
    for (const [index, pair] of pairs.entries()) {
      const problem = pairProblem(pair);
      if (problem) return { ok: false, problem: `Pair ${index + 1}: ${problem}` };
    }
    const asked = new Set(pairs.map(({ question }) => question.toLowerCase()));
    if (asked.size < pairs.length) return { ok: false, problem: "A question is asked twice." };
    return { ok: true, value: pairs.map(questionAnswer) };
  };
}

function pairProblem({ kind, options, answer_indexes: indexes, answer }: Pair): string | null {
  if (kind === "open")
    return options.length + indexes.length > 0 ? "an open question has no options and no indexes." : null;
  if (options.length < 2) return "a closed question needs at least two options.";
  if (new Set(options.map((option) => option.toLowerCase())).size < options.length)
    return "two options are the same.";
  if (indexes.length === 0 || new Set(indexes).size < indexes.length)
    return "answer_indexes names no option, or one twice.";
  const right = indexes.map((index) => options[index]);
  if (right.includes(undefined)) return "answer_indexes names an option that is not there.";
  return right.join("; ").toLowerCase() === answer.toLowerCase()
    ? null
    : "the answer is not the option that answer_indexes names.";
}

function questionAnswer({ question, options, answer_indexes, answer, reasoning }: Pair): QuestionAnswer {
  return questionAnswerSchema.parse({ question, options, answerIndexes: answer_indexes, answer, reasoning });
}
