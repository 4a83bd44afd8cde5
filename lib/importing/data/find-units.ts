import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Refusal } from "../normalise/types";
import { divideByBundle } from "../rules/divide-by-bundle";
import type { Found, FoundFile, ImportUnit } from "../types";
import { sniff } from "./sniff";
import { unpackZip } from "./unpack-zip";
import { walk } from "./walk";

/** `archive-end`: what came of an archive must be read before the next unit is asked for; then its files are gone. */
export type FoundUnit = ImportUnit | Refusal | { readonly kind: "archive-end" };

const refused = (file: string, reason: string): Refusal => ({ kind: "refused", file, reason });

async function* unitOf(found: Found, openZip: ((zip: FoundFile) => AsyncGenerator<FoundUnit>) | null) {
  if (found.kind === "refused") yield found;
  else if (found.kind === "bundle") yield { kind: "bundle", bundle: found } satisfies FoundUnit;
  else {
    const { file } = found;
    const { kind, ...rest } = await sniff(file.name, file.path);
    if (kind === "dicom" || kind === "picture") yield { kind, file } satisfies FoundUnit;
    else if (kind === "refused" && "reason" in rest) yield refused(file.name, rest.reason);
    else if (kind === "zip" && openZip) yield* openZip(file);
    else if (kind === "zip") yield refused(file.name, "an archive inside an archive is not opened");
  }
}

async function* insideZip(zip: FoundFile, folder: string): AsyncGenerator<FoundUnit> {
  const files: FoundFile[] = [];
  for await (const entry of unpackZip(zip, folder))
    if ("kind" in entry) yield entry;
    else files.push(entry);
  for (const found of divideByBundle(files)) yield* unitOf(found, null);
  yield { kind: "archive-end" };
  await rm(folder, { recursive: true, force: true });
}

/**
 * Everything below a path that an importer may want, in a steady order, one after the other; zip archives are unpacked
 * into `workFolder` on the way. What claims to be an image and is none comes as a refusal; other files are passed over.
 */
export async function* findUnits(name: string, path: string, workFolder: string): AsyncGenerator<FoundUnit> {
  let archives = 0;
  const openZip = (zip: FoundFile) => insideZip(zip, join(workFolder, `zip-${archives++}`));
  for await (const found of walk(name, path)) yield* unitOf(found, openZip);
}
