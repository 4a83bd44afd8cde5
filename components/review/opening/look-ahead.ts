import { type FirstLook, frameUrl, viewFor } from "@/components/viewer/first-look";

/** What the next case shows first, as `GET /api/cases/:id/first-look` says it. */
export interface CaseLook {
  readonly label: string;
  readonly title: string;
  readonly look: FirstLook;
}

interface Ahead {
  look: CaseLook | null;
  /** Kept, so that the browser keeps them decoded. */
  readonly posters: HTMLImageElement[];
  readonly leave: AbortController;
}

/** Cases looked at ahead and not opened yet; the oldest goes first. */
const most = 4;
const ahead = new Map<string, Ahead>();

/** What is known of a case that was looked at ahead. */
export const lookOf = (caseId: string): CaseLook | null => ahead.get(caseId)?.look ?? null;

/**
 * Brings what a case shows first into this browser: what is where, its posters, the first frame of each viewport. Begins
 * no reading. What fails is asked for again when the case is opened.
 */
export function lookAhead(caseId: string): void {
  if (ahead.has(caseId)) return;
  const entry: Ahead = { look: null, posters: [], leave: new AbortController() };
  ahead.set(caseId, entry);
  for (const [oldest] of [...ahead].slice(0, Math.max(0, ahead.size - most))) forget(oldest);
  void fetchLook(caseId, entry).catch(() => forget(caseId));
}

async function fetchLook(caseId: string, entry: Ahead): Promise<void> {
  const options = { signal: entry.leave.signal, priority: "low" } as const;
  const answer = await fetch(`/api/cases/${caseId}/first-look`, options);
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  const look = (await answer.json()) as CaseLook;
  entry.look = look;
  const { pictures: first } = viewFor(look.look, window.innerWidth);
  const pictures = first.filter((picture) => picture !== null);
  for (const { posterUrl } of pictures) {
    if (!posterUrl) continue;
    const poster = new Image();
    poster.src = posterUrl;
    entry.posters.push(poster);
  }
  // One after the other and to the end: the browser's cache keeps whole answers only.
  for (const picture of pictures) await (await fetch(frameUrl(picture), options)).arrayBuffer();
}

/** Stops what is under way for a case and lets go of it. */
export function forget(caseId: string): void {
  ahead.get(caseId)?.leave.abort();
  ahead.delete(caseId);
}
