import { createHash } from "node:crypto";
import { canonicalJson } from "@/lib/core/text/canonical-json";
import type { TextKind, TextPayload } from "@/lib/reading/schema";

/** SHA-256 in hex of a draft's kind, image and payload: what a decision binds to. */
export function draftContentHash(kind: TextKind, imageId: string | null, payload: TextPayload): string {
  return createHash("sha256").update(canonicalJson({ kind, imageId, payload })).digest("hex");
}
