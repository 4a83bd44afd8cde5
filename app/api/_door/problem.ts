const privately = { "Cache-Control": "private, no-store", Vary: "Cookie" };

/** A JSON answer that no cache keeps. */
export const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  Response.json(body, { status, headers: { ...privately, ...headers } });

const sentences = {
  "signed-out": [401, "Your session has ended. Sign in again; nothing you typed is lost."],
  origin: [403, "This request did not come from a page of this site."],
  "not-allowed": [403, "Your role may not do this in this project."],
  "no-figure": [409, "Only a whole figure can be cut into panels."],
  "panel-in-use": [409, "A text hangs on one of the panels that are gone. Keep that panel."],
  "not-found": [404, "There is nothing here."],
  held: [423, "This case is held until an admin has looked at it."],
  submitted: [409, "This reading was submitted and is closed."],
  settled: [409, "This case was settled meanwhile."],
  "key-reused": [422, "This request repeats the key of another one."],
  "draft-changed": [409, "The draft was replaced. Load the case again to judge the new words."],
  flagged: [409, "A check contradicts this draft. Look at the flag, or accept the draft with a reason."],
  "region-locked": [409, "This region is locked. Unlock it before you move or delete it."],
  "too-late": [409, "The ten seconds to take it back are over."],
  "not-held": [409, "This case is not held."],
  "no-open-reading": [409, "You have no open reading of this case."],
  unusable: [409, "You called this case unusable."],
  "not-written": [409, "No draft was written."],
  "no-run": [409, "This run cannot start."],
  "no-trial": [409, "This prompt cannot be tried on that case."],
  "too-many-layouts": [409, "50 layouts is the limit. Delete one first."],
  "wrong-type": [415, "Send JSON, as application/json."],
  "too-large": [413, "The request is too large."],
  "not-json": [400, "The request is not JSON."],
  "documents-loading": [503, "The documents are still being read. Search again in a few seconds."],
  unavailable: [503, "The database cannot be reached. Your changes are kept here and sent again."],
  unexpected: [500, "Something went wrong here. Nothing was saved."],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemName = keyof typeof sentences;

/** An answer that says what is wrong in one sentence: `{ error, message, ...more }`. */
export function problem(error: ProblemName, more: Readonly<Record<string, unknown>> = {}): Response {
  const [status, message] = sentences[error];
  return json({ error, message, ...more }, status, status === 503 ? { "Retry-After": "2" } : {});
}

/** 400 for a field: `path` names it, e.g. "changes.0.value.points". */
export const invalidField = (path: readonly PropertyKey[], message: string): Response =>
  json({ error: "invalid", path: path.map(String).join("."), message }, 400);
