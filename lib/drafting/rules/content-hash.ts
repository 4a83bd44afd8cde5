import { contentHash } from "@/lib/importing/rules/content-hash";
import type { TextKind, TextPayload } from "@/lib/reading/schema";

/** SHA-256 in hex of a draft's kind, image and payload: what a decision binds to. */
export function draftContentHash(kind: TextKind, imageId: string | null, payload: TextPayload): string {
  return contentHash({ kind, imageId, payload });
}
