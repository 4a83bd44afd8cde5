import fc from "fast-check";
import { expect, test } from "vitest";
import { choose, questionCount } from "./question-plan";
import { scenarios1 } from "./scenarios";

test("3 to 10 questions, more for longer and for denser texts", () => {
  expect(questionCount("A knee.")).toBe(3);
  expect(questionCount("A 3 cm mass in the left lobe, a 2 cm cyst in the right lobe, no ascites.")).toBe(5);
  fc.assert(
    fc.property(fc.lorem({ maxCount: 400 }), (text) => {
      const count = questionCount(text);
      expect(count).toBeGreaterThanOrEqual(3);
      expect(count).toBeLessThanOrEqual(10);
      expect(questionCount(`${text} ${text}`)).toBeGreaterThanOrEqual(count);
    }),
  );
});

test("there are ten scenarios, each comes up, and the seed decides", () => {
  expect(new Set(scenarios1.map(({ id }) => id)).size).toBe(10);
  const drawn = Array.from({ length: 1000 }, (_, place) => choose(scenarios1, 1, String(place)).id);
  for (const { id } of scenarios1) expect(drawn.filter((one) => one === id).length).toBeGreaterThan(60);
  expect(choose(scenarios1, 1, "a")).toBe(choose(scenarios1, 1, "a"));
  expect(Array.from({ length: 20 }, (_, seed) => choose(scenarios1, seed, "a").id)).toContain("family");
});
