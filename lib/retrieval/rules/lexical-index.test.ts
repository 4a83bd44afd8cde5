import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createLexicalIndex, type LexicalIndex } from "./lexical-index";
import { stemsOf, termsOf } from "./terms";

const all = () => true;
const stems = stemsOf;

/** An index as it is after it was stored and read again, and the number that each entry had before. */
function readAgain(index: LexicalIndex) {
  const steps = index.pack();
  let step = steps.next();
  while (!step.done) step = steps.next();
  return { index: createLexicalIndex(step.value), from: step.value.from };
}

describe("termsOf", () => {
  test("one spelling and stem; empty words left out; numbers kept; Chinese in pairs", () => {
    expect(stems("The haemangiomas of a tumour")).toEqual(stems("hemangioma, tumors"));
    expect(stems("3 cm of café")).toEqual(["3", "cm", "cafe"]);
    expect(stems("肝囊肿 CT")).toEqual(["肝囊", "囊肿", "ct"]);
    expect(termsOf("Stenotic")).toMatchObject([{ word: "stenotic" }]);
  });

  test("the short way to the stems gives the same, whatever the text", () => {
    const words = fc.constantFrom(
      "Tumours",
      "the",
      "x",
      "7",
      "3cm",
      "café",
      "肝囊肿",
      "ﬁbrosis",
      "T2-weighted",
      "ß",
    );
    const text = fc.oneof(
      fc.array(words).map((some) => some.join(" ")),
      fc.string(),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(text, (one) => {
        expect(stemsOf(one)).toEqual(termsOf(one).map(({ stem }) => stem));
      }),
    );
  });
});

/** The formula over all texts, without an index. */
function plainBm25(texts: readonly (readonly string[])[], query: readonly string[]) {
  const mean = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  return texts.map((text) =>
    [...new Set(query)].reduce((score, stem) => {
      const holding = texts.filter((other) => other.includes(stem)).length;
      const count = text.filter((other) => other === stem).length;
      const rarity = Math.log(1 + (texts.length - holding + 0.5) / (holding + 0.5));
      return score + (rarity * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * text.length) / mean));
    }, 0),
  );
}

describe("the lexical index", () => {
  test("scores as the formula says, also after entries went, whatever the texts", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { minLength: 1, maxLength: 12 });
    const texts = fc.array(fc.record({ text, gone: fc.boolean() }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(texts, text, (entries, query) => {
        const index = createLexicalIndex();
        for (const entry of entries) index.add(entry.text);
        for (const [at, entry] of entries.entries()) if (entry.gone) index.remove(at, entry.text);
        const there = entries.map((entry, at) => ({ ...entry, at })).filter(({ gone }) => !gone);
        expect(index.size).toBe(there.length);
        const scores = plainBm25(
          there.map((entry) => entry.text),
          query,
        );
        const expected = there
          .map(({ at }, place) => ({ at, score: scores[place] ?? 0 }))
          .filter(({ score }) => score > 0)
          .sort((a, b) => Math.fround(b.score) - Math.fround(a.score) || a.at - b.at);
        const hits = index.search(query, 1000, all);
        expect(hits.map(({ entry }) => entry).toSorted()).toEqual(expected.map(({ at }) => at).toSorted());
        for (const hit of hits)
          expect(hit.score).toBeCloseTo(expected.find(({ at }) => at === hit.entry)?.score ?? -1, 4);
        for (const [place, hit] of hits.entries())
          expect(hit.score).toBeLessThanOrEqual(hits[place - 1]?.score ?? Number.POSITIVE_INFINITY);
      }),
      { numRuns: 200 },
    );
  });

  test("leaves out work, never a result: the best few of many, also after it was stored and read again", () => {
    const word = fc.integer({ min: 0, max: 400 }).map((at) => `w${Math.floor(Math.sqrt(at))}`);
    const text = fc.array(word, { minLength: 1, maxLength: 30 });
    const texts = fc.array(fc.record({ text, gone: fc.boolean() }), { minLength: 20, maxLength: 120 });
    fc.assert(
      fc.property(texts, text, fc.integer({ min: 1, max: 9 }), (entries, query, limit) => {
        const index = createLexicalIndex();
        for (const entry of entries) index.add(entry.text);
        for (const [at, entry] of entries.entries()) if (entry.gone) index.remove(at, entry.text);
        const accepted = (entry: number) => entry % 4 !== 0;
        const every = index.search(query, entries.length, accepted);
        const best = index.search(query, limit, accepted);
        expect(best).toEqual(every.slice(0, limit));
        const { index: again, from } = readAgain(index);
        expect(again.size).toBe(index.size);
        const found = again.search(query, limit, (entry) => accepted(from[entry] ?? 0));
        expect(found.map(({ entry, ...hit }) => ({ ...hit, entry: from[entry] }))).toEqual(best);
      }),
      { numRuns: 300 },
    );
  });

  test("goes on after it was stored and read again: what comes and goes is found as if it had not been", () => {
    const index = createLexicalIndex();
    for (const text of ["liver cyst", "spleen", "liver liver"]) index.add(text.split(" "));
    index.remove(1, ["spleen"]);
    const { index: again, from } = readAgain(index);
    expect([...from]).toEqual([0, 2]);
    expect(again.add(["liver", "spleen", "node"])).toBe(2);
    again.remove(0, ["liver", "cyst"]);
    expect(again.search(["liver"], 5, all).map(({ entry }) => entry)).toEqual([1, 2]);
    expect(again.search(["spleen"], 5, all).map(({ entry }) => entry)).toEqual([2]);
    expect(again.search(["cyst"], 5, all)).toEqual([]);
    expect(again.holds(2, ["node", "spleen", "liver"])).toBe(true);
    expect(again.holds(2, ["node", "spleen"])).toBe(false);
    expect(again.holds(1, ["liver", "cyst"])).toBe(false);
    expect(again.holds(0, ["liver", "cyst"])).toBe(false);
  });

  test("gives the best that are accepted, with the words that counted most first", () => {
    const index = createLexicalIndex();
    const texts = ["liver cyst", "liver", "kidney cyst septa", "liver liver spleen", "cyst"];
    for (const text of texts) index.add(text.split(" "));
    expect(index.search(["septa", "cyst", "cyst"], 1, all)).toMatchObject([
      { entry: 2, matched: ["septa", "cyst"] },
    ]);
    expect(index.search(["cyst"], 2, (entry) => entry !== 4).map(({ entry }) => entry)).toEqual([0, 2]);
    expect(index.search(["pancreas"], 5, all)).toEqual([]);
    expect(createLexicalIndex().search(["liver"], 5, all)).toEqual([]);
  });

  test("holds more entries than it was made for", () => {
    const index = createLexicalIndex();
    for (let at = 0; at < 5000; at += 1) index.add(["word", `only${at}`]);
    expect(index.search(["only4321"], 3, all)).toMatchObject([{ entry: 4321 }]);
    expect(index.search(["word"], 3, all).map(({ entry }) => entry)).toEqual([0, 1, 2]);
  });
});
