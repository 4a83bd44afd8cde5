// The series a bench runs on: a folder of the caller's, or one drawn for the run.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { drawSeries, repeatSlice } from "./make-series.mjs";

/** `--series DIR`, or `--synthetic N`, or `--slice FILE` with `--synthetic N` to repeat that slice. */
export const seriesOptions = {
  series: { type: "string" },
  synthetic: { type: "string" },
  slice: { type: "string" },
};

/** @returns a folder; one that was made here is removed at the end. */
export function seriesFolder({ series, synthetic, slice }, closers) {
  if (series) {
    if (!fs.existsSync(series)) throw new Error(`There is no folder ${series}.`);
    return path.resolve(series);
  }
  const count = Number(synthetic ?? 150);
  if (!Number.isInteger(count) || count < 1)
    throw new Error(`--synthetic takes a number of slices, not "${synthetic}".`);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "reading-room-bench-series-"));
  closers.push(async () => fs.rmSync(folder, { recursive: true, force: true }));
  if (slice) repeatSlice(slice, folder, count);
  else drawSeries(folder, count);
  return folder;
}
