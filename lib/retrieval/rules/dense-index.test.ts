import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDenseIndex } from "./dense-index";
import { fusedEmbedding, vectorBytes, vectorOf } from "./embedding";

const numbers = (...values: number[]) => Float32Array.from(values);

describe("fusedEmbedding", () => {
  test("adds text and picture as they are, then brings the sum to length 1", () => {
    expect([...fusedEmbedding(numbers(3, 0), numbers(0, 4))]).toEqual([
      expect.closeTo(0.6, 6),
      expect.closeTo(0.8, 6),
    ]);
    expect([...fusedEmbedding(null, numbers(0, 2))]).toEqual([0, 1]);
    expect([...fusedEmbedding(numbers(0, 0), null)]).toEqual([0, 0]);
    expect(() => fusedEmbedding(null, null)).toThrow("nothing to embed");
    expect(() => fusedEmbedding(numbers(1), numbers(1, 2))).toThrow("1 and 2 numbers");
  });

  test("an inner product is the sum of the four likenesses over the lengths of both sums", () => {
    const vector = fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(vector, vector, vector, vector, (qt, qi, ct, ci) => {
        const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
          Array.from(a).reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
        const sum = (a: number[], b: number[]) => a.map((value, at) => value + (b[at] ?? 0));
        const lengths = Math.hypot(...sum(qt, qi)) * Math.hypot(...sum(ct, ci));
        fc.pre(lengths > 1e-3);
        const fused = dot(
          fusedEmbedding(Float32Array.from(qt), Float32Array.from(qi)),
          fusedEmbedding(Float32Array.from(ct), Float32Array.from(ci)),
        );
        expect(fused).toBeCloseTo((dot(qt, ct) + dot(qt, ci) + dot(qi, ct) + dot(qi, ci)) / lengths, 3);
      }),
    );
  });

  test("keeps a vector through its bytes", () => {
    expect([...vectorOf(vectorBytes(numbers(1.5, -2, 0)))]).toEqual([1.5, -2, 0]);
    expect(vectorBytes(numbers(1))).toEqual(Uint8Array.from([0, 0, 0x80, 0x3f]));
  });
});

describe("the dense index", () => {
  test("gives the nearest that are accepted, nearest first, as sorting all of them would", () => {
    const vector = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(vector, { maxLength: 200 }), vector, (vectors, query) => {
        const index = createDenseIndex();
        for (const one of vectors) index.add(Float32Array.from(one));
        const expected = vectors
          .map((one, entry) => ({ entry, score: one.reduce((sum, v, at) => sum + v * (query[at] ?? 0), 0) }))
          .filter(({ entry }) => entry % 3 !== 0)
          .sort((a, b) => b.score - a.score || a.entry - b.entry)
          .slice(0, 10);
        expect(index.search(Float32Array.from(query), 10, (entry) => entry % 3 !== 0)).toEqual(expected);
      }),
    );
  });

  test("takes vectors of one length only", () => {
    const index = createDenseIndex();
    expect(index.search(numbers(1), 3, () => true)).toEqual([]);
    index.add(numbers(1, 2));
    expect(() => index.add(numbers(1))).toThrow("a vector of 1 numbers among those of 2");
    expect(() => index.search(numbers(1), 3, () => true)).toThrow("a query of 1 numbers");
  });
});
