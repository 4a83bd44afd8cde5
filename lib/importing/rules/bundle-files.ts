import type { Refusal } from "../normalise/types";
import type { CaseBundle } from "../schema";
import { filesOfSeries } from "./files-of-series";

export type NamedFiles =
  | { readonly ok: true; readonly named: readonly string[]; readonly unnamed: readonly string[] }
  | { readonly ok: false; readonly reason: string };

/** Which files of its folder a bundle names, images first, each once; refused where it names one that is not there. */
export function namedFiles(bundle: CaseBundle, paths: readonly string[]): NamedFiles {
  const there = new Set(paths);
  const named = new Set<string>();
  for (const [index, { file }] of bundle.images.entries()) {
    if (file == null) continue;
    if (!there.has(file)) return { ok: false, reason: `images[${index}].file is not in the bundle: ${file}` };
    named.add(file);
  }
  for (const [index, series] of bundle.series.entries()) {
    for (const [at, entry] of series.files.entries())
      if (filesOfSeries({ files: [entry] }, paths).length === 0)
        return { ok: false, reason: `series[${index}].files[${at}] is not in the bundle: ${entry}` };
    for (const path of filesOfSeries(series, paths)) named.add(path);
  }
  return { ok: true, named: [...named], unnamed: paths.filter((path) => !named.has(path)) };
}

/** Refusals of objects that have no slices: they cannot shift the count. */
const holdsNoSlices = /\b(hold no picture|not shown|table of contents)\b/;

/**
 * Why refused files make the bundle as a whole unusable, or null: an image that is named must be there, and where slices
 * of a series are counted none may be missing.
 * @param refusals by path
 */
export function spoiledBundle(
  bundle: CaseBundle,
  paths: readonly string[],
  refusals: ReadonlyMap<string, Refusal>,
): string | null {
  for (const [index, { file }] of bundle.images.entries()) {
    const refusal = file == null ? undefined : refusals.get(file);
    if (refusal) return `images[${index}].file was refused: ${file}: ${refusal.reason}`;
  }
  for (const [index, series] of bundle.series.entries()) {
    const counted = series.keySlices.length > 0 || bundle.images.some((image) => image.series === series.id);
    if (!counted) continue;
    for (const path of filesOfSeries(series, paths)) {
      const refusal = refusals.get(path);
      if (refusal && !holdsNoSlices.test(refusal.reason))
        return `series[${index}] counts slices, but one of its files was refused: ${path}: ${refusal.reason}`;
    }
  }
  return null;
}
