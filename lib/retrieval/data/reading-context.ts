import { database } from "@/lib/db/client";
import type { OwnReading } from "@/lib/reading/data/gate";
import { finishedStates } from "../rules/case-document";
import type { FoundDocument } from "../types";
import { findDocuments } from "./find-documents";
import { subjectOf } from "./query-subject";

const mostFound = 20;

/**
 * The documents that the standing drafts of a reading's case were written with, and what this reader said of them. One that
 * may no longer be found, as its case is being read again, is named without its text.
 */
export async function contextOfReading({ id, caseId, round }: OwnReading) {
  const db = await database();
  const drafts = await db.draft.findMany({
    where: { set: { caseId, round }, supersededById: null, context: { some: {} } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      id: true,
      imageId: true,
      context: {
        orderBy: { position: "asc" },
        select: {
          lexicalRank: true,
          lexicalScore: true,
          denseRank: true,
          denseScore: true,
          fused: true,
          matched: true,
          chunk: {
            select: {
              heading: true,
              text: true,
              title: true,
              document: {
                select: {
                  id: true,
                  kind: true,
                  source: true,
                  licence: true,
                  url: true,
                  heldOut: true,
                  case: { select: { state: true } },
                },
              },
            },
          },
        },
      },
    },
  });
  const judgements = await db.contextJudgement.findMany({
    where: { readingId: id },
    orderBy: { documentId: "asc" },
    select: { documentId: true, pinned: true, relevance: true },
  });
  return {
    drafts: drafts.map(({ context, ...draft }) => ({
      ...draft,
      documents: context.map(({ chunk: { document, ...words }, ...found }) => {
        const { id: documentId, heldOut, case: told, ...facts } = document;
        const open = !heldOut && (told === null || finishedStates.includes(told.state));
        return { documentId, ...facts, ...words, text: open ? words.text : null, ...found };
      }),
    })),
    judgements,
  };
}

/** What a reader finds by words of their own: never the case that they read, nor one that belongs to it. */
export async function searchForReading(
  { caseId, projectId }: OwnReading,
  words: string,
): Promise<readonly FoundDocument[]> {
  return findDocuments({
    projectId,
    words,
    subject: await subjectOf(caseId),
    kind: null,
    sendable: false,
    vector: null,
    limit: mostFound,
  });
}
