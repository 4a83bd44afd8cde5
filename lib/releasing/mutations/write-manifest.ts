import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { canonicalJson } from "@/lib/core/text/canonical-json";
import type { ExportFormat } from "../types";
import { hashedFile, type WrittenFile } from "./hashed-file";

export interface ReleaseCounts {
  /** Cases with at least one row. */
  readonly cases: number;
  readonly rows: number;
  readonly images: number;
  readonly regions: number;
  readonly leftOutCases: number;
  readonly leftOutTexts: number;
}

export interface WrittenRelease {
  readonly counts: ReleaseCounts;
  /** SHA-256 of manifest.json, which holds the hash of every other file. */
  readonly manifestHash: string;
  readonly lastSubmittedAt: Date | null;
}

interface ManifestInput {
  readonly project: { readonly slug: string; readonly name: string };
  readonly format: ExportFormat;
  readonly counts: ReleaseCounts;
  readonly lastSubmittedAt: Date | null;
  readonly written: readonly WrittenFile[];
}

/** manifest.json: what the release is and the SHA-256 of each file. No time of the export: equal content, equal bytes. */
export async function writeManifest(folder: string, input: ManifestInput): Promise<WrittenRelease> {
  const { project, format, counts, lastSubmittedAt, written } = input;
  const file = await hashedFile(folder, "manifest.json");
  const head = {
    schema: 1,
    project: { slug: project.slug, name: project.name },
    format: { id: format.id, file: format.fileName },
    counts,
    lastSubmittedAt: lastSubmittedAt?.toISOString() ?? null,
    notice: "Research use, not for diagnosis.",
  };
  await file.write(`${canonicalJson(head).slice(0, -1)},"files":[`);
  const names = [...written].sort((a, b) => (a.name < b.name ? -1 : 1));
  let first = true;
  for await (const line of fileLines(folder, names)) {
    await file.write(`${first ? "" : ","}\n${line}`);
    first = false;
  }
  await file.write("\n]}\n");
  const { sha256 } = await file.close();
  await rm(join(folder, "images.part"));
  return { counts, manifestHash: sha256, lastSubmittedAt };
}

async function* fileLines(folder: string, written: readonly WrittenFile[]): AsyncGenerator<string> {
  for (const entry of written) yield canonicalJson(entry);
  const images = createInterface({
    input: createReadStream(join(folder, "images.part")),
    crlfDelay: Infinity,
  });
  for await (const line of images) yield line;
}
