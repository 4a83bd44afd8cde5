import { describe, expect, it } from "vitest";
import { type UptakeFacts, uptakeFactors } from "./uptake";

/** 370 MBq of F-18 an hour and fifty minutes (one half-life of 6,600 s) before a scan of 70 kg. */
const facts: UptakeFacts = {
  units: "BQML",
  suvType: null,
  corrected: ["NORM", "DTIM", "ATTN", "SCAT", "DECY"],
  decayCorrection: "START",
  dose: 370e6,
  halfLife: 6600,
  injectedAt: 0,
  scanAt: 6600,
  weight: 70,
  height: null,
  sex: null,
  suvOfCount: null,
  activityOfCount: null,
};

const bodyWeight = (change: Partial<UptakeFacts>) => uptakeFactors({ ...facts, ...change })[0]?.factor;

describe("uptake by body weight", () => {
  it("divides by the dose that was left at the start of the scan", () => {
    // 70,000 g / 185 MBq: a voxel of 5,285.714 Bq/ml has an uptake of 2.
    expect(uptakeFactors(facts)).toEqual([{ kind: "SUVbw", factor: 70_000 / 185e6 }]);
    expect(5285.714 * (bodyWeight({}) ?? 0)).toBeCloseTo(2, 6);
  });

  it("takes the whole dose where values are corrected to the injection", () => {
    expect(bodyWeight({ decayCorrection: "ADMIN", injectedAt: null })).toBe(70_000 / 370e6);
  });

  it("counts in what a vendor says of a count", () => {
    expect(bodyWeight({ units: "CNTS", suvOfCount: 0.0004, activityOfCount: 3 })).toBe(0.0004);
    expect(bodyWeight({ units: "CNTS", activityOfCount: 2 })).toBeCloseTo(140_000 / 185e6, 15);
  });

  it.each<[string, Partial<UptakeFacts>]>([
    ["without weight", { weight: null }],
    ["of no weight", { weight: 0 }],
    ["of a weight in grams", { weight: 70_000 }],
    ["without dose", { dose: null }],
    ["of a dose in megabecquerels", { dose: 370 }],
    ["without half-life", { halfLife: null }],
    ["without injection", { injectedAt: null }],
    ["injected after the scan", { injectedAt: 6601 }],
    ["injected a week before", { injectedAt: -604_800 }],
    ["without attenuation correction", { corrected: ["DECY"] }],
    ["without decay correction", { corrected: ["ATTN"] }],
    ["corrected to nothing named", { decayCorrection: "NONE" }],
    ["in counts", { units: "CNTS" }],
    ["in units not known", { units: null }],
    ["of a type not known", { units: "GML", suvType: "OTHER" }],
  ])("is not given %s", (_, change) => {
    expect(uptakeFactors({ ...facts, ...change })).toEqual([]);
  });
});

describe("other uptake values", () => {
  it("need height, and lean mass the sex", () => {
    const tall = { ...facts, height: 1.75 };
    expect(uptakeFactors(tall).map(({ kind }) => kind)).toEqual(["SUVbw", "SUVbsa"]);
    const kinds = uptakeFactors({ ...tall, sex: "F" });
    expect(kinds.map(({ kind }) => kind)).toEqual(["SUVbw", "SUVlbm", "SUVbsa"]);
    // 9270 x 70 / (8780 + 244 x 22.8571) = 45.197 kg; 71.84 x 70^0.425 x 175^0.725 = 18,481 cm².
    expect((kinds[1]?.factor ?? 0) * 185e6).toBeCloseTo(45_197.0, 0);
    expect((kinds[2]?.factor ?? 0) * 185e6).toBeCloseTo(18_481, -1);
  });

  it("are taken from files that count in them", () => {
    expect(uptakeFactors({ ...facts, units: "GML", dose: null })).toEqual([{ kind: "SUVbw", factor: 1 }]);
    expect(uptakeFactors({ ...facts, units: "GML", suvType: "LBM" })[0]?.kind).toBe("SUVlbm");
    expect(uptakeFactors({ ...facts, units: "CM2ML" })[0]?.kind).toBe("SUVbsa");
  });
});
