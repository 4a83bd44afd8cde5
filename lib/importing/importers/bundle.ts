import { readFile } from "node:fs/promises";
import { sniff } from "../data/sniff";
import type { Refusal } from "../normalise/types";
import { namedFiles, spoiledBundle } from "../rules/bundle-files";
import { contentHash } from "../rules/content-hash";
import { largestBundle, parseBundle } from "../rules/parse-bundle";
import { pictureUid } from "../rules/picture-uid";
import type { CaseBundle } from "../schema";
import type {
  CaseSource,
  FoundBundle,
  FoundFile,
  Imported,
  Importer,
  ImportTools,
  IncomingInstance,
} from "../types";

const sourceOf = ({ source }: CaseBundle, permissionSaid: boolean): CaseSource => ({
  name: source.name,
  site: source.site,
  url: source.url ?? undefined,
  licence: source.licence ?? undefined,
  externalModelAllowed: permissionSaid ? source.externalModelAllowed : undefined,
});

interface Sorted {
  readonly instances: readonly IncomingInstance[];
  readonly hashes: ReadonlyMap<string, string>;
  readonly refusals: ReadonlyMap<string, Refusal>;
}

/** Hashes the named files, passes over those the case has, and has the others normalised. */
async function sortFiles(
  bundle: CaseBundle,
  source: CaseSource,
  named: readonly string[],
  files: ReadonlyMap<string, FoundFile>,
  tools: ImportTools,
): Promise<Sorted> {
  const stored = await tools.storedInstances(source, bundle.caseId);
  const known = new Set(stored.flatMap(({ sourceHash, uid }) => [sourceHash, uid]));
  const hashes = new Map<string, string>();
  const refusals = new Map<string, Refusal>();
  const fresh: Record<"dicom" | "picture", (FoundFile & { at: string })[]> = { dicom: [], picture: [] };
  const alone = new Set(bundle.images.map((image) => image.file));
  for (const at of named) {
    const file = files.get(at);
    if (!file) continue;
    const found = await sniff(file.name, file.path);
    const refuse = (reason: string) => refusals.set(at, { kind: "refused", file: file.name, reason });
    if (found.kind === "refused") refuse(found.reason);
    else if (found.kind === "zip") refuse("an archive inside a bundle is not opened");
    else if (found.kind === "ignored") {
      if (alone.has(at)) refuse("not an image");
    } else {
      const hash = await tools.hash(file.path);
      hashes.set(at, hash);
      if (!known.has(found.kind === "dicom" ? hash : pictureUid(at, hash)))
        fresh[found.kind].push({ ...file, at });
    }
  }
  const instances: IncomingInstance[] = [];
  for (const kind of ["dicom", "picture"] as const)
    for (const [index, normalised] of (await tools.normalise(kind, fresh[kind])).entries()) {
      const file = fresh[kind][index];
      if (!file) continue;
      if (normalised.kind === "refused") refusals.set(file.at, normalised);
      else instances.push({ file: file.at, name: file.name, path: file.path, kind, normalised });
    }
  return { instances, hashes, refusals };
}

async function* readBundle(found: FoundBundle, tools: ImportTools): AsyncGenerator<Imported> {
  const { description } = found;
  const refuse = (reason: string): Refusal => ({ kind: "refused", file: description.name, reason });
  if (description.size > largestBundle) {
    yield refuse(`is larger than ${largestBundle / 1024 / 1024} MB`);
    return;
  }
  const bytes = await readFile(description.path);
  const parsed = parseBundle(bytes);
  if (!parsed.ok) {
    yield refuse(parsed.reason);
    return;
  }
  const { bundle } = parsed;
  const source = sourceOf(bundle, parsed.permissionSaid);
  const prefix = found.folder === "" ? 0 : found.folder.length + 1;
  const files = new Map(found.files.map((file) => [file.name.slice(prefix).replaceAll("\\", "/"), file]));
  const split = namedFiles(bundle, [...files.keys()]);
  if (!split.ok) {
    yield refuse(split.reason);
    return;
  }
  for (const path of split.unnamed) {
    const file = files.get(path);
    if (file && (await sniff(file.name, file.path)).kind !== "ignored")
      yield {
        kind: "refused",
        file: file.name,
        reason: "lies in the bundle's folder, but case.json does not name it",
      };
  }
  const { instances, hashes, refusals } = await sortFiles(bundle, source, split.named, files, tools);
  yield* refusals.values();
  const spoiled = spoiledBundle(bundle, split.named, refusals);
  if (spoiled !== null) {
    yield refuse(spoiled);
    return;
  }
  const fresh = new Set(instances.map(({ file }) => file));
  for (const [path, hash] of hashes)
    if (!fresh.has(path) && !refusals.has(path))
      yield { kind: "unchanged", file: files.get(path)?.name ?? path, hash };
  yield {
    kind: "case",
    incoming: {
      name: description.name,
      source,
      externalId: bundle.caseId,
      contentHash: contentHash({ bundle, files: [...hashes].sort() }),
      bundle,
      hashes,
      instances,
    },
  };
}

/** Folders with a `case.json`: the one neutral form of a case. */
export const bundle: Importer = {
  id: "bundle",
  label: "Case bundles",
  takes: (unit) => unit.kind === "bundle",
  async *read(units, tools) {
    for (const unit of units) if (unit.kind === "bundle") yield* readBundle(unit.bundle, tools);
  },
};
