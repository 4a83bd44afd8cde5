import { randomBytes } from "node:crypto";
import { mkdir, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { recordEvent } from "@/lib/audit/mutations";
import { database, type Transaction, transaction } from "@/lib/db/client";
import { exportFormat } from "../registry";
import type { ExportFormat } from "../types";
import type { ReleaseCounts, WrittenRelease } from "./write-manifest";
import { writeRelease } from "./write-release";

export type ExportOutcome =
  | { readonly ok: true; readonly counts: ReleaseCounts; readonly manifestHash: string }
  | {
      readonly ok: false;
      readonly reason: "unknown-project" | "unknown-format" | "not-empty" | "not-a-folder";
    };

/**
 * Writes the approved texts and images of a project into `out`, a folder that is missing or empty. Written beside its
 * place and renamed at the end, together with the audit event: what stands there is whole.
 */
export async function exportProject(
  { slug, out, format: formatId }: { readonly slug: string; readonly out: string; readonly format: string },
  actorId: string | null,
): Promise<ExportOutcome> {
  const format = exportFormat(formatId);
  if (!format) return { ok: false, reason: "unknown-format" };
  const project = await (await database()).project.findUnique({
    where: { slug },
    select: { id: true, slug: true, name: true },
  });
  if (!project) return { ok: false, reason: "unknown-project" };
  const obstacle = await obstacleAt(out);
  if (obstacle) return { ok: false, reason: obstacle };
  await mkdir(dirname(out), { recursive: true });
  const work = join(dirname(out), `.${basename(out)}.${randomBytes(6).toString("hex")}.partial`);
  try {
    const written = await writeRelease(work, project, format);
    await transaction(async (tx) => {
      await recordExport(tx, project.id, format, written, actorId);
      await rmdir(out).catch(() => {});
      await rename(work, out);
    });
    return { ok: true, counts: written.counts, manifestHash: written.manifestHash };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function obstacleAt(out: string): Promise<"not-empty" | "not-a-folder" | null> {
  const found = await stat(out).catch(() => null);
  if (!found) return null;
  if (!found.isDirectory()) return "not-a-folder";
  return (await readdir(out)).length > 0 ? "not-empty" : null;
}

/** The audit event of a release that leaves the house, as a folder or as an archive. */
export function recordExport(
  tx: Transaction,
  projectId: string,
  format: ExportFormat,
  { counts, manifestHash }: WrittenRelease,
  actorId: string | null,
): Promise<void> {
  return recordEvent(tx, {
    actorId,
    action: "release.export",
    subjectType: "project",
    subjectId: projectId,
    projectId,
    detail: { format: format.id, manifestHash, ...counts },
  });
}
