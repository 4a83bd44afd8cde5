import { z } from "zod";

const problemShape = z.object({ message: z.string() });

const routes = { release: "release-hold", unusable: "mark-unusable" } as const;

/** Settles a held case, with what the admin saw. @returns what is wrong in a sentence; null = done. */
export async function settleHold(
  caseId: string,
  what: keyof typeof routes,
  reason: string,
): Promise<string | null> {
  try {
    const answer = await fetch(`/api/cases/${caseId}/${routes[what]}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ reason }),
    });
    if (answer.ok) return null;
    const problem = problemShape.safeParse(await answer.json().catch(() => null));
    return problem.data?.message ?? "The server did not answer. Try again.";
  } catch {
    return "The server cannot be reached. Try again.";
  }
}
