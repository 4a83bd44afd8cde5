import { expect, it } from "vitest";
import { metadataWith } from "../testing/stacks";
import { decodesTooBright, takeExcess } from "./jpeg-level";

it("takes fifteen stored values from each sample, in rescaled units, and nothing below zero", () => {
  const values = new Int16Array([-1024, -1009, 40]);
  takeExcess(values, { slope: 1, intercept: -1024 });
  expect([...values]).toEqual([-1024, -1024, 25]);
  const fractional = new Float32Array([7.5, 100]);
  takeExcess(fractional, { slope: 0.5, intercept: 0 });
  expect([...fractional]).toEqual([0, 92.5]);
});

it("concerns extended JPEG of more than eight bits only", () => {
  expect(decodesTooBright(metadataWith(), "1.2.840.10008.1.2.4.51")).toBe(true);
  expect(decodesTooBright(metadataWith({ bitsAllocated: 8 }), "1.2.840.10008.1.2.4.51")).toBe(false);
  expect(decodesTooBright(metadataWith(), "1.2.840.10008.1.2.4.201")).toBe(false);
});
