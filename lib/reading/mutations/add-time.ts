import type { Actor } from "@/lib/auth/types";
import { transaction } from "@/lib/db/client";
import { ownReading } from "../data/gate";

/** Adds seconds in which the reader was at work. Informational: nothing is decided by it. */
export async function addTime(
  actor: Actor,
  readingId: string,
  seconds: number,
): Promise<
  | { readonly ok: true; readonly activeSeconds: number }
  | { readonly ok: false; readonly reason: "not-found" | "held" | "submitted" }
> {
  return transaction(async (tx) => {
    const gate = await ownReading(tx, actor, readingId);
    if (!gate.ok) return gate;
    const [row] = await tx.$queryRaw<{ activeSeconds: number }[]>`
      UPDATE "Reading" SET "activeSeconds" = "activeSeconds" + ${seconds}
      WHERE "id" = ${gate.reading.id}::uuid AND "state" = 'open' RETURNING "activeSeconds"`;
    return row ? { ok: true, activeSeconds: row.activeSeconds } : { ok: false, reason: "submitted" };
  });
}
