import { database } from "@/lib/db/client";
import type { OwnReading } from "@/lib/reading/data/gate";
import { contextOfReading } from "@/lib/retrieval/data/reading-context";
import { endpointEnvironment, findEndpoint } from "../rules/generation/endpoint";
import { generationSettings, type ReadingDocuments } from "../schema";
import { privateDrafts } from "./private-drafts";

/** The documents of a reading's drafts, the drafts its reader had written with them, and whether a model can be asked. */
export async function documentsOfReading(reading: OwnReading): Promise<ReadingDocuments> {
  const db = await database();
  const { settings } = await db.project.findUniqueOrThrow({
    where: { id: reading.projectId },
    select: { settings: true },
  });
  const endpoint = findEndpoint(generationSettings(settings), endpointEnvironment(process.env));
  return {
    ...(await contextOfReading(reading)),
    own: [...(await privateDrafts(db, reading))],
    modelFault: endpoint.ok ? null : endpoint.sentence,
  };
}
