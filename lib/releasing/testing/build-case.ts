import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { v7 as uuidv7 } from "uuid";
import type { InstanceMetadata } from "@/lib/cases/types";
import type { PrismaClient } from "@/lib/db/generated/client";
import { draftContentHash } from "@/lib/drafting/rules/content-hash";
import { encodeHtj2k, loadCodecs } from "@/lib/importing/normalise/codecs";
import type { TextKind, TextPayload } from "@/lib/reading/schema";
import { storeFile } from "@/lib/storage/data";

export const columns = 8;
export const rows = 4;

/** Stored values of the small CT frame: columns count up from -1000 in steps of 250. */
export const ctValues = Int16Array.from(
  { length: columns * rows },
  (_, index) => -1000 + 250 * (index % columns),
);

async function stored(
  bytes: Buffer,
): Promise<{ objectKey: string; frameOffsets: { offset: number; length: number }[] }> {
  const folder = await mkdtemp(join(tmpdir(), "frame-"));
  try {
    await writeFile(join(folder, "frame"), bytes);
    const objectKey = await storeFile("objects", join(folder, "frame"));
    return { objectKey, frameOffsets: [{ offset: 0, length: bytes.length }] };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const metadata = (rest: Partial<InstanceMetadata>): object => ({
  rows,
  columns,
  samplesPerPixel: 1,
  frameCount: 1,
  rescale: null,
  windows: [],
  voiFunction: "LINEAR",
  smallestValue: 0,
  largestValue: 255,
  pixelRepresentation: 0,
  ...rest,
});

/** A CT frame (lossless HTJ2K, window 0 / 2001) or a red PNG figure, ready to be an instance. */
export async function storedFrame(kind: "ct" | "png") {
  if (kind === "png") {
    const background = { r: 255, g: 0, b: 0 };
    const png = await sharp({ create: { width: columns, height: rows, channels: 3, background } })
      .png()
      .toBuffer();
    const described = {
      frameMediaType: "image/png",
      samplesPerPixel: 3,
      photometricInterpretation: "RGB",
      bitsAllocated: 8,
      bitsStored: 8,
      frameTransferSyntaxUid: "",
    } as const;
    return { ...(await stored(png)), metadata: metadata(described) };
  }
  await loadCodecs();
  const shape = {
    rows,
    columns,
    samplesPerPixel: 1,
    bitsAllocated: 16,
    bitsStored: 16,
    signed: true,
    photometric: "MONOCHROME2",
  } as const;
  const frame = encodeHtj2k(Buffer.from(ctValues.buffer), shape);
  const described = {
    frameMediaType: "image/jphc",
    frameTransferSyntaxUid: "1.2.840.10008.1.2.4.201",
    photometricInterpretation: "MONOCHROME2",
    bitsAllocated: 16,
    bitsStored: 12,
    pixelRepresentation: 1,
    windows: [{ center: 0, width: 2001, explanation: null }],
  } as const;
  return { ...(await stored(frame)), metadata: metadata(described) };
}

/** Rows of a project for tests: what the importer and readers would have written. */
export function builder(db: PrismaClient) {
  const hash = "0".repeat(64);
  let number = 0;
  return {
    async project(): Promise<{ id: string; slug: string }> {
      const id = uuidv7();
      await db.project.create({ data: { id, slug: `p-${id}`, name: "Project" } });
      return { id, slug: `p-${id}` };
    },
    async reader(): Promise<string> {
      const id = uuidv7();
      await db.user.create({ data: { id, email: `${id}@example.org`, name: "Reader" } });
      return id;
    },
    async case(
      projectId: string,
      options: { licence?: string | null; state?: string; pictures?: ("ct" | "png")[] } = {},
    ) {
      const [sourceId, caseId, seriesId] = [uuidv7(), uuidv7(), uuidv7()];
      number += 1;
      const licence = options.licence === undefined ? "CC BY 4.0" : options.licence;
      await db.source.create({ data: { id: sourceId, projectId, name: sourceId, licence } });
      await db.caseRecord.create({
        data: {
          id: caseId,
          projectId,
          sourceId,
          externalId: `case-${number}`,
          number,
          title: "Case",
          groupKey: caseId,
          state: options.state ?? "read",
        },
      });
      await db.series.create({
        data: { id: seriesId, caseId, kind: "dicom", uid: `2.25.${number}`, modality: "CT", description: "" },
      });
      await db.draftSet.create({ data: { id: caseId, caseId, round: 1 } });
      const images: { id: string; instanceId: string }[] = [];
      for (const [index, kind] of (options.pictures ?? ["png"]).entries()) {
        const [instanceId, imageId] = [uuidv7(), uuidv7()];
        const frame = await storedFrame(kind);
        await db.instance.create({
          data: {
            id: instanceId,
            seriesId,
            uid: `2.25.${number}.${index}`,
            sourceHash: hash,
            pixelHash: hash,
            posterKey: hash,
            thumbnailKey: hash,
            ...frame,
          },
        });
        await db.image.create({
          data: { id: imageId, caseId, instanceId, frame: 1, chosenBy: "bundle", position: index },
        });
        images.push({ id: imageId, instanceId });
      }
      return { id: caseId, number, images };
    },
    async draft(
      caseId: string,
      kind: TextKind,
      imageId: string | null,
      payload: TextPayload,
      sourced = true,
    ) {
      const [id, contentHash] = [uuidv7(), draftContentHash(kind, imageId, payload)];
      const sources = sourced ? [{ passageId: uuidv7(), start: 0, end: 3 }] : [];
      const sentences = [{ id: "s1", start: 0, end: 3, sources }];
      await db.draft.create({
        data: {
          id,
          draftSetId: caseId,
          kind,
          imageId,
          payload,
          contentHash,
          sentences,
          method: "offline-rules",
          provenance: { method: "offline rules 1" },
        },
      });
      return { id, draftHash: contentHash };
    },
    async reading(caseId: string, readerId: string, state: "open" | "submitted" | "unusable" = "submitted") {
      const id = uuidv7();
      const submittedAt = state === "submitted" ? new Date("2026-02-03T04:05:06Z") : null;
      await db.reading.create({ data: { id, caseId, readerId, state, submittedAt } });
      return id;
    },
    async accept(readingId: string, draft: { id: string; draftHash: string }) {
      await db.decision.create({ data: { readingId, revision: 1, kind: "accept", ...draft } });
    },
  };
}
