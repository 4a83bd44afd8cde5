import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { database } from "@/lib/db/client";
import type { NormaliseQueue } from "@/lib/importing/data/normalise-queue";
import type { ImportTools } from "@/lib/importing/types";
import { inChunks } from "./write-case-plan";

async function hash(path: string): Promise<string> {
  const sum = createHash("sha256");
  await pipeline(createReadStream(path), sum);
  return sum.digest("hex");
}

/** What importers may ask of an import: hashes, what is stored, normalised instances. */
export function importTools(projectId: string, queue: NormaliseQueue, onFile: () => void): ImportTools {
  return {
    hash,
    async storedHashes(hashes) {
      const client = await database();
      const found = new Set<string>();
      await inChunks(hashes, async (chunk) => {
        const rows = await client.instance.findMany({
          where: { sourceHash: { in: chunk }, series: { case: { projectId } } },
          select: { sourceHash: true },
        });
        for (const { sourceHash } of rows) found.add(sourceHash);
      });
      return found;
    },
    async storedInstances(source, externalId) {
      const client = await database();
      const key = await client.caseRecord.findFirst({
        where: { projectId, externalId, source: { name: source.name, site: source.site } },
        select: { id: true },
      });
      if (!key) return [];
      return client.instance.findMany({
        where: { series: { caseId: key.id } },
        select: { sourceHash: true, uid: true },
      });
    },
    normalise: (kind, files) => queue.normalise(kind, files, onFile),
  };
}
