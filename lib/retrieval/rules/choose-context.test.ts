import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { finishedStates } from "./case-document";
import { chooseContext } from "./choose-context";
import { createLexicalIndex } from "./lexical-index";
import { type FindableDocument, mayBeFound } from "./may-be-found";
import { joinByRank } from "./reciprocal-rank";

const one = (documentId: string, kind: "guideline" | "case") => ({ documentId, kind });

describe("chooseContext", () => {
  test("takes the best four; the best guideline takes the fourth place where they hold none", () => {
    const cases = ["a", "b", "c", "d", "e"].map((id) => one(id, "case"));
    const [g, h] = [one("g", "guideline"), one("h", "guideline")];
    expect(chooseContext([...cases, g, h])).toEqual([...cases.slice(0, 3), g]);
    expect(chooseContext([g, ...cases])).toEqual([g, ...cases.slice(0, 3)]);
    expect(chooseContext([one("a", "case"), g])).toEqual([one("a", "case"), g]);
    expect(chooseContext([g, g, h, h])).toEqual([g, h]);
    expect(chooseContext(cases)).toEqual([]);
  });
});

test("joinByRank adds 1 / (60 + place) over the lists", () => {
  const joined = joinByRank([
    ["a", "b"],
    ["b", "c"],
  ]);
  expect(joined.map(({ id }) => id)).toEqual(["b", "a", "c"]);
  expect(joined[0]?.score).toBeCloseTo(1 / 62 + 1 / 61, 12);
});

/** Everything but the database: the index, the rule of what may be found, and the choice, as a search puts them together. */
const word = fc.constantFrom("liver", "cyst", "kidney", "mass", "rim", "wall", "septa", "node");
const document = fc.record({
  kind: fc.constantFrom("guideline" as const, "case" as const),
  group: fc.integer({ min: 0, max: 5 }),
  heldOut: fc.constantFrom(false, false, false, true),
  finished: fc.boolean(),
  ofProject: fc.boolean(),
  allowed: fc.boolean(),
  words: fc.array(word, { minLength: 1, maxLength: 6 }),
});
const query = fc.record({
  documents: fc.array(document, { minLength: 0, maxLength: 24 }),
  words: fc.array(word, { minLength: 1, maxLength: 5 }),
  subject: fc.nat(),
  sendable: fc.boolean(),
});

test("10,000 queries: four at most, a guideline among them, never the same case or group, never held out", () => {
  let chosenOnce = 0;
  fc.assert(
    fc.property(query, ({ documents, words, subject: pick, sendable }) => {
      const index = createLexicalIndex();
      const facts = documents.map(
        (one, at): FindableDocument & { documentId: string; kind: "guideline" | "case" } => ({
          documentId: String(at),
          kind: one.kind,
          externalId: `case ${at}`,
          groupKey: one.kind === "case" ? `group ${one.group}` : null,
          caseId: one.kind === "case" && one.ofProject ? `id ${at}` : null,
          caseState: one.finished ? "read" : "reading",
          heldOut: one.heldOut,
          externalModelAllowed: one.allowed,
        }),
      );
      for (const one of documents) index.add(one.words);
      const at = pick % Math.max(1, facts.length);
      const subject = {
        caseId: `id ${at}`,
        externalId: `case ${at}`,
        groupKey: facts[at]?.groupKey ?? "no group",
      };
      const rule = { sendable, finished: finishedStates };
      const hits = index.search(words, 64, () => true).map(({ entry }) => String(entry));
      const found = joinByRank([hits]).flatMap(({ id }) => facts[Number(id)] ?? []);
      const shown = found.filter((one) => mayBeFound(one, subject, rule));
      const chosen = chooseContext(shown);
      const guidelines = shown.filter(({ kind }) => kind === "guideline");
      expect(chosen.length).toBe(guidelines.length === 0 ? 0 : Math.min(4, shown.length));
      expect(chosen.length === 0 || chosen.some(({ kind }) => kind === "guideline")).toBe(true);
      expect(new Set(chosen.map(({ documentId }) => documentId)).size).toBe(chosen.length);
      for (const one of chosen) {
        expect(one.heldOut).toBe(false);
        if (one.kind === "case") {
          expect(one.groupKey).not.toBe(subject.groupKey);
          expect(one.externalId).not.toBe(subject.externalId);
          expect(one.caseId === null || one.caseState === "read").toBe(true);
        }
        expect(!sendable || one.externalModelAllowed).toBe(true);
      }
      if (chosen.length > 0) chosenOnce += 1;
    }),
    { numRuns: 10_000 },
  );
  expect(chosenOnce).toBeGreaterThan(2000);
});
