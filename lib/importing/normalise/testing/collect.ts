import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { type NormaliseFile, type NormaliseOptions, normaliseFiles, normalisePictures } from "../run";
import type { NormalisedInstance, NormaliseOutcome } from "../types";

export const TEST_KEY = Buffer.alloc(32, 7);

/** A fresh folder and what removes it. */
export function scratchFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "normalise-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** All files under a folder, named by their path inside it. */
export function filesUnder(folder: string): readonly NormaliseFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, name: relative(folder, path) }));
}

/** Outcomes by file name. */
export async function outcomesOf(
  files: readonly NormaliseFile[],
  workDir: string,
  change: Partial<NormaliseOptions> & { readonly pictures?: boolean } = {},
): Promise<ReadonlyMap<string, NormaliseOutcome>> {
  const { pictures, ...options } = change;
  const run = pictures ? normalisePictures : normaliseFiles;
  const found = new Map<string, NormaliseOutcome>();
  for await (const outcome of run(files, { workDir, identityKey: TEST_KEY, concurrency: 2, ...options })) {
    found.set(outcome.file, outcome);
  }
  return found;
}

export function taken(outcome: NormaliseOutcome | undefined): NormalisedInstance {
  if (outcome?.kind !== "instance") throw new Error(`not taken: ${outcome?.reason ?? "no outcome"}`);
  return outcome;
}

export function refusal(outcome: NormaliseOutcome | undefined): string {
  if (outcome?.kind !== "refused") throw new Error(outcome ? "taken" : "no outcome");
  return outcome.reason;
}
