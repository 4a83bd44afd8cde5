import { z } from "zod";
import {
  type PrivateDraft,
  privateDraftSchema,
  type ReadingDocuments,
  readingDocumentsSchema,
} from "@/lib/drafting/schema";
import {
  foundSchema,
  type JudgementInput,
  type Said,
  type ShownDocument,
  saidSchema,
} from "@/lib/retrieval/schema";
import { post, type Refusal, refusal } from "../requests";

const read = { method: "GET", body: null };

/** Where the picture of a document is that has one. */
export const documentPictureUrl = (readingId: string, documentId: string) =>
  `/api/readings/${readingId}/context/documents/${documentId}/picture`;

/** The documents of the drafts of a reading's case, and what its reader said of them. */
export async function loadContext(
  readingId: string,
): Promise<{ readonly ok: true; readonly context: ReadingDocuments } | Refusal> {
  const answer = await post(`/api/readings/${readingId}/context`, null, read);
  const body = answer?.ok
    ? readingDocumentsSchema.safeParse(await answer.json().catch(() => null)).data
    : null;
  return body ? { ok: true, context: body } : refusal(answer);
}

export async function putJudgement(
  readingId: string,
  judgement: JudgementInput,
): Promise<{ readonly ok: true; readonly said: Said } | Refusal> {
  const init = { method: "PUT", body: JSON.stringify(judgement) };
  const answer = await post(`/api/readings/${readingId}/context`, null, init);
  const body = answer?.ok ? saidSchema.safeParse(await answer.json().catch(() => null)).data : null;
  return body ? { ok: true, said: body } : refusal(answer);
}

/** Documents by words of the reader's own, best first. */
export async function searchDocuments(
  readingId: string,
  words: string,
): Promise<{ readonly ok: true; readonly found: readonly ShownDocument[] } | Refusal> {
  const path = `/api/readings/${readingId}/context/search?${new URLSearchParams({ words })}`;
  const answer = await post(path, null, read);
  const body = answer?.ok ? foundSchema.safeParse(await answer.json().catch(() => null)).data : null;
  return body ? { ok: true, found: body.found } : refusal(answer);
}

const writtenShape = z.object({ draft: privateDraftSchema });

/** Has a draft written anew for the reader alone. It takes as long as the model does. */
export async function askForDraft(
  readingId: string,
  draftId: string,
): Promise<{ readonly ok: true; readonly draft: PrivateDraft } | Refusal> {
  const answer = await post(`/api/readings/${readingId}/drafts`, { draftId });
  const body = answer?.ok ? writtenShape.safeParse(await answer.json().catch(() => null)).data : null;
  return body ? { ok: true, draft: body.draft } : refusal(answer);
}
