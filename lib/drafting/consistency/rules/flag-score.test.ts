import { describe, expect, it } from "vitest";
import { english } from "../language/en";
import { readCase } from "./check-case";
import { featuresOf } from "./flag-features";
import { scoreWith } from "./flag-score";
import weights from "./flag-weights.json" with { type: "json" };

const source = "A simple cyst of 3 cm lies in the left kidney. The spleen is enlarged. No ascites is seen.";

/** The features of a side of the draft, held against the side at `wanted` of the source. */
function sideFeatures(text: string, side: string, wanted: string) {
  const texts = readCase({ text, passages: [{ id: "p", kind: "findings", text: source }] }, english);
  const [start, at] = [text.indexOf(side), source.indexOf(wanted)];
  return featuresOf(texts, {
    start,
    end: start + side.length,
    evidence: { from: "passage", span: { passageId: "p", start: at, end: at + wanted.length } },
  });
}

describe("featuresOf", () => {
  it("finds the evidence near where the rest of the sentence is the same, and far where it is not", () => {
    const near = sideFeatures("The right kidney contains a simple cyst of 3 cm.", "right", "left");
    const far = sideFeatures("The right adrenal gland is calcified.", "right", "left");
    expect(near.evidenceNear).toBeGreaterThan(0.7);
    expect(far.evidenceNear).toBeLessThan(0.2);
    expect(near.evidenceClauseSaid).toBe(1);
    expect(far.strangeBeside).toBeGreaterThan(near.strangeBeside);
  });

  it("sees that the sentence has the wanted word, too", () => {
    const text = "The right kidney is normal, and a simple cyst lies in the left kidney.";
    expect(sideFeatures(text, "right", "left").evidenceSaidToo).toBe(1);
  });

  it("gives figures without evidence in a passage, and for a flag at the very end", () => {
    const text = "The heart is large.";
    const texts = readCase({ text, passages: [{ id: "p", kind: "findings", text: source }] }, english);
    const features = featuresOf(texts, { start: 18, end: 19, evidence: { from: "nothing" } });
    expect(features.evidenceNear).toBe(0);
    for (const value of Object.values(features)) expect(Number.isFinite(value)).toBe(true);
  });
});

describe("scoreWith", () => {
  it("trusts a side in an otherwise faithful sentence more than one beside strange words", () => {
    const near = sideFeatures("The right kidney contains a simple cyst of 3 cm.", "right", "left");
    const far = sideFeatures("The right adrenal gland is calcified.", "right", "left");
    expect(scoreWith(weights, "laterality", near)).toBeGreaterThan(weights.least);
    expect(scoreWith(weights, "laterality", far)).toBeLessThan(scoreWith(weights, "laterality", near));
  });

  it("adds what a kind weighs of its own", () => {
    const by = {
      least: 0.5,
      bias: 0,
      features: { evidenceNear: 1 },
      kinds: { level: { bias: 1, features: { evidenceNear: -2 } } },
    };
    const values = { ...sideFeatures("The right kidney.", "right", "left"), evidenceNear: 1 };
    expect(scoreWith(by, "level", values)).toBeCloseTo(0.5);
    expect(scoreWith(by, "signal", values)).toBeCloseTo(1 / (1 + Math.exp(-1)));
  });
});
