import sharp from "sharp";
import { framePicture } from "@/lib/cases/data/frame-picture";
import { database } from "@/lib/db/client";
import type { OwnReading } from "@/lib/reading/data/gate";
import { readObject } from "@/lib/storage/data";
import { shownChunks } from "./find-documents";
import { subjectOf } from "./query-subject";

/** Models of text and picture look at no more; pixels. */
const longestSide = 512;

/**
 * The picture that a document is shown and embedded with, identity removed, small, as PNG: the one that came with its bundle,
 * else the first image of its case. Null where it has none.
 */
export async function documentPicture({
  documentId,
  caseId,
}: {
  readonly documentId: string;
  readonly caseId: string | null;
}): Promise<Buffer | null> {
  const document = await (await database()).document.findUnique({
    where: { id: documentId },
    select: { pictureKey: true },
  });
  const bytes = document?.pictureKey
    ? await readObject(document.pictureKey)
    : caseId === null
      ? null
      : await casePicture(caseId);
  return bytes === null
    ? null
    : sharp(bytes)
        .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
        .png()
        .toBuffer();
}

async function casePicture(caseId: string): Promise<Buffer | null> {
  const image = await (await database()).image.findFirst({
    where: { caseId, parentId: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { instanceId: true, frame: true, crop: true },
  });
  if (!image) return null;
  const crop = Array.isArray(image.crop) && image.crop.length === 4 ? image.crop.map(Number) : null;
  const [x, y, width, height] = crop ?? [];
  const cut =
    x === undefined || y === undefined || width === undefined || height === undefined
      ? null
      : ([x, y, width, height] as const);
  return framePicture({ ...image, crop: cut });
}

/** The picture of a document that a reader may be shown for the case that they read; null where there is none to be shown. */
export async function pictureForReading(
  { caseId, projectId }: OwnReading,
  documentId: string,
): Promise<Buffer | null> {
  const chunk = await (await database()).documentChunk.findFirst({
    where: { documentId, projectId, retiredIn: null },
    select: { id: true },
  });
  if (!chunk) return null;
  const query = { projectId, subject: await subjectOf(caseId), sendable: false };
  const [shown] = (await shownChunks([chunk.id], query)).values();
  return shown?.picture ? documentPicture(shown) : null;
}
