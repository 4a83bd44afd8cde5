import { type GuidelineLine, guidelineLineSchema } from "../schema";
import { describeIssue } from "./describe-issue";

/** Reads one line of a guideline file; a string says what is wrong with it, to be put after the line's number. */
export function parseGuideline(line: string): GuidelineLine | string {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\ufeff/, ""));
  } catch {
    return "is not JSON";
  }
  const parsed = guidelineLineSchema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  return first ? `is refused: ${describeIssue(first)}` : "is refused";
}
