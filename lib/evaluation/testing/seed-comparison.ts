import { v7 as uuidv7 } from "uuid";
import type { PrismaClient } from "@/lib/db/generated/client";

/** A comparison of a project that has no images yet. @returns its id. */
export async function seedComparison(db: PrismaClient, projectId: string): Promise<string> {
  const id = uuidv7();
  await db.comparison.create({ data: { id, projectId, name: "Captions", seed: 1 } });
  return id;
}
