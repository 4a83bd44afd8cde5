import type { Actor } from "@/lib/auth/types";
import { database } from "@/lib/db/client";
import { caseAccess } from "../permissions";
import { accessState, type Gate, isId, roleOf } from "./gate";

/** Where the bytes of one frame lie in the object store, and what they are. */
export interface FrameObject {
  readonly key: string;
  readonly range: { readonly offset: number; readonly length: number };
  readonly mediaType: string;
  readonly transferSyntaxUid: string;
}

interface Gated {
  readonly role: string | null;
  readonly state: string;
}

function gated<Row extends Gated>(actor: Actor, row: Row | undefined): Gate<{ readonly row: Row }> {
  const role = row ? roleOf(actor, row.role) : null;
  if (!row || !role) return { ok: false, reason: "not-found" };
  const access = caseAccess(role, row.state);
  if (access === "open") return { ok: true, row };
  return { ok: false, reason: access === "none" ? "not-found" : "held" };
}

/** The gate of a frame's bytes. `frame` counts from 1; one that does not exist is not found. */
export async function readableFrame(
  actor: Actor,
  instanceId: string,
  frame: number,
): Promise<Gate<{ readonly object: FrameObject }>> {
  if (!isId(instanceId)) return { ok: false, reason: "not-found" };
  const [found] = await (await database()).$queryRaw<
    (Gated & { key: string; range: FrameObject["range"] | null; mediaType: string; syntax: string })[]
  >`
    SELECT ${accessState} AS "state", m."role", i."objectKey" AS "key", i."frameOffsets" -> ${frame - 1}::int AS "range",
      i."metadata" ->> 'frameMediaType' AS "mediaType", i."metadata" ->> 'frameTransferSyntaxUid' AS "syntax"
    FROM "Instance" i JOIN "Series" s ON s."id" = i."seriesId" JOIN "CaseRecord" c ON c."id" = s."caseId"
    LEFT JOIN "Membership" m ON m."projectId" = c."projectId" AND m."userId" = ${actor.id}::uuid
    WHERE i."id" = ${instanceId}::uuid`;
  const gate = gated(actor, found);
  if (!gate.ok) return gate;
  const { key, range, mediaType, syntax } = gate.row;
  if (!range) return { ok: false, reason: "not-found" };
  return { ok: true, object: { key, range, mediaType, transferSyntaxUid: syntax } };
}

/** The gate of an instance's poster or thumbnail (WebP). */
export async function readablePreview(
  actor: Actor,
  instanceId: string,
  kind: "poster" | "thumbnail",
): Promise<Gate<{ readonly key: string }>> {
  if (!isId(instanceId)) return { ok: false, reason: "not-found" };
  const [found] = await (await database()).$queryRaw<(Gated & { poster: string; thumbnail: string })[]>`
    SELECT ${accessState} AS "state", m."role", i."posterKey" AS "poster", i."thumbnailKey" AS "thumbnail"
    FROM "Instance" i JOIN "Series" s ON s."id" = i."seriesId" JOIN "CaseRecord" c ON c."id" = s."caseId"
    LEFT JOIN "Membership" m ON m."projectId" = c."projectId" AND m."userId" = ${actor.id}::uuid
    WHERE i."id" = ${instanceId}::uuid`;
  const gate = gated(actor, found);
  return gate.ok ? { ok: true, key: gate.row[kind] } : gate;
}
