import type { PrismaClient } from "@/lib/db/generated/client";

/** All that an import wrote of a project, without ids and times: equal for equal imports. */
export async function snapshot(client: PrismaClient, slug: string): Promise<unknown> {
  const cases = await client.caseRecord.findMany({
    where: { project: { slug } },
    orderBy: { number: "asc" },
    include: {
      source: { select: { name: true, site: true, licence: true } },
      studies: { orderBy: { uid: "asc" } },
      series: {
        orderBy: { position: "asc" },
        include: { stacks: { orderBy: { position: "asc" } }, instances: { orderBy: { uid: "asc" } } },
      },
      images: { orderBy: { position: "asc" }, include: { labels: true } },
      passages: { orderBy: [{ kind: "asc" }, { text: "asc" }] },
      sourceRegions: { orderBy: { contentHash: "asc" } },
      draftSets: {
        include: { drafts: { orderBy: [{ kind: "asc" }, { position: "asc" }, { contentHash: "asc" }] } },
      },
    },
  });
  return cases.map((row) => {
    const uidOf = new Map(row.series.flatMap(({ instances }) => instances.map(({ id, uid }) => [id, uid])));
    const placeOf = new Map(row.images.map(({ id, position }) => [id, position]));
    const { number, title, externalId, patientKey, groupKey, state, modalities, imageCount, draftCount } =
      row;
    return {
      ...{ number, title, externalId, patientKey, groupKey, state, modalities, imageCount, draftCount },
      source: row.source,
      studies: row.studies.map(({ uid }) => uid),
      series: row.series.map((series) => ({
        uid: series.uid,
        externalId: series.externalId,
        position: series.position,
        instances: series.instances.map(({ uid, sourceHash, objectKey, posterKey }) => [
          uid,
          sourceHash,
          objectKey,
          posterKey,
        ]),
        stacks: series.stacks.map(({ label, kind, positions, times, signature, frames }) => ({
          ...{ label, kind, positions, times, signature },
          frames: (frames as [string, ...number[]][]).map(([id, ...place]) => [uidOf.get(id), ...place]),
        })),
      })),
      images: row.images.map(
        ({ instanceId, frame, figure, chosenBy, position, externalId, parentId, labels }) => ({
          ...{ frame, figure, chosenBy, position, externalId },
          uid: uidOf.get(instanceId),
          parent: placeOf.get(parentId ?? "") ?? null,
          labels: labels.map(({ labeller, modality, plane }) => [labeller, modality, plane]),
        }),
      ),
      passages: row.passages.map(({ kind, text, imageId, supersededById }) => ({
        ...{ kind, text },
        image: placeOf.get(imageId ?? "") ?? null,
        superseded: supersededById !== null,
      })),
      regions: row.sourceRegions.map(({ contentHash }) => contentHash),
      drafts: row.draftSets.map(({ round, drafts }) => [
        round,
        drafts.map(({ kind, method, payload, imageId }) => ({
          ...{ kind, method, payload },
          image: placeOf.get(imageId ?? "") ?? null,
        })),
      ]),
    };
  });
}
