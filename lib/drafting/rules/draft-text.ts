import type { QuestionAnswer, TextPayload } from "@/lib/reading/schema";

/** The lines of a question-answer pair in the order in which sentence offsets count them. */
export function questionLines(qa: QuestionAnswer): string[] {
  return [qa.question, ...qa.options, qa.answer, qa.reasoning];
}

/** The one text of a draft that the offsets of its sentences count in; a question-answer pair is its lines joined by line breaks. */
export function draftText(payload: TextPayload): string {
  return payload.form === "text" ? payload.text : questionLines(payload.qa).join("\n");
}
