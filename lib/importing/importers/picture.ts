import type { FoundFile, Imported, Importer, ImportTools, ImportUnit } from "../types";

const source = { name: "Pictures", site: "" };

const filesOf = (units: readonly ImportUnit[]) =>
  units.flatMap((unit) => (unit.kind === "picture" ? [unit.file] : []));

const readTogether = 32;

async function* readPictures(files: readonly FoundFile[], tools: ImportTools): AsyncGenerator<Imported> {
  const hashed = await Promise.all(files.map(async (file) => ({ file, hash: await tools.hash(file.path) })));
  const known = new Set(await tools.storedHashes(hashed.map(({ hash }) => hash)));
  const fresh = new Map<string, FoundFile>();
  for (const { file, hash } of hashed)
    if (known.has(hash) || fresh.has(hash)) yield { kind: "unchanged", file: file.name, hash };
    else fresh.set(hash, file);
  const outcomes = await tools.normalise("picture", [...fresh.values()]);
  for (const [index, [hash, { name, path }]] of [...fresh].entries()) {
    const normalised = outcomes[index];
    if (!normalised) continue;
    if (normalised.kind === "refused") {
      yield normalised;
      continue;
    }
    yield {
      kind: "case",
      incoming: {
        name,
        source,
        externalId: `picture-${hash}`,
        contentHash: null,
        bundle: null,
        hashes: new Map([[name, hash]]),
        instances: [{ file: name, name, path, kind: "picture", normalised }],
      },
    };
  }
}

/** PNG and JPEG files without a description: each is a case of its own. */
export const picture: Importer = {
  id: "picture",
  label: "PNG and JPEG pictures",
  takes: (unit) => unit.kind === "picture",
  async *read(units, tools) {
    const files = filesOf(units);
    for (let from = 0; from < files.length; from += readTogether)
      yield* readPictures(files.slice(from, from + readTogether), tools);
  },
};
