import type { DraftRun } from "@/lib/jobs/schema";
import type { ItemView, RunView } from "@/lib/jobs/types";

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly sentence: string };

async function ask<T>(path: string, body?: unknown): Promise<Answer<T>> {
  try {
    const answer = await fetch(path, {
      cache: "no-store",
      ...(body === undefined
        ? {}
        : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
    });
    const value = await answer.json();
    return answer.ok ? { ok: true, value } : { ok: false, sentence: String(value.message) };
  } catch {
    return { ok: false, sentence: "The server cannot be reached. Try again in a moment." };
  }
}

const runs = (slug: string) => `/api/projects/${encodeURIComponent(slug)}/runs`;

export const askRuns = (slug: string) => ask<{ readonly runs: readonly RunView[] }>(runs(slug));

export const askRun = (slug: string, id: string) =>
  ask<{ readonly run: RunView; readonly items: readonly ItemView[] }>(`${runs(slug)}/${id}`);

export const startRun = (slug: string, run: DraftRun) =>
  ask<{ readonly runId: string; readonly items: number }>(runs(slug), run);

export const cancelRun = (slug: string, id: string) =>
  ask<{ readonly items: number }>(`${runs(slug)}/${id}/cancel`, {});

/** @param cases null = all that failed or were cancelled. */
export const retryRun = (slug: string, id: string, cases: readonly string[] | null) =>
  ask<{ readonly items: number }>(`${runs(slug)}/${id}/retry`, cases === null ? {} : { cases });
