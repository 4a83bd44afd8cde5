import { createHash } from "node:crypto";

/** A name for a reader that says nothing of the person and is the same in every release of the project. */
export function readerPseudonym(projectId: string, readerId: string): string {
  return `reader-${createHash("sha256").update(`${projectId}:${readerId}`).digest("hex").slice(0, 12)}`;
}
