import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical-json";

describe("canonicalJson", () => {
  it("sorts keys at every depth and leaves out undefined", () => {
    expect(canonicalJson({ b: [1, { d: null, c: "é" }], a: undefined, A: true })).toBe(
      '{"A":true,"b":[1,{"c":"é","d":null}]}',
    );
  });

  it("gives one spelling whatever the order of keys, and keeps the value", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("refuses what JSON cannot hold", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1, "\ud800", [undefined]])
      expect(() => canonicalJson(value)).toThrow("canonical form");
  });
});
