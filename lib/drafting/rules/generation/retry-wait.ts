/** Attempts per request at most. */
export const attemptLimit = 5;

/** A longer wait than this is not sat out: the request fails with the time that the endpoint named. */
export const longestWait = 60_000;

/** Milliseconds that an endpoint asks to wait: `retry-after-ms`, or `Retry-After` in seconds or as a date (RFC 9110 10.2.3). */
export function askedWait(header: (name: string) => string | null, now: number): number | null {
  const exact = Number.parseFloat(header("retry-after-ms") ?? "");
  if (Number.isFinite(exact) && exact >= 0) return exact;
  const asked = header("retry-after");
  if (asked === null) return null;
  if (/^\s*\d+(\.\d+)?\s*$/.test(asked)) return Number(asked) * 1000;
  const until = Date.parse(asked);
  return Number.isNaN(until) ? null : Math.max(0, until - now);
}

/** Milliseconds before the next attempt: what was asked for, else 1, 2, 4, 8 s with up to half of it taken off by chance. */
export function retryWait(attempt: number, asked: number | null, chance: number): number {
  if (asked !== null) return asked;
  return Math.min(8000, 1000 * 2 ** (attempt - 1)) * (1 - chance / 2);
}
