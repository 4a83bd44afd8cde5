import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { v7 as makeId } from "uuid";
import { recordEvent } from "@/lib/audit/mutations";
import { type Transaction, transaction } from "@/lib/db/client";
import { contentHash } from "@/lib/importing/rules/content-hash";
import { parseGuideline } from "@/lib/importing/rules/parse-guideline";
import type { GuidelineLine } from "@/lib/importing/schema";
import { ensureProject } from "./ensure-project";
import type { ImportOptions, ImportPath } from "./import-paths";

export interface GuidelineResult {
  readonly documents: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly file: string; readonly reason: string }[];
}

const batchSize = 200;

/** Longer than any guideline section; characters. */
const longestLine = 5_000_000;

async function storeBatch(tx: Transaction, projectId: string, lines: readonly GuidelineLine[]) {
  // One writer at a time, so that two imports of one file find what the other stored.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`guidelines ${projectId}`}, 0))::text`;
  const counts = { documents: 0, changed: 0, unchanged: 0 };
  const there = await tx.document.findMany({
    where: { projectId, kind: "guideline", externalId: { in: lines.map(({ id }) => id) } },
    select: { id: true, externalId: true, contentHash: true },
  });
  const known = new Map(there.map((row) => [row.externalId, row]));
  for (const line of lines) {
    const { id: externalId, title, source, text, licence, url } = line;
    const hash = contentHash({ title, source, text, licence, url });
    const old = known.get(externalId);
    const data = { title, source, text, licence, url, contentHash: hash };
    if (old?.contentHash === hash) counts.unchanged++;
    else if (old) {
      await tx.document.update({ where: { id: old.id }, data });
      counts.changed++;
    } else {
      const id = makeId();
      await tx.document.create({ data: { ...data, id, projectId, kind: "guideline", externalId } });
      known.set(externalId, { id, externalId, contentHash: hash });
      counts.documents++;
    }
  }
  return counts;
}

/**
 * Imports guideline sections from JSON Lines files. A bad line is refused by its number and the others are stored; a
 * section with a known id is brought up to date.
 */
export async function importGuidelines(
  paths: readonly ImportPath[],
  options: ImportOptions,
): Promise<GuidelineResult> {
  const { id: projectId } = await ensureProject(options.projectSlug, options.actorId);
  const result = {
    documents: 0,
    changed: 0,
    unchanged: 0,
    refused: [] as { file: string; reason: string }[],
  };
  let waiting: GuidelineLine[] = [];
  const store = async () => {
    const lines = waiting;
    waiting = [];
    const counts = await transaction((tx) => storeBatch(tx, projectId, lines));
    result.documents += counts.documents;
    result.changed += counts.changed;
    result.unchanged += counts.unchanged;
  };
  for (const given of paths) {
    const { name, path } = typeof given === "string" ? { name: given, path: given } : given;
    let number = 0;
    const input = createReadStream(path, "utf8");
    const refuse = (reason: string) => result.refused.push({ file: name, reason });
    try {
      for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
        number++;
        if (line.trim() === "") continue;
        const parsed = line.length > longestLine ? "is too long" : parseGuideline(line);
        if (typeof parsed === "string") refuse(`line ${number} ${parsed}`);
        else waiting.push(parsed);
        if (waiting.length === batchSize) await store();
      }
    } catch (error) {
      if (!(error instanceof Error && "syscall" in error)) throw error;
      refuse("the file cannot be read");
    }
  }
  if (waiting.length > 0) await store();
  const { refused, ...counts } = result;
  await transaction((tx) =>
    recordEvent(tx, {
      actorId: options.actorId,
      action: "import.guidelines",
      subjectType: "project",
      subjectId: projectId,
      projectId,
      detail: { ...counts, refused: refused.length },
    }),
  );
  return result;
}
