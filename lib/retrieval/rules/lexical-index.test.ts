import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createLexicalIndex } from "./lexical-index";
import { termsOf } from "./terms";

const all = () => true;
const stems = (text: string) => termsOf(text).map(({ stem }) => stem);

describe("termsOf", () => {
  test("one spelling and stem; empty words left out; numbers kept; Chinese in pairs", () => {
    expect(stems("The haemangiomas of a tumour")).toEqual(stems("hemangioma, tumors"));
    expect(stems("3 cm of café")).toEqual(["3", "cm", "cafe"]);
    expect(stems("肝囊肿 CT")).toEqual(["肝囊", "囊肿", "ct"]);
    expect(termsOf("Stenotic")).toMatchObject([{ word: "stenotic" }]);
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
