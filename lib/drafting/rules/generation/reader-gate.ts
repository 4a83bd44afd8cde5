import type { Clock, Entry, RunGate, RunLimits } from "../../types";
import { createRunGate } from "./run-gate";

/** What the earlier requests of a reading took. */
export interface Spent {
  readonly calls: number;
  readonly tokens: number;
  /** US dollars. */
  readonly cost: number;
}

const paces = new Map<string, RunGate>();

/** One for all readers of a project in this process: requests per minute and at a time. */
function paceOf(projectId: string, limits: RunLimits, clock: Clock): RunGate {
  const key = `${projectId} ${limits.requestsPerMinute} ${limits.concurrency}`;
  const known = paces.get(key);
  if (known) return known;
  const made = createRunGate({ ...limits, maxCalls: null, maxTokens: null, maxCost: null }, clock);
  paces.set(key, made);
  return made;
}

const left = (limit: number | null, spent: number) => (limit === null ? null : Math.max(0, limit - spent));

/** The gate of a draft that a reader asked for: what a project allows a run, all drafts of one reading may take together. */
export function createReaderGate(projectId: string, spent: Spent) {
  return (limits: RunLimits, clock: Clock): RunGate => {
    const budget = createRunGate(
      {
        ...limits,
        maxCalls: left(limits.maxCalls, spent.calls),
        maxTokens: left(limits.maxTokens, spent.tokens),
        maxCost: left(limits.maxCost, spent.cost),
      },
      clock,
    );
    const pace = paceOf(projectId, limits, clock);
    return {
      async enter(estimate, signal): Promise<Entry> {
        const paid = await budget.enter(estimate, signal);
        if (!paid.ok) return paid;
        const turn = await pace.enter(estimate, signal);
        if (!turn.ok) {
          paid.leave({ tokens: 0, cost: 0 });
          return turn;
        }
        return {
          ok: true,
          leave(actual) {
            turn.leave(actual);
            paid.leave(actual);
          },
        };
      },
    };
  };
}
