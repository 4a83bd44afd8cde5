import { createHash } from "node:crypto";
import { canonicalJson } from "@/lib/core/text/canonical-json";

/** SHA-256, hex, over the canonical JSON of a value: equal values have equal hashes whatever the order of their keys. */
export function contentHash(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}
