import type { Clock, Entry, RunGate, RunLimits } from "../../types/model";
import { createRunGate } from "./run-gate";

/** What the earlier requests of a reading took. */
export interface Spent {
  readonly calls: number;
  readonly tokens: number;
  /** US dollars. */
  readonly cost: number;
}

const left = (limit: number | null, spent: number) => (limit === null ? null : Math.max(0, limit - spent));

/** The budget of what a reader asked for: what a project allows a run, all drafts of one reading may take together. */
export function readerBudget(limits: RunLimits, clock: Clock, spent: Spent): RunGate {
  return createRunGate(
    {
      ...limits,
      maxCalls: left(limits.maxCalls, spent.calls),
      maxTokens: left(limits.maxTokens, spent.tokens),
      maxCost: left(limits.maxCost, spent.cost),
    },
    clock,
  );
}

/** One gate behind the other: the budget is asked first, and gets back what the pace did not let through. */
export const budgetThenPace = (budget: RunGate, pace: RunGate): RunGate => ({
  async enter(estimate, signal): Promise<Entry> {
    const paid = await budget.enter(estimate, signal);
    if (!paid.ok) return paid;
    const nothing = () => paid.leave({ tokens: 0, cost: 0 });
    const turn = await pace.enter(estimate, signal).catch((error: unknown) => {
      nothing();
      throw error;
    });
    if (!turn.ok) {
      nothing();
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
});
