import { describe, expect, it } from "vitest";
import { claimsOf } from "@/lib/drafting/consistency/rules/flag-claims";
import type { StoredFlag } from "@/lib/reading/types";
import { draftView } from "../testing/draft-view";
import { shownFlags, shownSupport } from "./shown-flags";
import { flagTone, standingFlags } from "./tone";

const before = "A cyst of the left kidney. The liver is enlarged.";
const stored = (id: string, kind: StoredFlag["kind"], quote: string, replacement?: string): StoredFlag => {
  const start = before.indexOf(quote);
  const place = { start, end: start + quote.length };
  return {
    id,
    kind,
    ...place,
    message: "Source says so.",
    evidence: { from: "nothing" },
    fix: replacement === undefined ? null : { ...place, replacement },
  };
};
const side = stored("side", "laterality", "left", "right");
const liver = stored("liver", "unsupported", "The liver is enlarged.");
const check = {
  flags: [side, liver],
  supported: [{ start: 0, end: 26, evidence: { passageId: "p", start: 0, end: 3 } }],
};
const payload = (text: string) => ({ form: "text", text }) as const;
const entry = (text: string) => ({
  payload: payload(text),
  draft: draftView("d", { payload: payload(before) }),
});
const verdicts = [{ id: "side", revision: 1, value: { verdict: "wrong", note: "" } as const }];

describe("the flags of a text as it stands", () => {
  it("are the draft's own while nobody changed it, with what the reader said of them", () => {
    const shown = shownFlags(entry(before), check, undefined, verdicts);
    expect(shown.map(({ id, verdict }) => [id, verdict?.verdict ?? null])).toEqual([
      ["side", "wrong"],
      ["liver", null],
    ]);
    expect(shown.map(flagTone)).toEqual(["plain", "warn"]);
    expect(standingFlags(shown)).toEqual({ count: 1, tone: "warn" });
    expect(standingFlags(shownFlags(entry(before), check, undefined, []))).toEqual({
      count: 2,
      tone: "error",
    });
    expect(shownSupport(entry(before), check, undefined)).toEqual(check.supported);
  });

  it("follow the reader's words until these are checked, with their fix, and go with words that were changed", () => {
    const text = "A simple cyst of the left kidney. The liver is large.";
    const shown = shownFlags(entry(text), check, undefined, []);
    expect(
      shown.map(({ id, start, end, fix }) => [
        id,
        text.slice(start, end),
        fix && text.slice(fix.start, fix.end),
      ]),
    ).toEqual([["side", "left", "left"]]);
    expect(shownSupport(entry(text), check, undefined)).toEqual([]);
  });

  it("are those of the checks once they have read the words, known again where the draft had them", () => {
    const text = "A simple cyst of the left kidney. No stone.";
    const start = text.indexOf("left");
    const found = {
      kind: "laterality",
      start,
      end: start + 4,
      message: "x",
      evidence: side.evidence,
      fix: null,
    } as const;
    const fresh = { ...found, kind: "negation", start: 34, end: 42 } as const;
    const flags = [found, fresh];
    const claims = claimsOf("d", text, flags).map((claim, at) => ({ id: `claim ${at}`, claim }));
    const words = { payload: payload(text), result: { flags, supported: [] }, claims };
    const shown = (more: typeof verdicts = []) =>
      shownFlags(entry(text), check, words, [...verdicts, ...more]).map(({ id, claim, verdict }) => [
        id,
        claim?.quote,
        verdict?.verdict ?? null,
      ]);
    expect(shown()).toEqual([
      ["side", undefined, "wrong"],
      ["claim 1", "No stone", null],
    ]);
    expect(shown([{ id: "claim 1", revision: 1, value: { verdict: "wrong", note: "" } }])[1]?.[2]).toBe(
      "wrong",
    );
  });

  it("leave out what was found in words that have changed since", () => {
    const result = { flags: [], supported: check.supported };
    const words = { payload: payload("Older words."), result, claims: [] };
    expect(shownFlags(entry("The right kidney."), check, words, []).map(({ id }) => id)).toEqual([]);
    expect(shownSupport(entry("The right kidney."), check, words)).toEqual([]);
  });

  it("are none for a text of the reader's own that nobody has checked", () => {
    expect(shownFlags({ payload: payload("Mine."), draft: null }, undefined, undefined, [])).toEqual([]);
  });
});
