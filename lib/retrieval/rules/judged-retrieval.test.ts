import { expect, test } from "vitest";
import { retrievalScores } from "./judged-retrieval";

const context = (ranked: string, ratings: Record<string, number[]>) => ({
  ranked: [...ranked],
  ratings: new Map(Object.entries(ratings)),
});

test("hit@k and recall@k over drafts; those with nothing relevant are left out and counted", () => {
  const scores = retrievalScores(
    [
      context("abcd", { a: [0], b: [2], e: [1, 2], c: [2, 0, 0] }),
      context("abcd", { a: [1], d: [2] }),
      context("abcd", { a: [0], b: [0, 1] }),
      context("abcd", {}),
    ],
    [1, 4],
  );
  expect(scores).toEqual({
    judged: 2,
    leftOut: 2,
    at: [
      { k: 1, hit: 0.5, recall: 0.25 },
      { k: 4, hit: 1, recall: 0.75 },
    ],
  });
});

test("says nothing where nothing is judged", () => {
  expect(retrievalScores([], [4])).toEqual({
    judged: 0,
    leftOut: 0,
    at: [{ k: 4, hit: null, recall: null }],
  });
});
