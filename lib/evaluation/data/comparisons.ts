import type { Actor, Role } from "@/lib/auth/types";
import { type Gate, isId, readableCase } from "@/lib/cases/data/gate";
import type { InstanceMetadata } from "@/lib/cases/types";
import { chooseWindow } from "@/lib/core/dicom/choose-window";
import { database } from "@/lib/db/client";
import { promptPicture } from "@/lib/drafting/data/prompt-picture";
import { resultsOf, type StoredRating } from "../rules/results";
import { seededOrder } from "../rules/seeded-order";
import { type BlindItem, type BlindWork, type ComparisonHead, type MethodResult, methods } from "../types";

/** The comparisons of a project, newest first. */
export async function comparisonsOf(projectId: string): Promise<readonly ComparisonHead[]> {
  const rows = await (await database()).comparison.findMany({
    where: { projectId },
    orderBy: { createdAt: "desc" },
    include: { images: { select: { sentence: true, _count: { select: { texts: true } } } } },
  });
  return rows.map(({ id, name, seed, createdAt, images }) => ({
    id,
    name,
    seed,
    createdAt: createdAt.toISOString(),
    images: images.length,
    complete: images.filter(({ _count }) => _count.texts === methods.length).length,
    failed: images.filter(({ _count, sentence }) => sentence !== null && _count.texts < methods.length)
      .length,
    sentences: [...new Set(images.flatMap(({ sentence }) => sentence ?? []))],
  }));
}

interface OpenRow {
  readonly id: string;
  readonly imageId: string;
  readonly open: boolean;
}

/**
 * What one person may rate of a comparison, in an order of their own. Whoever reads cases sees the texts of a case only when
 * their reading of it is submitted, or when it needs no reader any more: a first look is never spoilt. Admins see all.
 */
export async function blindWork(actor: Actor, role: Role, comparisonId: string): Promise<BlindWork> {
  const db = await database();
  const { seed } = await db.comparison.findUniqueOrThrow({
    where: { id: comparisonId },
    select: { seed: true },
  });
  const rows = await db.$queryRaw<OpenRow[]>`
    SELECT m."id", m."imageId", (${role === "admin"} OR (
      NOT EXISTS (SELECT 1 FROM "Reading" r WHERE r."caseId" = c."id" AND r."readerId" = ${actor.id}::uuid AND r."state" = 'open')
      AND (c."state" IN ('read', 'adjudication', 'final') OR EXISTS (
        SELECT 1 FROM "Reading" r WHERE r."caseId" = c."id" AND r."readerId" = ${actor.id}::uuid
          AND r."round" = c."round" AND r."state" = 'submitted')))) AS "open"
    FROM "ComparisonImage" m JOIN "CaseRecord" c ON c."id" = m."caseId"
    WHERE m."comparisonId" = ${comparisonId}::uuid AND c."state" NOT IN ('held', 'unusable')
      AND (SELECT count(*) FROM "ComparisonText" t WHERE t."comparisonImageId" = m."id") = ${methods.length}`;
  const open = rows.filter((row) => row.open);
  const texts = await db.comparisonText.findMany({
    where: { comparisonImageId: { in: open.map(({ id }) => id) } },
    select: { id: true, comparisonImageId: true, text: true, ratings: { where: { raterId: actor.id } } },
  });
  const own = `${seed}:${actor.id}`;
  const items = seededOrder(open, own, ({ id }) => id).map(({ id }): BlindItem => {
    const mine = texts.filter((text) => text.comparisonImageId === id);
    return {
      id,
      picture: `/api/comparison-images/${id}`,
      texts: seededOrder(mine, own, (text) => text.id).map(({ id: textId, text, ratings: [rating] }) => ({
        id: textId,
        text,
        scores: rating
          ? {
              accuracy: rating.accuracy,
              relevance: rating.relevance,
              completeness: rating.completeness,
              usefulness: rating.usefulness,
            }
          : null,
      })),
    };
  });
  return { items, keptBack: rows.length - open.length };
}

/** The project of a comparison, or null. */
export async function comparisonProject(id: string): Promise<string | null> {
  if (!isId(id)) return null;
  const row = await (await database()).comparison.findUnique({ where: { id }, select: { projectId: true } });
  return row?.projectId ?? null;
}

/** Means per method of all that was rated. */
export async function comparisonResults(comparisonId: string): Promise<readonly MethodResult[]> {
  const db = await database();
  const { seed } = await db.comparison.findUniqueOrThrow({
    where: { id: comparisonId },
    select: { seed: true },
  });
  const rows = await db.comparisonRating.findMany({
    where: { text: { image: { comparisonId } } },
    orderBy: [{ textId: "asc" }, { raterId: "asc" }],
    include: { text: { select: { method: true } } },
  });
  const ratings = rows.flatMap(({ text, ...rating }): StoredRating[] => {
    const method = methods.find((one) => one === text.method);
    return method ? [{ ...rating, method }] : [];
  });
  return resultsOf(ratings, seed);
}

/** The picture of an image that is rated, as models saw it, without regions; for whoever may see its case. */
export async function comparisonPicture(
  actor: Actor,
  id: string,
): Promise<Gate<{ readonly png: Buffer; readonly sha256: string }>> {
  const missing = { ok: false, reason: "not-found" } as const;
  if (!isId(id)) return missing;
  const row = await (await database()).comparisonImage.findUnique({
    where: { id },
    select: {
      caseId: true,
      image: {
        select: {
          id: true,
          instanceId: true,
          frame: true,
          crop: true,
          instance: { select: { metadata: true } },
        },
      },
    },
  });
  if (!row) return missing;
  const gate = await readableCase(actor, row.caseId);
  if (!gate.ok) return gate;
  const { image } = row;
  const metadata = image.instance.metadata as unknown as InstanceMetadata;
  const { center, width } = chooseWindow(metadata);
  const picture = await promptPicture({
    name: "Image 1",
    imageId: image.id,
    instanceId: image.instanceId,
    frame: image.frame,
    crop: image.crop as unknown as readonly [number, number, number, number] | null,
    window: metadata.samplesPerPixel === 3 ? null : { center, width },
    longestSide: 1024,
    regionIds: [],
  });
  return { ok: true, png: picture.png, sha256: picture.sha256 };
}
