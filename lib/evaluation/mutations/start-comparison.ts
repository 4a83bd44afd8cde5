import { v7 as uuidv7 } from "uuid";
import { recordEvent } from "@/lib/audit/mutations";
import { database, transaction } from "@/lib/db/client";
import { startRun } from "@/lib/jobs/mutations/start-run";
import type { Variables } from "@/lib/jobs/types";
import { comparableImages } from "../data/comparable-images";
import { seededOrder } from "../rules/seeded-order";
import type { NewComparison } from "../schema";

export type ComparisonStart =
  | { readonly ok: true; readonly comparisonId: string; readonly images: number; readonly runId: string }
  | { readonly ok: false; readonly sentence: string };

/**
 * Draws images that have a caption by a person, the same for the same seed, and puts the writing of their texts into the
 * queue. Nothing is stored where no model could be asked.
 */
export async function startComparison(
  projectId: string,
  { name, images, seed }: NewComparison,
  { actorId, variables }: { readonly actorId: string | null; readonly variables: Variables },
): Promise<ComparisonStart> {
  const found = await comparableImages(projectId);
  if (found.length === 0)
    return {
      ok: false,
      sentence: "No image here has a caption by a person. Import cases with captions first.",
    };
  const drawn = seededOrder(found, String(seed), ({ imageId }) => imageId).slice(0, images);
  const comparisonId = uuidv7();
  await transaction(async (tx) => {
    await tx.comparison.create({ data: { id: comparisonId, projectId, name, seed } });
    await tx.comparisonImage.createMany({
      data: drawn.map((image, position) => ({ id: uuidv7(), comparisonId, ...image, position })),
    });
    await recordEvent(tx, {
      actorId,
      action: "comparison.start",
      subjectType: "comparison",
      subjectId: comparisonId,
      projectId,
      detail: { images: drawn.length, seed },
    });
  });
  const run = await startRun({
    projectId,
    kind: "compare-methods",
    parameters: { comparisonId },
    actorId,
    variables,
  });
  if (run.ok) return { ok: true, comparisonId, images: drawn.length, runId: run.runId };
  const db = await database();
  await db.comparisonImage.deleteMany({ where: { comparisonId } });
  await db.comparison.delete({ where: { id: comparisonId } });
  return run;
}
