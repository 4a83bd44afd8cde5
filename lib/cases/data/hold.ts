import { database } from "@/lib/db/client";
import type { CaseHold, ReadableCaseId } from "../types";

const mostPictures = 60;

/** What an admin needs to judge a held case; null where it is not held. The caller has checked that they may. */
export async function holdOf(caseId: ReadableCaseId): Promise<CaseHold | null> {
  const db = await database();
  const record = await db.caseRecord.findUniqueOrThrow({
    where: { id: caseId },
    select: { state: true, holdReason: true },
  });
  if (record.state !== "held" && (record.state !== "unusable" || record.holdReason === null)) return null;
  const reports = await db.caseReport.findMany({
    where: { caseId, kind: "identity", ...(record.state === "held" ? { resolvedAt: null } : {}) },
    select: { reporterId: true, reason: true, createdAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: 20,
  });
  const people = await db.user.findMany({
    where: { id: { in: reports.map(({ reporterId }) => reporterId) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const where = { series: { caseId } };
  const instances = await db.instance.findMany({
    where,
    select: {
      id: true,
      number: true,
      identityRisk: true,
      series: { select: { description: true, modality: true } },
    },
    orderBy: [{ identityRisk: { sort: "asc", nulls: "last" } }, { number: "asc" }, { id: "asc" }],
    take: mostPictures,
  });
  return {
    reason: record.holdReason ?? "",
    reports: reports.map(({ reporterId, reason, createdAt }) => ({
      reporter: nameOf.get(reporterId) ?? "Somebody",
      reason,
      at: createdAt.toISOString(),
    })),
    pictures: instances.map(({ id, number, identityRisk, series }) => ({
      posterUrl: `/api/instances/${id}/poster`,
      label: [series.description || series.modality, number].filter((part) => part !== null).join(", "),
      reason: identityRisk,
    })),
    pictureCount: await db.instance.count({ where }),
  };
}
