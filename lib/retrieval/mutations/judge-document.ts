import type { Actor } from "@/lib/auth/types";
import { transaction } from "@/lib/db/client";
import { ownReading } from "@/lib/reading/data/gate";
import { shownDocument } from "../data/shown-document";
import type { JudgementInput } from "../schema";

export type JudgeOutcome =
  | {
      readonly ok: true;
      readonly documentId: string;
      readonly pinned: boolean;
      readonly relevance: number | null;
    }
  | { readonly ok: false; readonly reason: "not-found" | "held" | "submitted" };

/** Keeps what a reader says of a document for the case that they read, as long as the reading is open. */
export async function judgeDocument(
  actor: Actor,
  readingId: string,
  { documentId, pinned, relevance, chunkId }: JudgementInput,
): Promise<JudgeOutcome> {
  return transaction(async (tx) => {
    const gate = await ownReading(tx, actor, readingId, "write");
    if (!gate.ok) return gate;
    if (gate.reading.state !== "open") return { ok: false, reason: "submitted" };
    if (!(await shownDocument(tx, gate.reading, documentId))) return { ok: false, reason: "not-found" };
    const isSection =
      chunkId === undefined || (await tx.documentChunk.count({ where: { id: chunkId, documentId } })) > 0;
    if (!isSection) return { ok: false, reason: "not-found" };
    const said = {
      ...(pinned === undefined ? {} : { pinned }),
      ...(relevance === undefined ? {} : { relevance }),
      ...(chunkId === undefined ? {} : { chunkId }),
    };
    const row = await tx.contextJudgement.upsert({
      where: { readingId_documentId: { readingId, documentId } },
      create: { readingId, documentId, ...said },
      update: said,
      select: { documentId: true, pinned: true, relevance: true },
    });
    return { ok: true, ...row };
  });
}
