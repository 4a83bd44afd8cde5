import type { TextPayload } from "@/lib/reading/schema";
import { questionLines } from "../../rules/draft-text";
import type { CheckFacts, CheckInput, CheckResult, TextSpan } from "../types";
import { checkDraft } from "./check-draft";

const nothing: CheckResult = { flags: [], supported: [] };

/**
 * The flags of a text as it is stored: offsets count in `draftText(payload)`. Of a question-answer pair the answer and the
 * reasoning are checked; a closed answer has no fix, since it is one of the options.
 */
export function checkPayload(payload: TextPayload, facts: CheckFacts): CheckResult {
  const known = {
    passages: facts.passages,
    metadata: facts.metadata,
    regions: { measuresMm: facts.measuresMm },
  };
  if (payload.form === "text") return checkDraft({ ...known, text: payload.text });
  const { question, options } = payload.qa;
  const lines = questionLines(payload.qa);
  const results = [lines.length - 2, lines.length - 1].map((index) => {
    const closed = options.length > 0 && index === lines.length - 2;
    return checkLine({ ...known, question, text: lines[index] ?? "" }, startOfLine(lines, index), closed);
  });
  return {
    flags: results.flatMap(({ flags }) => flags),
    supported: results.flatMap(({ supported }) => supported),
  };
}

const startOfLine = (lines: readonly string[], index: number) =>
  lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0);

function checkLine(input: CheckInput, offset: number, closed: boolean): CheckResult {
  if (input.text.trim() === "") return nothing;
  const { flags, supported } = checkDraft(input);
  const moved = <S extends TextSpan>(span: S): S => ({
    ...span,
    start: span.start + offset,
    end: span.end + offset,
  });
  return {
    flags: flags.map((flag) => ({ ...moved(flag), fix: flag.fix && !closed ? moved(flag.fix) : null })),
    supported: supported.map(moved),
  };
}
