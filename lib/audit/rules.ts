import { createHash } from "node:crypto";
import { canonicalJson } from "@/lib/core/text/canonical-json";

/** An event as the chain sees it: every column but the hash, `at` with microseconds as PostgreSQL keeps them. */
export interface ChainedEvent {
  readonly id: string;
  readonly at: string;
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly projectId: string | null;
  readonly detail: unknown;
}

/** What the first event is chained to. */
export const chainStart = "";

/** SHA-256 over the hash of the event before and the canonical JSON of this one, lower-case hex. */
export function sealOf(previous: string, event: ChainedEvent): string {
  const { id, at, actorId, action, subjectType, subjectId, projectId, detail } = event;
  const row = canonicalJson({ id, at, actorId, action, subjectType, subjectId, projectId, detail });
  return createHash("sha256").update(previous).update(row).digest("hex");
}
