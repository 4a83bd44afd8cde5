import { database, transaction } from "@/lib/db/client";
import type { Clock, Entry, RunGate, RunLimits, Spend } from "@/lib/drafting/types/model";
import { inTurn, lockTraffic, takeTurn } from "./turns";

export interface GateOf {
  readonly projectId: string;
  readonly runId: string;
  readonly workerId: string;
  /** No request begins after this; those under way go on. */
  readonly closing: AbortSignal;
}

type Answer =
  | { readonly kind: "in"; readonly id: string }
  | { readonly kind: "wait"; readonly ms: number }
  | { readonly kind: "stopped" }
  | { readonly kind: "over-budget"; readonly sentence: string };

interface Books {
  readonly cancelled: boolean;
  readonly calls: number;
  readonly tokens: number;
  readonly cost: number;
}

function overBudget(books: Books, estimate: Spend, limits: RunLimits): string | null {
  if (limits.maxCalls !== null && books.calls >= limits.maxCalls)
    return `The run's limit of ${limits.maxCalls} requests is reached.`;
  if (limits.maxTokens !== null && books.tokens + estimate.tokens > limits.maxTokens)
    return `The next request could pass the run's limit of ${limits.maxTokens} tokens.`;
  if (limits.maxCost !== null && books.cost + estimate.cost > limits.maxCost)
    return `The next request could pass the run's limit of ${limits.maxCost} USD.`;
  return null;
}

async function ask(of: GateOf, estimate: Spend, limits: RunLimits): Promise<Answer> {
  const { projectId, runId, workerId } = of;
  return transaction(async (tx): Promise<Answer> => {
    await lockTraffic(tx, projectId);
    const [books] = await tx.$queryRaw<Books[]>`
      SELECT "cancelledAt" IS NOT NULL AS "cancelled", "calls",
        ("spentTokens" + "reservedTokens")::float8 AS "tokens", ("spentCost" + "reservedCost")::float8 AS "cost"
      FROM "JobRun" WHERE "id" = ${runId}::uuid`;
    if (!books || books.cancelled) return { kind: "stopped" };
    const sentence = overBudget(books, estimate, limits);
    if (sentence !== null) return { kind: "over-budget", sentence };
    const turn = await takeTurn(tx, { projectId, runId, workerId }, limits);
    if (!turn.ok) return { kind: "wait", ms: turn.ms };
    await tx.$executeRaw`
      UPDATE "JobRun" SET "calls" = "calls" + 1, "reservedTokens" = "reservedTokens" + ${Math.round(estimate.tokens)},
        "reservedCost" = "reservedCost" + ${estimate.cost}::numeric WHERE "id" = ${runId}::uuid`;
    return { kind: "in", id: turn.id };
  });
}

async function settle(runId: string, id: string, estimate: Spend, actual: Spend): Promise<void> {
  await (await database()).$executeRaw`
    WITH ended AS (UPDATE "JobRequest" SET "endedAt" = clock_timestamp() WHERE "id" = ${id}::uuid)
    UPDATE "JobRun" SET "reservedTokens" = "reservedTokens" - ${Math.round(estimate.tokens)},
      "reservedCost" = "reservedCost" - ${estimate.cost}::numeric,
      "spentTokens" = "spentTokens" + ${Math.round(actual.tokens)},
      "spentCost" = "spentCost" + ${actual.cost}::numeric WHERE "id" = ${runId}::uuid`;
}

/**
 * The gate of a run, kept in the database: budget per run, requests per minute and at a time per project, over all workers.
 * A request reserves its estimate until it ends; one that was cut off by a kill keeps it, for it may have cost that much.
 */
export function createSharedGate(of: GateOf, limits: RunLimits, clock: Clock) {
  const pending = new Set<Promise<void>>();
  const gate: RunGate = {
    async enter(estimate, signal): Promise<Entry> {
      for (;;) {
        const stopped = signal.aborted || of.closing.aborted;
        const answer: Answer = stopped ? { kind: "stopped" } : await inTurn(() => ask(of, estimate, limits));
        if (answer.kind === "stopped")
          return { ok: false, state: "aborted", sentence: "The run was stopped." };
        if (answer.kind === "over-budget")
          return { ok: false, state: "over-budget", sentence: answer.sentence };
        if (answer.kind === "in") return { ok: true, leave: leaveOnce(answer.id, estimate) };
        await clock.sleep(Math.min(answer.ms, 1000), AbortSignal.any([signal, of.closing]));
      }
    },
  };
  const leaveOnce = (id: string, estimate: Spend) => {
    let left = false;
    return (actual: Spend) => {
      if (left) return;
      left = true;
      const work = settle(of.runId, id, estimate, actual);
      pending.add(work);
      work.finally(() => pending.delete(work)).catch(() => {});
    };
  };
  return {
    ...gate,
    /** Waits until what left is written; where that fails, the estimate stays on the books. */
    settled: async () => void (await Promise.allSettled(pending)),
  };
}
