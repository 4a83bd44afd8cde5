import { z } from "zod";
import { parts } from "@/lib/reading/schema";
import type { ChangesConflict, ChangesSaved } from "@/lib/reading/types";
import type { Pending, SendOutcome, Transport } from "./types";

/** Milliseconds after which an answer is no longer waited for. */
const patience = 30_000;
/** Bytes that a browser carries out of a page that goes away (Fetch standard, keepalive). */
const leavingLimit = 60_000;

const savedShape = z.object({
  revision: z.number().int(),
  savedAt: z.string(),
  items: z.array(z.object({ part: z.enum(parts), id: z.string(), revision: z.number().int() })),
});
const conflictShape = z.object({
  error: z.literal("conflict"),
  conflicts: z.array(
    z.object({ part: z.enum(parts), id: z.string(), revision: z.number().int(), theirs: z.unknown() }),
  ),
});
const refusalShape = z.object({ error: z.string(), message: z.string().optional() });

const refusals: Readonly<Record<number, string>> = {
  403: "You may not change this reading any more.",
  404: "This reading is not yours, or it is gone.",
  409: "This reading was submitted or closed in another window.",
  413: "This change is too large to be saved.",
  423: "This case is held. An admin must look at it first.",
};

const bodyOf = ({ key, changes, undoes }: Pending): string => JSON.stringify({ key, changes, undoes });

async function outcomeOf(answer: Response): Promise<SendOutcome> {
  if (answer.status === 401) return { kind: "signed-out" };
  if (answer.status === 408 || answer.status === 429 || answer.status >= 500) return { kind: "busy" };
  const body: unknown = await answer.json().catch(() => null);
  if (answer.ok) {
    const saved: ChangesSaved | undefined = savedShape.safeParse(body).data;
    return saved ? { kind: "saved", saved } : { kind: "busy" };
  }
  const conflict = conflictShape.safeParse(body);
  if (answer.status === 409 && conflict.success)
    return { kind: "conflict", conflicts: conflict.data.conflicts as ChangesConflict["conflicts"] };
  const message = refusalShape.safeParse(body).data?.message;
  return {
    kind: "refused",
    message: message ?? refusals[answer.status] ?? "The server did not take this change.",
  };
}

/** Sends change requests over HTTP. `request` is `fetch`. */
export function createTransport(request: typeof fetch): Transport {
  const put = (readingId: string, pending: Pending, init: RequestInit) =>
    request(`/api/readings/${readingId}/changes`, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: bodyOf(pending),
      ...init,
    });
  return {
    send: async (readingId, pending) => {
      try {
        return await outcomeOf(await put(readingId, pending, { signal: AbortSignal.timeout(patience) }));
      } catch {
        return { kind: "unreachable" };
      }
    },
    sendLeaving: (readingId, pending) => {
      if (new TextEncoder().encode(bodyOf(pending)).length > leavingLimit) return;
      void put(readingId, pending, { keepalive: true }).catch(() => undefined);
    },
  };
}
