import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { groupStacks } from "@/lib/core/dicom/group-stacks";
import { edgeLetters } from "@/lib/core/dicom/orientation-letters";
import type { StackInput } from "@/lib/core/dicom/types";
import { filesUnder, outcomesOf, scratchFolder } from "./testing/collect";
import { viewerValues } from "./testing/stored-frames";
import type { NormalisedInstance, NormaliseOutcome } from "./types";

interface SeriesOracle {
  readonly modality: string;
  readonly instances: number;
  readonly frames: number;
  readonly order?: readonly string[];
  readonly letters?: {
    readonly right: string;
    readonly left: string;
    readonly top: string;
    readonly bottom: string;
  };
  readonly gapsMm?: readonly [number, number] | null;
  readonly positions?: number;
  readonly pixelSpacing?: readonly [number, number];
  readonly values?: {
    readonly file: string;
    readonly at: readonly { readonly row: number; readonly col: number; readonly value: number }[];
    readonly min: number;
    readonly max: number;
  };
}

const data = process.env.SAMPLE_DATA_DIR;
if (!data) console.info("SAMPLE_DATA_DIR is not set: real series are not checked.");
const oracle: Readonly<Record<string, readonly SeriesOracle[]>> = data
  ? JSON.parse(readFileSync(join(data, "oracle-series.json"), "utf8"))
  : {};
const SHOWN = new Set(["CT", "MR", "US", "OT"]);

describe.skipIf(!data)("real series", () => {
  const scratch = scratchFolder();
  let outcomes: ReadonlyMap<string, NormaliseOutcome> = new Map();

  beforeAll(async () => {
    // Every echo clip has about twelve frames; two of the 24 files stand for all.
    const files = Object.keys(oracle).flatMap((folder) => {
      const all = filesUnder(join(data ?? "", "dicom-series", folder));
      return (folder.startsWith("us-") ? all.slice(0, 2) : all).map(({ path, name }) => ({
        path,
        name: `${folder}/${name}`,
      }));
    });
    outcomes = await outcomesOf(files, scratch.path);
  }, 180_000);
  afterAll(() => scratch.remove());

  const instancesOf = (folder: string): readonly NormalisedInstance[] =>
    [...outcomes.values()].flatMap((outcome) =>
      outcome.kind === "instance" && outcome.file.startsWith(`${folder}/`) ? [outcome] : [],
    );

  const stacksOf = (folder: string) => {
    const bySeries = new Map<string, StackInput[]>();
    for (const instance of instancesOf(folder)) {
      const input = { ...instance, id: instance.file.slice(folder.length + 1) };
      bySeries.set(instance.seriesUid, [...(bySeries.get(instance.seriesUid) ?? []), input]);
    }
    return [...bySeries.values()].flatMap((inputs) => groupStacks(inputs));
  };

  for (const [folder, seriesList] of Object.entries(oracle)) {
    const shown = seriesList.filter((series) => SHOWN.has(series.modality));
    it(`${folder}: order, spacing, letters and values`, async () => {
      const stacks = stacksOf(folder);
      for (const series of shown.filter((candidate) => candidate.order)) {
        const stack = stacks.find((candidate) =>
          candidate.frames.some((frame) => frame.instanceId === series.order?.[0]),
        );
        expect(stack?.frames.map((frame) => frame.instanceId)).toEqual(series.order);
        expect(stack?.positions).toBe(series.positions);
        if (series.gapsMm) {
          expect(stack?.spacing).toBeGreaterThan(series.gapsMm[0] - 0.01);
          expect(stack?.spacing).toBeLessThan(series.gapsMm[1] + 0.01);
          expect(stack?.notice ?? "").not.toContain("Gap");
          expect(stack?.notice ?? "").not.toContain("Uneven");
        }
        const sample = instancesOf(folder).find(
          (instance) => instance.file === `${folder}/${series.values?.file}`,
        );
        const orientation = sample?.metadata.geometry?.[0]?.orientation;
        if (series.letters && orientation) expect(edgeLetters(orientation)).toEqual(series.letters);
        for (const [index, spacing] of (series.pixelSpacing ?? []).entries()) {
          expect(sample?.metadata.pixelSpacing?.[index]).toBeCloseTo(spacing, 6);
        }
        if (!sample || !series.values) continue;
        const values = await viewerValues(sample, 1);
        const { slope, intercept } = sample.metadata.rescale ?? { slope: 1, intercept: 0 };
        for (const point of series.values.at) {
          const stored = values[point.row * sample.metadata.columns + point.col] ?? Number.NaN;
          expect(stored * slope + intercept).toBeCloseTo(point.value, 4);
        }
        expect(sample.metadata.smallestValue * slope + intercept).toBeCloseTo(series.values.min, 4);
        expect(sample.metadata.largestValue * slope + intercept).toBeCloseTo(series.values.max, 4);
      }
    });
  }

  it("refuses what is no picture, with a reason", () => {
    const reasons = [...outcomes.values()].flatMap((outcome) =>
      outcome.kind === "refused" ? [outcome.reason] : [],
    );
    expect(new Set(reasons)).toEqual(
      new Set([
        "Segmentation objects hold no picture of their own; this file is not shown.",
        "Radiotherapy plans hold no picture of their own; this file is not shown.",
        "Radiotherapy structure sets hold no picture of their own; this file is not shown.",
        "This is not a DICOM file.",
        "Presentation states hold no picture of their own; this file is not shown.",
      ]),
    );
  });

  it("sorts repeated positions into times", () => {
    const [stack] = stacksOf("mr-epi-ge-10vol");
    expect([stack?.positions, stack?.times, stack?.kind]).toEqual([15, 10, "volume"]);
  });

  it("says that sparse slices lie apart", () => {
    expect(stacksOf("mr-sag-bbmri-sparse6")[0]?.notice).toBe("Slices are 1.0 mm thick and lie 9.0 mm apart.");
  });

  it("makes no volume of an exam summary", () => {
    expect(stacksOf("ct-head-philips-study-extra").some((stack) => stack.kind === "volume")).toBe(false);
  });

  it("gives every echo clip its own stack", () => {
    const stacks = stacksOf("us-stress-echo-clips");
    expect(stacks.map((stack) => stack.kind)).toEqual(["clip", "clip"]);
    expect(stacks.every((stack) => stack.times > 1)).toBe(true);
  });
});
