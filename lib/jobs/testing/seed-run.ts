import { v7 as uuidv7 } from "uuid";
import type { PrismaClient } from "@/lib/db/generated/client";

/** A run of a project whose one item is done: there is nothing for a worker in it. @returns its id. */
export async function seedRun(db: PrismaClient, projectId: string, caseId: string): Promise<string> {
  const id = uuidv7();
  const parameters = { steps: ["caption"], method: "offline", number: null };
  await db.jobRun.create({ data: { id, projectId, kind: "draft-case", parameters } });
  await db.jobItem.create({ data: { runId: id, subjectId: caseId, position: 1, state: "done" } });
  return id;
}
