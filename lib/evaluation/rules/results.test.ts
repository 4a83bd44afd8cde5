import { expect, test } from "vitest";
import { resultsCsv, resultsOf, type StoredRating } from "./results";
import { seededOrder } from "./seeded-order";

const rating = (
  textId: string,
  raterId: string,
  method: StoredRating["method"],
  all: number,
): StoredRating => ({
  textId,
  raterId,
  method,
  accuracy: all,
  relevance: all,
  completeness: 1,
  usefulness: all,
});

test("means are per method over all ratings; a method that nobody rated has none", () => {
  const ratings = [
    rating("a", "one", "native", 2),
    rating("a", "two", "native", 4),
    rating("b", "one", "native", 3),
    rating("c", "one", "image-only", 5),
  ];
  const [native, textOnly, imageOnly] = resultsOf(ratings, 1);
  expect(native).toMatchObject({ method: "native", texts: 2, raters: 2, ratings: 3 });
  expect(native?.means.accuracy?.mean).toBe(3);
  expect(native?.means.completeness).toEqual({ mean: 1, low: 1, high: 1 });
  expect(textOnly?.means.accuracy).toBeNull();
  expect(imageOnly).toMatchObject({ texts: 1, raters: 1, ratings: 1, means: { accuracy: { mean: 5 } } });
  const lines = resultsCsv(resultsOf(ratings, 1)).split("\r\n");
  expect(lines).toHaveLength(1 + 4 * 4 + 1);
  expect(lines[1]).toMatch(/^native,accuracy,2,2,3,3\.0000,\d\.\d{4},\d\.\d{4}$/);
  expect(lines[5]).toBe("text-only,accuracy,0,0,0,,,");
});

test("an order is the seed's: the same always, another for another seed, and none is lost", () => {
  const things = Array.from({ length: 30 }, (_, index) => String(index));
  const order = (seed: string) => seededOrder(things, seed, (thing) => thing);
  expect(order("1")).toEqual(order("1"));
  expect(order("1")).not.toEqual(order("2"));
  expect([...order("1")].sort()).toEqual([...things].sort());
});
