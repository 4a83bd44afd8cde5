import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { framePicture } from "@/lib/cases/data/frame-picture";
import { caseLabel } from "@/lib/cases/rules";
import { canonicalJson } from "@/lib/core/text/canonical-json";
import { caseHeads } from "../data/case-heads";
import { frameSizes } from "../data/frame-sizes";
import { type LoadedCase, loadReleaseCase } from "../data/release-case";
import { translatedInto } from "../rules/language";
import { provenanceRow } from "../rules/provenance-row";
import { regionRow } from "../rules/region-row";
import type { ExportFormat, ReleaseImage } from "../types";
import { type HashedFile, hashedFile, type WrittenFile } from "./hashed-file";
import { trainingFiles } from "./training-files";
import { type ReleaseCounts, type WrittenRelease, writeManifest } from "./write-manifest";

interface Files {
  readonly training: Awaited<ReturnType<typeof trainingFiles>>;
  readonly provenance: HashedFile;
  readonly regions: HashedFile;
  readonly leftOut: HashedFile;
  /** Lines of the manifest for the images, which may be millions: on disk, not in memory. */
  readonly images: HashedFile;
}

type Counts = { -readonly [Key in keyof ReleaseCounts]: ReleaseCounts[Key] };

/**
 * Writes a release into an empty folder: the training file, one more for each language of translations, images, provenance.jsonl, regions.jsonl, left-out.jsonl and
 * manifest.json. Case by case, so memory does not grow with the project; the same readings give the same bytes.
 */
export async function writeRelease(
  folder: string,
  project: { readonly id: string; readonly slug: string; readonly name: string },
  format: ExportFormat,
): Promise<WrittenRelease> {
  await mkdir(join(folder, "images"), { recursive: true });
  const [training, provenance, regions, leftOut, images] = await Promise.all([
    trainingFiles(folder, format),
    hashedFile(folder, "provenance.jsonl"),
    hashedFile(folder, "regions.jsonl"),
    hashedFile(folder, "left-out.jsonl"),
    hashedFile(folder, "images.part"),
  ]);
  const files: Files = { training, provenance, regions, leftOut, images };
  const counts: Counts = { cases: 0, rows: 0, images: 0, regions: 0, leftOutCases: 0, leftOutTexts: 0 };
  let lastSubmittedAt: Date | null = null;
  try {
    for await (const head of caseHeads(project.id)) {
      const loaded = head.reason === null ? await loadReleaseCase(head.id) : { reason: head.reason };
      if (loaded === null) continue;
      if ("reason" in loaded) {
        counts.leftOutCases += 1;
        await writeLine(leftOut, {
          case: caseLabel(head.number),
          externalId: head.externalId,
          reason: loaded.reason,
        });
        continue;
      }
      await writeCase(folder, loaded, format, files, counts);
      for (const { submittedAt } of loaded.readings)
        if (lastSubmittedAt === null || submittedAt > lastSubmittedAt) lastSubmittedAt = submittedAt;
    }
    const written: WrittenFile[] = [...(await training.close())];
    for (const file of [provenance, regions, leftOut]) written.push(await file.close());
    await images.close();
    return await writeManifest(folder, { project, format, counts, lastSubmittedAt, written });
  } catch (error) {
    await Promise.all(Object.values(files).map((file) => file.abandon()));
    throw error;
  }
}

const writeLine = (file: HashedFile, value: unknown) => file.write(`${canonicalJson(value)}\n`);

async function writeCase(
  folder: string,
  { released, leftOut, readings }: LoadedCase,
  format: ExportFormat,
  files: Files,
  counts: Counts,
): Promise<void> {
  const rows = format.rows(released);
  if (rows.length > 0) counts.cases += 1;
  for (const row of rows) {
    const item = released.items.find(({ id }) => id === row.itemId);
    if (!item) throw new Error(`row ${row.id} belongs to no text of ${released.label}`);
    await files.training.add(row, translatedInto(item));
    await writeLine(files.provenance, provenanceRow(row, item, released));
    counts.rows += 1;
  }
  const used = new Map(rows.flatMap(({ images }) => images.map((image) => [image.file, image] as const)));
  for (const [, image] of [...used].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await writeLine(files.images, await writeImage(folder, image));
    counts.images += 1;
  }
  await writeRegions(released, readings, files, counts);
  for (const { id, kind, reason } of leftOut) {
    counts.leftOutTexts += 1;
    await writeLine(files.leftOut, {
      case: released.label,
      externalId: released.externalId,
      text: id,
      kind,
      reason,
    });
  }
}

async function writeImage(folder: string, image: ReleaseImage): Promise<WrittenFile> {
  const png = await framePicture(image);
  const path = join(folder, image.file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, png, { flag: "wx" });
  return { name: image.file, bytes: png.length, sha256: createHash("sha256").update(png).digest("hex") };
}

async function writeRegions(
  released: LoadedCase["released"],
  readings: LoadedCase["readings"],
  files: Files,
  counts: Counts,
): Promise<void> {
  const all = readings.flatMap((reading) => reading.regions.map((region) => ({ region, reading })));
  const sizes = await frameSizes(all.map(({ region }) => region.instanceId));
  for (const { region, reading } of all) {
    const size = sizes.get(region.instanceId);
    if (!size) throw new Error(`region ${region.id} lies on an instance that is not stored`);
    await writeLine(files.regions, regionRow(region, reading, released, size));
    counts.regions += 1;
  }
}
