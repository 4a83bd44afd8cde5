import { z } from "zod";
import type { Actor } from "@/lib/auth/types";
import { bodyOf, door } from "./door";
import { json, problem } from "./problem";

const schema = z.strictObject({ reason: z.string().trim().min(1, "Say what you saw.").max(2000) });

type Settle = (
  actor: Actor,
  caseId: string,
  reason: string,
) => Promise<
  | { readonly ok: true; readonly state: string }
  | { readonly ok: false; readonly reason: "not-found" | "not-held" }
>;

/** A door through which an admin settles a held case, with what they saw. */
export const holdDoor = (settle: Settle) =>
  door<{ id: string }>(async ({ actor, request, params }) => {
    const body = await bodyOf(request, schema);
    if (!body.ok) return body.response;
    const outcome = await settle(actor, params.id, body.value.reason);
    return outcome.ok ? json(outcome) : problem(outcome.reason);
  });
