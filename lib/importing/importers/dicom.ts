import type { FoundFile, Importer, ImportUnit, IncomingInstance } from "../types";

const source = { name: "DICOM", site: "" };

const filesOf = (units: readonly ImportUnit[]) =>
  units.flatMap((unit) => (unit.kind === "dicom" ? [unit.file] : []));

/** DICOM files without a description: one case per study, whatever the folders and names are. */
export const dicom: Importer = {
  id: "dicom",
  label: "DICOM files",
  takes: (unit) => unit.kind === "dicom",
  async *read(units, tools) {
    const hashed: { file: FoundFile; hash: string }[] = [];
    for (const file of filesOf(units)) hashed.push({ file, hash: await tools.hash(file.path) });
    const stored = await tools.storedHashes(hashed.map(({ hash }) => hash));
    const fresh = new Map<string, FoundFile>();
    for (const { file, hash } of hashed)
      if (stored.has(hash) || fresh.has(hash)) yield { kind: "unchanged", file: file.name, hash };
      else fresh.set(hash, file);

    const studies = new Map<string, IncomingInstance[]>();
    const files = [...fresh.values()];
    for (const [index, normalised] of (await tools.normalise("dicom", files)).entries()) {
      const file = files[index];
      if (normalised.kind === "refused") yield normalised;
      else if (file) {
        const { name, path } = file;
        const study = studies.get(normalised.studyUid) ?? [];
        study.push({ file: name, name, path, kind: "dicom", normalised });
        studies.set(normalised.studyUid, study);
      }
    }
    for (const [externalId, instances] of studies)
      yield {
        kind: "case",
        incoming: {
          name: instances[0]?.name ?? "",
          source,
          externalId,
          contentHash: null,
          bundle: null,
          hashes: new Map(instances.map(({ file, normalised }) => [file, normalised.sourceHash])),
          instances,
        },
      };
  },
};
