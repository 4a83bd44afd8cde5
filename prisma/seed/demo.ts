import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { DemoCase } from "./bundle/types";
import { CYSTIC_MASS_FIGURE } from "./cases/cystic-mass-figure";
import { EMBOLISM_TEXT_ONLY } from "./cases/embolism-text-only";
import { ENDOMETRIOMA_CASE } from "./cases/endometrioma";
import { HEAD_IMAGE_ONLY } from "./cases/head-image-only";
import { HEPATIC_CYST_CLIP } from "./cases/hepatic-cyst-clip";
import { LIVER_METASTASIS } from "./cases/liver-metastasis";
import { LUNG_NODULE_CASE } from "./cases/lung-nodule";
import { DEMO_GUIDELINES } from "./guidelines";

/** The cases of the demo project, in the order in which a worklist shows them. */
export const DEMO_CASES: readonly DemoCase[] = [
  LIVER_METASTASIS,
  ENDOMETRIOMA_CASE,
  CYSTIC_MASS_FIGURE,
  LUNG_NODULE_CASE,
  HEPATIC_CYST_CLIP,
  HEAD_IMAGE_ONLY,
  EMBOLISM_TEXT_ONLY,
];

/**
 * Writes every demo case as a bundle folder, and the guidelines, into `outDir`. Two runs write the same bytes.
 * A bundle that exists is replaced. Returns absolute or relative paths as `outDir` is.
 */
export async function writeDemoBundles(outDir: string): Promise<{ bundles: string[]; guidelines: string }> {
  const bundles: string[] = [];
  for (const demo of DEMO_CASES) bundles.push(await writeBundle(outDir, demo));
  const guidelines = join(outDir, "guidelines.jsonl");
  await writeFile(guidelines, DEMO_GUIDELINES.map((each) => `${JSON.stringify(each)}\n`).join(""));
  return { bundles, guidelines };
}

/** Writes one case; returns its folder. */
export async function writeBundle(outDir: string, demo: DemoCase): Promise<string> {
  const folder = join(outDir, demo.bundle.caseId);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for await (const file of demo.files()) {
    const path = join(folder, file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file.content);
  }
  await writeFile(join(folder, "case.json"), `${JSON.stringify(demo.bundle, null, 2)}\n`);
  return folder;
}
