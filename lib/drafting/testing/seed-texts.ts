import { v7 as uuidv7 } from "uuid";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { GenerationSettings } from "../schema";

/** A project of ready cases with findings and a diagnosis in words and no picture: one request for each step. */
export async function seedTexts(
  db: PrismaClient,
  cases: number,
  generation: Partial<GenerationSettings>,
): Promise<{ readonly id: string; readonly slug: string; readonly caseIds: readonly string[] }> {
  const [id, sourceId] = [uuidv7(), uuidv7()];
  await db.project.create({ data: { id, slug: `p-${id}`, name: "Project", settings: { generation } } });
  await db.source.create({
    data: { id: sourceId, projectId: id, name: "Source", externalModelAllowed: true },
  });
  const caseIds = Array.from({ length: cases }, () => uuidv7());
  await db.caseRecord.createMany({
    data: caseIds.map((caseId, index) => ({
      id: caseId,
      projectId: id,
      sourceId,
      externalId: String(index),
      number: index + 1,
      title: "Case",
      groupKey: caseId,
      state: "ready",
    })),
  });
  await db.passage.createMany({
    data: caseIds.flatMap((caseId, index) =>
      ["findings", "diagnosis"].map((kind) => ({
        id: uuidv7(),
        caseId,
        kind,
        text: `${kind} of case ${index}: a mass.`,
        contentHash: `${kind} ${index}`,
      })),
    ),
  });
  return { id, slug: `p-${id}`, caseIds };
}
