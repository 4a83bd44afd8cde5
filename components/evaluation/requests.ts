import type { NewComparison } from "@/lib/evaluation/schema";
import type { Scores } from "@/lib/evaluation/types";

/** @returns what went wrong, in a sentence; null = it was done. */
async function send(path: string, method: "POST" | "PUT", body: unknown): Promise<string | null> {
  try {
    const answer = await fetch(path, {
      method,
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const value = await answer.json();
    return answer.ok ? null : String(value.message);
  } catch {
    return "The server cannot be reached. Try again in a moment.";
  }
}

export const startComparison = (slug: string, comparison: NewComparison) =>
  send(`/api/projects/${encodeURIComponent(slug)}/comparisons`, "POST", comparison);

export const rateText = (textId: string, scores: Scores) =>
  send(`/api/comparison-texts/${textId}/rating`, "PUT", scores);

export const resultsAddress = (slug: string, id: string, format: "json" | "csv") =>
  `/api/projects/${encodeURIComponent(slug)}/comparisons/${id}/results?format=${format}`;
