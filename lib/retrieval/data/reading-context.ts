import { visibleText } from "@/lib/core/text/visible-text";
import { database } from "@/lib/db/client";
import type { OwnReading } from "@/lib/reading/data/gate";
import { finishedStates } from "../rules/case-document";
import type { ReadingContext, Said, ShownDocument } from "../schema";
import { findDocuments } from "./find-documents";
import { subjectOf } from "./query-subject";

const mostFound = 20;

const sectionSelection = {
  id: true,
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
      pictureKey: true,
      case: { select: { state: true, images: { take: 1, select: { id: true } } } },
    },
  },
} as const;

interface Section {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
  readonly title: string;
  readonly document: {
    readonly id: string;
    readonly kind: string;
    readonly source: string;
    readonly licence: string | null;
    readonly url: string | null;
    readonly heldOut: boolean;
    readonly pictureKey: string | null;
    readonly case: { readonly state: string; readonly images: readonly { readonly id: string }[] } | null;
  };
}

type Why = Pick<ShownDocument, "lexical" | "dense" | "fused" | "matched">;

const byHand: Why = { lexical: null, dense: null, fused: 0, matched: [] };

function shown({ id, document, ...words }: Section, why: Why): ShownDocument {
  const { heldOut, pictureKey, case: told, kind, id: documentId, source, licence, url } = document;
  const open = !heldOut && (told === null || finishedStates.includes(told.state));
  return {
    documentId,
    chunkId: id,
    kind: kind === "case" ? "case" : "guideline",
    source: visibleText(source),
    licence,
    url,
    title: visibleText(words.title),
    heading: visibleText(words.heading),
    text: open ? visibleText(words.text) : null,
    picture: open && (pictureKey !== null || (told?.images.length ?? 0) > 0),
    ...why,
  };
}

const placed = (rank: number | null, score: number | null) =>
  rank === null ? null : { rank, score: score ?? 0 };

/**
 * The documents that the standing drafts of a reading's case were written with, those that this reader added, and what this
 * reader said of them. One that may no longer be found, as its case is being read again, is named without its text and picture.
 */
export async function contextOfReading({
  id,
  caseId,
  projectId,
  round,
}: OwnReading): Promise<ReadingContext> {
  const db = await database();
  const rows = await db.draft.findMany({
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
          chunk: { select: sectionSelection },
        },
      },
    },
  });
  const drafts = rows.map(({ context, ...draft }) => ({
    ...draft,
    documents: context.map(({ chunk, lexicalRank, lexicalScore, denseRank, denseScore, fused, matched }) =>
      shown(chunk, {
        lexical: placed(lexicalRank, lexicalScore),
        dense: placed(denseRank, denseScore),
        fused,
        matched,
      }),
    ),
  }));
  const said = await db.contextJudgement.findMany({
    where: { readingId: id },
    orderBy: [{ updatedAt: "asc" }, { documentId: "asc" }],
    select: { documentId: true, pinned: true, relevance: true, chunk: { select: sectionSelection } },
  });
  const used = new Set(drafts.flatMap(({ documents }) => documents.map(({ documentId }) => documentId)));
  return {
    drafts,
    added: said.flatMap(({ documentId, pinned, relevance, chunk }) =>
      chunk && !used.has(documentId) && (pinned || relevance !== null) ? [shown(chunk, byHand)] : [],
    ),
    judgements: said.map(({ chunk: _, ...one }) => one as Said),
    guidelines: await db.document.count({ where: { projectId, kind: "guideline", heldOut: false } }),
  };
}

/** What a reader finds by words of their own: never the case that they read, nor one that belongs to it. */
export async function searchForReading(
  { caseId, projectId }: OwnReading,
  words: string,
): Promise<readonly ShownDocument[]> {
  const found = await findDocuments({
    projectId,
    words,
    subject: await subjectOf(caseId),
    kind: null,
    sendable: false,
    vector: null,
    limit: mostFound,
  });
  return found.map(({ caseId: _, caseNumber: __, ...document }) => ({
    ...document,
    title: visibleText(document.title),
    heading: visibleText(document.heading),
    source: visibleText(document.source),
    text: visibleText(document.text),
    matched: [...document.matched],
  }));
}
