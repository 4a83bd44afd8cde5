import { transaction } from "@/lib/db/client";
import type { Clock, Entry, RunGate, RunLimits } from "@/lib/drafting/types/model";
import { inTurn, lockTraffic, takeTurn } from "./turns";
import { beat, enterWorker, leaveWorker } from "./workers";

/** How long a place is held for a process that was killed; milliseconds. */
const lease = 60_000;

/** A worker for the length of one request; `end` frees its place. */
async function enterForOne() {
  const id = await enterWorker(lease);
  // A renewal that fails is made up for by the next one.
  const renewal = setInterval(() => void beat(id, lease).catch(() => {}), lease / 3);
  renewal.unref();
  return {
    id,
    async end() {
      clearInterval(renewal);
      await leaveWorker(id);
    },
  };
}

/**
 * The pace of a request that belongs to no run: requests per minute and at a time, counted with those of all runs of the
 * project, over all processes. It keeps no budget.
 */
export function createPaceGate(projectId: string, limits: RunLimits, clock: Clock): RunGate {
  return {
    async enter(_, signal): Promise<Entry> {
      const worker = await enterForOne();
      const of = { projectId, runId: null, workerId: worker.id };
      let entered = false;
      try {
        while (!signal.aborted) {
          const turn = await inTurn(() =>
            transaction(async (tx) => {
              await lockTraffic(tx, projectId);
              return takeTurn(tx, of, limits);
            }),
          );
          entered = turn.ok;
          if (turn.ok) return { ok: true, leave: () => void worker.end().catch(() => {}) };
          await clock.sleep(Math.min(turn.ms, 1000), signal);
        }
        return { ok: false, state: "aborted", sentence: "The run was stopped." };
      } finally {
        if (!entered) await worker.end();
      }
    },
  };
}
