import fc from "fast-check";
import { expect, test } from "vitest";
import type { DocumentKind } from "../types";
import { chooseAgain } from "./choose-again";

const document = (documentId: string) => ({
  documentId,
  kind: (documentId.startsWith("g") ? "guideline" : "case") as DocumentKind,
});
const four = ["g1", "c1", "c2", "g2"].map(document);
const said =
  (pins: readonly string[], irrelevant: readonly string[] = []) =>
  (id: string) => ({ pinned: pins.includes(id), relevance: irrelevant.includes(id) ? (0 as const) : null });
const chosen = (outcome: ReturnType<typeof chooseAgain>) =>
  outcome.ok ? outcome.documents.map(({ documentId }) => documentId) : outcome.sentence;

test("nothing said: the same four; a pin comes first and the last one leaves", () => {
  expect(chosen(chooseAgain(four, [], said([])))).toEqual(["g1", "c1", "c2", "g2"]);
  expect(chosen(chooseAgain(four, [document("c9")], said(["c9"])))).toEqual(["c9", "g1", "c1", "c2"]);
});

test("what is called irrelevant is left out unless it is pinned", () => {
  expect(chosen(chooseAgain(four, [], said([], ["c1"])))).toEqual(["g1", "c2", "g2"]);
  expect(chosen(chooseAgain(four, [], said(["c1"], ["c1"])))).toEqual(["c1", "g1", "c2", "g2"]);
});

test("without a guideline, or with too many pins, the sentence says what to do", () => {
  expect(chosen(chooseAgain(four, [], said([], ["g1", "g2"])))).toMatch(/^No guideline is among these/);
  const cases = ["c7", "c8", "c9"].map(document);
  expect(chosen(chooseAgain(four, cases, said(["c1", "c7", "c8", "c9"])))).toMatch(/^No guideline/);
  expect(chosen(chooseAgain(four, cases, said(["c1", "c2", "c7", "c8", "c9"])))).toMatch(/^5 documents are/);
});

test("whatever was said: four at most, each once, every pin, at least one guideline", () => {
  const ids = ["g1", "g2", "g3", "c1", "c2", "c3", "c4"];
  fc.assert(
    fc.property(
      fc.shuffledSubarray(ids, { maxLength: 4 }),
      fc.shuffledSubarray(ids),
      fc.subarray(ids),
      fc.subarray(ids),
      (drafted, all, pins, irrelevant) => {
        const added = all.filter((id) => !drafted.includes(id)).map(document);
        const outcome = chooseAgain(drafted.map(document), added, said(pins, irrelevant));
        if (!outcome.ok) return;
        const taken = outcome.documents.map(({ documentId }) => documentId);
        const listed = [...drafted, ...added.map(({ documentId }) => documentId)];
        expect(taken.length).toBeLessThanOrEqual(4);
        expect(new Set(taken).size).toBe(taken.length);
        expect(taken).toEqual(expect.arrayContaining(pins.filter((id) => listed.includes(id))));
        expect(outcome.documents.some(({ kind }) => kind === "guideline")).toBe(true);
        for (const id of taken) expect(irrelevant.includes(id) && !pins.includes(id)).toBe(false);
      },
    ),
  );
});
