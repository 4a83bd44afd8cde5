import { setTimeout as sleep } from "node:timers/promises";
import { isUnavailable } from "@/lib/core/http/unavailable";
import { findKind, kinds } from "../registry";
import type { Job, JobOutcome, Variables } from "../types";
import { finishItem, takeBack, takeNext } from "./items";
import { createSharedGate } from "./shared-gate";
import { beat, enterWorker, leaveWorker } from "./workers";

export interface WorkerOptions {
  /** Items at a time. */
  readonly atOnce: number;
  /** Milliseconds after which the items of a worker that says nothing are taken by others. */
  readonly lease: number;
  /** Milliseconds between looks for work where there was none. */
  readonly poll: number;
  /** Milliseconds that requests under way are given to end when the worker is stopped. */
  readonly grace: number;
  readonly variables: Variables;
  readonly log: (line: string) => void;
}

export const workerDefaults = { atOnce: 4, lease: 30_000, poll: 1000, grace: 5000 } as const;

export interface Worker {
  /** Takes nothing new, lets requests under way end for a moment, gives back what is not done. */
  readonly stop: () => Promise<void>;
}

/** A worker between entering and losing its lease. `lost` ends what it works on. */
interface Life {
  readonly id: string;
  readonly lost: AbortController;
}

/**
 * Works on what waits in the queue until it is stopped. What goes wrong with an item is written on the item; while the
 * database is away it waits for it.
 */
export function startWorker(options: WorkerOptions): Worker {
  const { atOnce, lease, poll, grace, log } = options;
  const closing = new AbortController();
  const ending = new AbortController();
  const running = new Set<Promise<void>>();
  let life: Life | null = null;

  const pause = (ms: number) => sleep(ms, undefined, { signal: closing.signal }).catch(() => {});
  // Said once, however often it is met before things go well again.
  let said = "";
  const trouble = (what: string, error: unknown) => {
    const reason = detailOf(error);
    if (reason !== said) log(`The worker could not ${what}: ${reason}`);
    said = reason;
  };

  const keepAlive = async () => {
    let renewed = Date.now();
    while (!ending.signal.aborted) {
      try {
        if (life === null || !(await beat(life.id, lease))) {
          life?.lost.abort();
          life = closing.signal.aborted
            ? life
            : { id: await enterWorker(lease), lost: new AbortController() };
        }
        renewed = Date.now();
        await takeBack();
        said = "";
      } catch (error) {
        trouble("renew its lease", error);
        if (Date.now() - renewed > lease) life?.lost.abort();
      }
      await sleep(lease / 3, undefined, { signal: ending.signal }).catch(() => {});
    }
  };

  const dispatch = async () => {
    while (!closing.signal.aborted) {
      if (running.size >= atOnce) {
        await Promise.race(running);
        continue;
      }
      const mine = life;
      const job = mine === null || mine.lost.signal.aborted ? null : await next(mine.id);
      if (mine === null || job === null) {
        await pause(poll);
        continue;
      }
      const work = workOn(mine, job).finally(() => running.delete(work));
      running.add(work);
    }
  };

  const next = async (id: string): Promise<Job | null> => {
    try {
      return await takeNext(
        id,
        kinds.map((kind) => kind.id),
      );
    } catch (error) {
      trouble("look for work", error);
      return null;
    }
  };

  const workOn = async (mine: Life, job: Job): Promise<void> => {
    const signal = AbortSignal.any([mine.lost.signal, ending.signal]);
    const outcome = await outcomeOf(job, mine.id, signal).catch((error: unknown): JobOutcome => {
      trouble(`do ${job.kind} of ${job.subjectId}`, error);
      return { kind: "failed", sentence: reasonOf(error), again: true, result: {} };
    });
    await finish(mine, job, outcome);
  };

  // An item that nobody finishes would stay with this worker for as long as it lives.
  const finish = async (mine: Life, job: Job, outcome: JobOutcome): Promise<void> => {
    while (!mine.lost.signal.aborted) {
      try {
        await finishItem(mine.id, job, outcome);
        return;
      } catch (error) {
        trouble("write what came of an item", error);
        if (closing.signal.aborted) return;
        await pause(poll);
      }
    }
  };

  const outcomeOf = async (job: Job, workerId: string, signal: AbortSignal): Promise<JobOutcome> => {
    const kind = findKind(job.kind);
    const parameters = kind?.parameters.safeParse(job.parameters);
    if (!kind || !parameters?.success) {
      const sentence = "This run was started by another version of the app.";
      return { kind: "failed", sentence, again: false, result: {} };
    }
    const gates: ReturnType<typeof createSharedGate>[] = [];
    const of = { projectId: job.projectId, runId: job.runId, workerId, closing: closing.signal };
    const outcome = await kind.work(job, parameters.data, {
      variables: options.variables,
      signal,
      gateOf(limits, clock) {
        const gate = createSharedGate(of, limits, clock);
        gates.push(gate);
        return gate;
      },
    });
    await Promise.all(gates.map((gate) => gate.settled()));
    return outcome;
  };

  const alive = keepAlive();
  const dispatched = dispatch();
  return {
    async stop() {
      closing.abort();
      const timer = setTimeout(() => ending.abort(), grace);
      await dispatched;
      await Promise.all(running);
      clearTimeout(timer);
      ending.abort();
      await alive;
      if (life) await leaveWorker(life.id).catch((error: unknown) => trouble("sign off", error));
    },
  };
}

/** What went wrong for whoever runs the worker: errors of the database say it in their last line. */
function detailOf(error: unknown): string {
  if (isUnavailable(error) || !(error instanceof Error)) return reasonOf(error);
  return `${error.name}: ${error.message.trim().split("\n").pop()?.trim()}`;
}

/** The same for whoever looks at the item. */
function reasonOf(error: unknown): string {
  if (isUnavailable(error)) return "The database cannot be reached.";
  return `Something went wrong in the worker (${error instanceof Error ? error.name : typeof error}). Its log says more.`;
}
