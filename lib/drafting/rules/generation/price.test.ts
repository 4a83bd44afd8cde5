import { expect, test } from "vitest";
import { costOf, estimateSpend, imageTokens, listPrices, priceOf } from "./price";

test("image tokens as the endpoint counts them at high detail", () => {
  expect(imageTokens("gpt-4o", { width: 1024, height: 1024 })).toBe(765);
  expect(imageTokens("gpt-4o", { width: 2048, height: 4096 })).toBe(1105);
  expect(imageTokens("gpt-4o", { width: 128, height: 64 })).toBe(255);
  expect(imageTokens("gpt-4o-mini", { width: 128, height: 64 })).toBe(8500);
});

test("a dated version has the price of its model, an unknown model has none", () => {
  expect(priceOf("gpt-4o-2024-08-06", listPrices)).toEqual(listPrices["gpt-4o"]);
  expect(priceOf("gpt-4o-mini", listPrices)).toEqual(listPrices["gpt-4o-mini"]);
  expect(priceOf("llama-4", listPrices)).toBeNull();
});

test("cached input is cheaper, and an estimate is never below what its output may cost", () => {
  const price = { input: 2.5, cachedInput: 1.25, output: 10 };
  expect(costOf({ input: 1_000_000, cached: 400_000, output: 100_000 }, price)).toBeCloseTo(3, 10);
  const request = {
    model: "gpt-4o",
    messages: [{ role: "user", content: "x".repeat(3000) }],
    answer: { name: "a", schema: {} },
    maxOutputTokens: 1000,
    temperature: null,
    seed: null,
  } as const;
  const estimate = estimateSpend(request, [{ width: 1024, height: 1024 }], price);
  expect(estimate.tokens).toBe(1001 + 765 + 1000);
  expect(estimate.cost).toBeCloseTo((1766 * 2.5 + 1000 * 10) / 1e6, 10);
  expect(estimateSpend(request, [], null).cost).toBe(0);
});
