import { z } from "zod";

const storageKey = "rr-finished";
const shape = z.object({
  readingId: z.string(),
  caseId: z.string(),
  words: z.string(),
  /** Milliseconds since 1970: after this it cannot be taken back. */
  until: z.number(),
});
export type Finished = z.infer<typeof shape>;

/** Remembers, for the next screen of this tab, what was just finished and until when it can be taken back. */
export function rememberFinished(finished: Finished): void {
  sessionStorage.setItem(storageKey, JSON.stringify(finished));
}

/** What was just finished, once. Null when there is nothing, or its time is over. */
export function takeFinished(now: number): Finished | null {
  const stored = sessionStorage.getItem(storageKey);
  sessionStorage.removeItem(storageKey);
  if (stored === null) return null;
  const finished = shape.safeParse(JSON.parse(stored)).data;
  return finished && finished.until > now ? finished : null;
}
