import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { database, transaction } from "@/lib/db/client";
import { dataDir } from "@/lib/db/places";
import { exportFormat } from "../registry";
import { recordExport } from "./export-project";
import { writeRelease } from "./write-release";

/**
 * The same release as `exportProject` writes, as the bytes of a zip file. It is made whole in the data folder first, so
 * the archive begins only when nothing can go wrong with its content any more; the stream fails otherwise. The caller has
 * checked that the actor may export the project.
 */
export function exportArchive(projectId: string, formatId: string, actorId: string | null): Readable {
  return Readable.from(archiveBytes(projectId, formatId, actorId), { objectMode: false });
}

async function* archiveBytes(
  projectId: string,
  formatId: string,
  actorId: string | null,
): AsyncGenerator<Buffer> {
  const format = exportFormat(formatId);
  if (!format) throw new Error(`there is no export format ${formatId}`);
  const project = await (await database()).project.findUniqueOrThrow({
    where: { id: projectId },
    select: { id: true, slug: true, name: true },
  });
  const place = join(dataDir(), "exports");
  await mkdir(place, { recursive: true, mode: 0o700 });
  const work = await mkdtemp(join(place, "release-"));
  try {
    const written = await writeRelease(work, project, format);
    await transaction((tx) => recordExport(tx, projectId, format, written, actorId));
    const zip = new ZipFile();
    const files = (await readdir(work, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    // Time stamps of the content, not of the making: equal content, equal bytes.
    const mtime = written.lastSubmittedAt ?? new Date("2000-01-01T00:00:00Z");
    for (const path of files) {
      const name = path.slice(work.length + 1).replaceAll("\\", "/");
      zip.addFile(path, `${project.slug}/${name}`, {
        mtime,
        mode: 0o100644,
        compress: !name.endsWith(".png"),
      });
    }
    zip.end();
    yield* zip.outputStream as AsyncIterable<Buffer>;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
