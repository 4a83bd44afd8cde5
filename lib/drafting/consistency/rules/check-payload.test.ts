import { describe, expect, it } from "vitest";
import type { TextPayload } from "@/lib/reading/schema";
import { draftText } from "../../rules/draft-text";
import type { CheckFacts } from "../types";
import { applyFix } from "./apply-fix";
import { checkPayload } from "./check-payload";

const facts: CheckFacts = {
  passages: [{ id: "p", kind: "findings", text: "A cyst of the right kidney. No hydronephrosis." }],
  metadata: {},
  measuresMm: [],
};
const qa = (answer: string, options: readonly string[] = [], reasoning = ""): TextPayload => ({
  form: "qa",
  qa: { question: "Where is the cyst?", options: [...options], answerIndexes: [], answer, reasoning },
});

describe("checking a text as it is stored", () => {
  it("finds the answer and the reasoning of a pair at their place in the joined lines", () => {
    const payload = qa("In the left kidney.", [], "The cyst lies in the left kidney.");
    const text = draftText(payload);
    const { flags } = checkPayload(payload, facts);
    expect(flags.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ["laterality", "left"],
      ["laterality", "left"],
    ]);
    expect(flags[0]?.start).toBeLessThan(flags[1]?.start ?? 0);
  });

  it("offers no fix for a closed answer, which is one of the options", () => {
    const [open] = checkPayload(qa("In the left kidney."), facts).flags;
    const [closed] = checkPayload(
      qa("In the left kidney.", ["In the left kidney.", "In the spleen."]),
      facts,
    ).flags;
    expect(open?.fix?.replacement).toBe("right");
    expect(closed).toMatchObject({ kind: "laterality", fix: null });
  });

  it("has nothing to say about empty lines", () => {
    expect(checkPayload(qa(""), facts)).toEqual({ flags: [], supported: [] });
  });

  it.each<TextPayload>([
    { form: "text", text: "A cyst of the left kidney." },
    qa("In the left kidney."),
    qa("Here.", [], "The cyst is in the left kidney."),
  ])("applies a fix so that nothing is flagged any more", (payload) => {
    const [flag] = checkPayload(payload, facts).flags;
    const fixed = flag?.fix ? applyFix(payload, flag.fix) : null;
    expect(fixed && draftText(fixed)).toBe(draftText(payload).replace("left", "right"));
    expect(fixed && checkPayload(fixed, facts).flags).toEqual([]);
  });

  it("leaves a text alone that the fix does not fit", () => {
    const fix = { start: 3, end: 400, replacement: "x" };
    expect(applyFix({ form: "text", text: "Short." }, fix)).toBeNull();
    expect(applyFix(qa("Short."), fix)).toBeNull();
  });
});
