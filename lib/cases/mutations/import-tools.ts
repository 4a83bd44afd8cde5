import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { database } from "@/lib/db/client";
import { normaliseFiles, normalisePictures } from "@/lib/importing/normalise/run";
import type { NormaliseOutcome } from "@/lib/importing/normalise/types";
import type { ImportTools } from "@/lib/importing/types";
import type { ImportRun } from "./import-run";
import { inChunks } from "./write-case-plan";

async function hash(path: string): Promise<string> {
  const sum = createHash("sha256");
  await pipeline(createReadStream(path), sum);
  return sum.digest("hex");
}

/** Child processes at once: more than two gain little and cost their memory. */
const width = Math.min(2, availableParallelism());

/** What importers may ask of an import: hashes, what is stored, normalised instances. */
export function importTools(run: ImportRun, identityKey: Buffer, onFile: () => void): ImportTools {
  return {
    hash,
    async storedHashes(hashes) {
      const client = await database();
      const found = new Set<string>();
      await inChunks(hashes, async (chunk) => {
        const rows = await client.instance.findMany({
          where: { sourceHash: { in: chunk }, series: { case: { projectId: run.projectId } } },
          select: { sourceHash: true },
        });
        for (const { sourceHash } of rows) found.add(sourceHash);
      });
      return found;
    },
    async storedInstances(source, externalId) {
      const client = await database();
      const key = await client.caseRecord.findFirst({
        where: { projectId: run.projectId, externalId, source: { name: source.name, site: source.site } },
        select: { id: true },
      });
      if (!key) return [];
      return client.instance.findMany({
        where: { series: { caseId: key.id } },
        select: { sourceHash: true, uid: true },
      });
    },
    async normalise(kind, files) {
      const options = { workDir: join(run.workFolder, "work"), identityKey, concurrency: width };
      // Outcomes come in the order files finish and carry names, which a zip may hold twice: ask by number.
      const asked = files.map(({ path }, index) => ({ path, name: String(index) }));
      const outcomes = (kind === "dicom" ? normaliseFiles : normalisePictures)(asked, options);
      const byIndex = new Map<number, NormaliseOutcome>();
      for await (const outcome of outcomes) {
        byIndex.set(Number(outcome.file), outcome);
        onFile();
      }
      return files.map(({ name }, index): NormaliseOutcome => {
        const outcome = byIndex.get(index);
        return outcome
          ? { ...outcome, file: name }
          : { kind: "refused", file: name, reason: "the file came without an outcome" };
      });
    },
  };
}
