import type { TextPayload } from "@/lib/reading/schema";
import { questionLines } from "../../rules/draft-text";
import type { FlagFix } from "../types";

/** A text with the one replacement of a flag; offsets count in `draftText(payload)`. Null where it fits no line. */
export function applyFix(payload: TextPayload, fix: FlagFix): TextPayload | null {
  if (payload.form === "text") {
    const text = replaced(payload.text, fix);
    return text === null ? null : { form: "text", text };
  }
  const lines = questionLines(payload.qa);
  let start = 0;
  for (const [index, line] of lines.entries()) {
    const inLine = { ...fix, start: fix.start - start, end: fix.end - start };
    if (inLine.start >= 0 && inLine.end <= line.length) {
      const text = replaced(line, inLine);
      const part = partOf(index, lines.length);
      return text === null || part === null ? null : { form: "qa", qa: { ...payload.qa, [part]: text } };
    }
    start += line.length + 1;
  }
  return null;
}

function replaced(text: string, { start, end, replacement }: FlagFix): string | null {
  if (start < 0 || end > text.length || end < start) return null;
  return text.slice(0, start) + replacement + text.slice(end);
}

function partOf(index: number, count: number): "question" | "answer" | "reasoning" | null {
  if (index === 0) return "question";
  if (index === count - 2) return "answer";
  return index === count - 1 ? "reasoning" : null;
}
