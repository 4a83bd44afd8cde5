import type { Importer, ImportUnit } from "../types";

const source = { name: "Pictures", site: "", url: null, licence: null, externalModelAllowed: false };

const filesOf = (units: readonly ImportUnit[]) =>
  units.flatMap((unit) => (unit.kind === "picture" ? [unit.file] : []));

/** PNG and JPEG files without a description: each is a case of its own. */
export const picture: Importer = {
  id: "picture",
  label: "PNG and JPEG pictures",
  takes: (unit) => unit.kind === "picture",
  async *read(units, tools) {
    for (const file of filesOf(units)) {
      const hash = await tools.hash(file.path);
      if ((await tools.storedHashes([hash])).has(hash)) {
        yield { kind: "unchanged", file: file.name, hash };
        continue;
      }
      const [normalised] = await tools.normalise("picture", [file]);
      if (!normalised) continue;
      if (normalised.kind === "refused") {
        yield normalised;
        continue;
      }
      const { name, path } = file;
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
  },
};
