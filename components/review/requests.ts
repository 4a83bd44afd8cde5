import { z } from "zod";
import type { PanelInput } from "@/lib/cases/schema";
import { type DraftRecord, draftRecordSchema } from "@/lib/drafting/schema";
import { type PersonalLayout, personalLayoutSchema } from "@/lib/hanging/schema";
import type { MissingPart } from "@/lib/reading/rules";
import { textKinds } from "@/lib/reading/schema";

const problemShape = z.object({ error: z.string(), message: z.string().optional() });
const submittedShape = z.object({ undoSeconds: z.number() });
const missingShape = z.object({
  error: z.literal("missing"),
  missing: z.array(
    z.object({
      kind: z.enum(textKinds),
      draftId: z.string(),
      what: z.enum(["decision", "rating", "stale", "stale-translation", "text", "nothing"]),
    }),
  ),
});

export type Refusal =
  | { readonly ok: false; readonly reason: "signed-out" | "unreachable" | "revision" }
  | { readonly ok: false; readonly reason: "refused"; readonly message: string };

/** Sends JSON; null where the server cannot be reached. */
export async function post(path: string, body: unknown, init: RequestInit = {}): Promise<Response | null> {
  try {
    return await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      ...init,
    });
  } catch {
    return null;
  }
}

/** Why an answer is none. */
export async function refusal(answer: Response | null): Promise<Refusal> {
  if (!answer) return { ok: false, reason: "unreachable" };
  if (answer.status === 401) return { ok: false, reason: "signed-out" };
  const body = problemShape.safeParse(await answer.json().catch(() => null)).data;
  if (body?.error === "revision") return { ok: false, reason: "revision" };
  return { ok: false, reason: "refused", message: body?.message ?? "The server did not answer. Try again." };
}

/** Submits a reading as the reader saw it. `undoSeconds` = how long it can be taken back. */
export async function submitReading(
  readingId: string,
  revision: number,
  nothingToReport: boolean,
): Promise<
  | { readonly ok: true; readonly undoSeconds: number }
  | { readonly ok: false; readonly reason: "missing"; readonly missing: readonly MissingPart[] }
  | Refusal
> {
  const answer = await post(`/api/readings/${readingId}/submit`, { revision, nothingToReport });
  if (!answer?.ok) {
    const missing = missingShape.safeParse(
      await answer
        ?.clone()
        .json()
        .catch(() => null),
    ).data;
    return missing ? { ok: false, reason: "missing", missing: missing.missing } : refusal(answer);
  }
  const body = submittedShape.safeParse(await answer.json().catch(() => null)).data;
  return { ok: true, undoSeconds: body?.undoSeconds ?? 0 };
}

/** Takes a submission, or "case unusable", back. */
export async function reopenReading(readingId: string): Promise<{ readonly ok: true } | Refusal> {
  const answer = await post(`/api/readings/${readingId}/reopen`, {});
  return answer?.ok ? { ok: true } : refusal(answer);
}

export async function reportCase(
  caseId: string,
  report: { readonly kind: "unusable" | "identity"; readonly reason: string },
): Promise<{ readonly ok: true } | Refusal> {
  const answer = await post(`/api/cases/${caseId}/report`, report);
  return answer?.ok ? { ok: true } : refusal(answer);
}

/** Reports seconds at work. Nobody waits for the answer. */
export function reportTime(readingId: string, seconds: number, leaving: boolean): void {
  void post(`/api/readings/${readingId}/time`, { seconds: Math.min(600, seconds) }, { keepalive: leaving });
}

const layoutsShape = z.object({ layouts: z.array(personalLayoutSchema) });

async function sendLayout(
  id: string,
  init: RequestInit,
): Promise<{ readonly ok: true; readonly layouts: readonly PersonalLayout[] } | Refusal> {
  const answer = await post(`/api/me/layouts/${id}`, null, init);
  const body = answer?.ok ? layoutsShape.safeParse(await answer.json().catch(() => null)).data : undefined;
  return body ? { ok: true, layouts: body.layouts } : refusal(answer);
}

/** Keeps a layout of the reader's own; the answer is all of them. */
export const putLayout = (layout: PersonalLayout) =>
  sendLayout(layout.id, { method: "PUT", body: JSON.stringify(layout) });

export const deleteLayout = (id: string) => sendLayout(id, { method: "DELETE", body: null });

/** Cuts a figure into these panels and no others. */
export async function putPanels(
  imageId: string,
  panels: readonly PanelInput[],
): Promise<{ readonly ok: true } | Refusal> {
  const init = { method: "PUT", body: JSON.stringify({ panels }) };
  const answer = await post(`/api/images/${imageId}/panels`, null, init);
  return answer?.ok ? { ok: true } : refusal(answer);
}

/** How a draft came to be, and what this reader made of it. */
export async function loadDraftRecord(
  draftId: string,
): Promise<{ readonly ok: true; readonly record: DraftRecord } | Refusal> {
  const answer = await post(`/api/drafts/${draftId}/record`, null, { method: "GET", body: null });
  const record = answer?.ok
    ? draftRecordSchema.safeParse(await answer.json().catch(() => null)).data
    : undefined;
  return record ? { ok: true, record } : refusal(answer);
}

/** What a refused request says. */
export function refusalWords(outcome: Refusal): string {
  switch (outcome.reason) {
    case "refused":
      return outcome.message;
    case "revision":
      return "Something was saved in another window meanwhile. Load the case again.";
    case "signed-out":
      return "Your session has ended. Sign in again.";
    case "unreachable":
      return "The server cannot be reached. Try again when you are online.";
    default:
      return outcome satisfies never;
  }
}
