import type { Clock, Entry, RunGate, RunLimits, Spend } from "../../types/model";

const minute = 60_000;

/**
 * Lets requests through while the budget lasts, not more per minute and at a time than allowed. A request reserves its
 * estimate until it leaves with what it really took, so that many at once cannot overrun the budget together.
 */
export function createRunGate(limits: RunLimits, clock: Clock): RunGate & { spent(): Spend } {
  const starts: number[] = [];
  const waiting: (() => void)[] = [];
  let inside = 0;
  let calls = 0;
  let spent: Spend = { tokens: 0, cost: 0 };
  let reserved: Spend = { tokens: 0, cost: 0 };

  const overBudget = (estimate: Spend): string | null => {
    const most = (key: keyof Spend) => spent[key] + reserved[key] + estimate[key];
    if (limits.maxCalls !== null && calls >= limits.maxCalls)
      return `The run's limit of ${limits.maxCalls} requests is reached.`;
    if (limits.maxTokens !== null && most("tokens") > limits.maxTokens)
      return `The next request could pass the run's limit of ${limits.maxTokens} tokens.`;
    if (limits.maxCost !== null && most("cost") > limits.maxCost)
      return `The next request could pass the run's limit of ${limits.maxCost} USD.`;
    return null;
  };
  // Both take what they found free in the same step, before anyone else can look.
  const takePlace = async (signal: AbortSignal) => {
    while (inside >= limits.concurrency && !signal.aborted)
      await new Promise<void>((done) => {
        waiting.push(done);
        signal.addEventListener("abort", () => done(), { once: true });
      });
    inside += 1;
  };
  const takeTurn = async (signal: AbortSignal) => {
    for (;;) {
      const earlier = starts[starts.length - limits.requestsPerMinute];
      const wait = earlier === undefined ? 0 : earlier + minute - clock.now();
      if (wait <= 0 || signal.aborted) break;
      await clock.sleep(wait, signal);
    }
    starts.push(clock.now());
    if (starts.length > limits.requestsPerMinute) starts.shift();
  };
  const release = () => {
    inside -= 1;
    waiting.shift()?.();
  };
  return {
    spent: () => spent,
    async enter(estimate, signal): Promise<Entry> {
      await takePlace(signal);
      const refusal = signal.aborted ? "The run was stopped." : overBudget(estimate);
      if (refusal !== null) {
        release();
        return { ok: false, state: signal.aborted ? "aborted" : "over-budget", sentence: refusal };
      }
      calls += 1;
      reserved = sum(reserved, estimate, 1);
      await takeTurn(signal);
      let left = false;
      return {
        ok: true,
        leave(actual) {
          if (left) return;
          left = true;
          reserved = sum(reserved, estimate, -1);
          spent = sum(spent, actual, 1);
          release();
        },
      };
    },
  };
}

const sum = (a: Spend, b: Spend, sign: 1 | -1): Spend => ({
  tokens: a.tokens + sign * b.tokens,
  cost: a.cost + sign * b.cost,
});
