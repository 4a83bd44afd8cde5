import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { windowShare } from "@/lib/core/dicom/choose-window";
import { groupStacks } from "@/lib/core/dicom/group-stacks";
import { imageToScreen } from "@/lib/core/geometry/view-transform";
import { outcomesOf, scratchFolder, taken } from "@/lib/importing/normalise/testing/collect";
import { viewerValues } from "@/lib/importing/normalise/testing/stored-frames";
import type { NormaliseOutcome } from "@/lib/importing/normalise/types";
import { probed } from "../../e2e/truth/fixture";
import { truthTable } from "../../e2e/truth/table";
import { truthViews } from "../../e2e/truth/views";
import { wholeCalibration } from "./calibration";
import { pictureLetters } from "./cell-geometry";
import { displaySpacing } from "./cornerstone/frame-plane";
import { measurementLines } from "./measurements";
import { pixelSizeText, sideText } from "./overlay-text";
import { defaultWindow } from "./window";

const scratch = scratchFolder();
let outcomes: ReadonlyMap<string, NormaliseOutcome> = new Map();

beforeAll(async () => {
  const files = truthTable.flatMap((row) =>
    row.files().map((file) => {
      const path = join(scratch.path, `${row.name}-${file.name}`);
      writeFileSync(path, file.content);
      return { path, name: `${row.name}/${file.name}` };
    }),
  );
  outcomes = await outcomesOf(files, join(scratch.path, "work"));
}, 120_000);
afterAll(() => scratch.remove());

/** The files of a row as the importer leaves them, in stacks, and the frame that is looked at. */
function viewModel(row: (typeof truthTable)[number]) {
  const instances = new Map(
    row.files().map((file) => {
      const instance = taken(outcomes.get(`${row.name}/${file.name}`));
      return [file.name, { ...instance, id: file.name }];
    }),
  );
  const [stack] = groupStacks([...instances.values()]);
  const frame = stack?.frames[((row.slice ?? 1) - 1) * (stack?.times ?? 1)];
  const instance = instances.get(frame?.instanceId ?? "");
  if (!stack || !frame || !instance) throw new Error(`${row.name} makes no stack`);
  return { stack, frame, instance, metadata: instance.metadata };
}

it("has a row for each kind of object, and no name twice", () => {
  expect(truthTable.length).toBeGreaterThanOrEqual(40);
  expect(new Set(truthTable.map(({ name }) => name)).size).toBe(truthTable.length);
});

describe.each(truthTable.map((row) => [row.name, row] as const))("%s", (_, row) => {
  it("is in order", () => {
    const { stack } = viewModel(row);
    expect(stack.times).toBe(row.times ?? 1);
    const one = row.files().length === 1;
    const numbers = stack.frames.map((frame) => (one ? frame.frame : Number.parseInt(frame.instanceId, 10)));
    expect(numbers).toEqual(row.order ?? [1]);
    for (const line of row.corners?.filter((words) => words.endsWith("apart.")) ?? [])
      expect(stack.notice).toBe(line);
  });

  it("has letters that follow every turn", () => {
    const { metadata, frame } = viewModel(row);
    const shape = { ...metadata, spacing: displaySpacing(metadata) };
    for (const view of truthViews) {
      const map = imageToScreen(shape, { width: 700, height: 500 }, { ...view, zoom: 1, center: null });
      const letters = pictureLetters({ metadata, frame, map });
      expect(letters, view.name).toEqual(row.letters === null ? null : view.letters(row.letters));
    }
  });

  it("is measured as it says", () => {
    const { metadata } = viewModel(row);
    for (const { from, to, text } of row.lengths) {
      const points: [number, number][] = [[...from], [...to]];
      expect(measurementLines({ kind: "length", points }, metadata, null)).toEqual([text]);
    }
    expect(pixelSizeText(metadata)).toBe(row.pixelSize);
    const { measured, note } = wholeCalibration(metadata);
    expect(measured === "px" ? null : note).toBe(row.scaleNote);
    const side = sideText(metadata);
    if (side !== "") expect(row.corners ?? [side]).toContain(side);
  });

  it("has the values it says", async () => {
    const { instance, frame, metadata } = viewModel(row);
    const samples = await viewerValues(instance, frame.frame);
    const { slope, intercept } = metadata.rescale ?? { slope: 1, intercept: 0 };
    const colour = metadata.samplesPerPixel === 3;
    const value = (index: number) => (samples[index] ?? Number.NaN) * slope + intercept;
    const at: [number, number] = [probed[0] + 0.5, probed[1] + 0.5];
    expect(measurementLines({ kind: "probe", points: [at] }, metadata, colour ? null : value)).toEqual(
      row.probe,
    );
    const index = probed[1] * metadata.columns + probed[0];
    if (typeof row.seen !== "number") {
      expect([...samples.slice(index * 3, index * 3 + 3)]).toEqual(row.seen);
      return;
    }
    const share = windowShare(value(index), defaultWindow(metadata), metadata.voiFunction);
    const inverse = metadata.photometricInterpretation === "MONOCHROME1";
    expect(Math.round((inverse ? 1 - share : share) * 255)).toBe(row.seen);
  });
});
