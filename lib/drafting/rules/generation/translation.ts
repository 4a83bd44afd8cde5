import type { QuestionAnswer, TextPayload } from "@/lib/reading/schema";
import type { DraftSentence } from "@/lib/reading/types";
import { translationFault } from "../translated-terms";

/** The language that texts are translated into, and the method that such drafts carry. */
export const translationLanguage = "zh";
export const translationMethod = "translation";

/** Lines of one request at most; the prompt's schema says so too. */
export const mostLines = 60;

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** Whether the answer of a pair is made of its options, and is not translated a second time. */
const isClosed = ({ options, answerIndexes }: QuestionAnswer) =>
  options.length > 0 && answerIndexes.length > 0;

/** The lines of a text that are translated one by one: its paragraphs, or the parts of a question-answer pair. */
export function translationLines(payload: TextPayload): readonly string[] {
  if (payload.form === "text") return payload.text.split("\n").map(oneLine).filter(Boolean);
  const { question, options, answer, reasoning } = payload.qa;
  return [question, ...options, ...(isClosed(payload.qa) ? [] : [answer]), reasoning]
    .map(oneLine)
    .filter(Boolean);
}

/** What the lines are put together to again, as one word that a record can keep: "text", or "qa 4 0,2 1". */
export function shapeOf(payload: TextPayload): string {
  if (payload.form === "text") return "text";
  const { options, answerIndexes, reasoning } = payload.qa;
  const right = isClosed(payload.qa) ? answerIndexes.join(",") : "-";
  return `qa ${options.length} ${right} ${oneLine(reasoning) === "" ? 0 : 1}`;
}

/** The text of translated lines. @throws where the shape is none of `shapeOf`. */
export function payloadOfLines(lines: readonly string[], shape: string): TextPayload {
  if (shape === "text") return { form: "text", text: lines.join("\n") };
  const [, count, right, reasoned] = /^qa (\d+) ([\d,]+|-) ([01])$/.exec(shape) ?? [];
  if (count === undefined || right === undefined) throw new Error(`no text has the shape "${shape}"`);
  const options = lines.slice(1, 1 + Number(count));
  const answerIndexes = right === "-" ? [] : right.split(",").map(Number);
  const closed = answerIndexes.map((index) => options[index] ?? "").join("; ");
  return {
    form: "qa",
    qa: {
      question: lines[0] ?? "",
      options,
      answerIndexes,
      answer: right === "-" ? (lines[1 + options.length] ?? "") : closed,
      reasoning: reasoned === "1" ? (lines[lines.length - 1] ?? "") : "",
    },
  };
}

/** Lines as the prompt wants them, and back. */
export const numbered = (lines: readonly string[]): string =>
  lines.map((line, index) => `${index + 1}. ${line}`).join("\n");

export const unnumbered = (text: string): readonly string[] =>
  text.split("\n").map((line) => line.replace(/^\d+\. /, ""));

/** Why translated lines are not taken; null = they are. */
export function linesProblem(source: readonly string[], lines: readonly string[]): string | null {
  if (lines.length !== source.length)
    return `There are ${lines.length} lines where ${source.length} were given.`;
  for (const [index, line] of lines.entries()) {
    if (line.includes("\n")) return `Line ${index + 1} holds a line break.`;
    const fault = translationFault(source[index] ?? "", line);
    if (fault !== null) return `Line ${index + 1}: ${fault}`;
  }
  return null;
}

/** The sentences of a translated text: a line each, resting on all that the text it translates rests on. */
export function translatedSentences(
  payload: TextPayload,
  parent: readonly DraftSentence[],
): readonly DraftSentence[] {
  const everySourced = parent.length > 0 && parent.every((sentence) => sentence.sources.length > 0);
  const sources = everySourced ? parent.flatMap((sentence) => sentence.sources) : [];
  if (payload.form === "qa") return [{ id: "s1", start: 0, end: payload.qa.question.length, sources }];
  let start = 0;
  return payload.text.split("\n").map((line, index) => {
    const sentence = { id: `s${index + 1}`, start, end: start + line.length, sources };
    start += line.length + 1;
    return sentence;
  });
}
