import { expect, it } from "vitest";
import { metadataWith } from "../testing/stacks";
import { decodesTooBright, takeExcess } from "./jpeg-level";

it("takes fifteen from each stored value, and nothing below zero", () => {
  const values = new Uint16Array([0, 15, 1064]);
  takeExcess(values);
  expect([...values]).toEqual([0, 0, 1049]);
});

it("concerns extended JPEG of more than eight bits only", () => {
  expect(decodesTooBright(metadataWith(), "1.2.840.10008.1.2.4.51")).toBe(true);
  expect(decodesTooBright(metadataWith({ bitsAllocated: 8 }), "1.2.840.10008.1.2.4.51")).toBe(false);
  expect(decodesTooBright(metadataWith(), "1.2.840.10008.1.2.4.201")).toBe(false);
});
