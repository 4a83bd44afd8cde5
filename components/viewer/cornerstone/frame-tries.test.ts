import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readFrameTrying } from "./frame-tries";

const url = "/api/instances/one/frames/1";
const fetched = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", fetched);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  fetched.mockReset();
});

const broken = () => Promise.reject(new TypeError("Failed to fetch"));
const answered = (status: number) => () => Promise.resolve(new Response("pixels", { status }));

/** How often it had been asked for at these milliseconds after the start. */
async function asksAt(times: readonly number[]): Promise<readonly number[]> {
  const counts: number[] = [];
  let now = 0;
  for (const time of times) {
    await vi.advanceTimersByTimeAsync(time - now);
    now = time;
    counts.push(fetched.mock.calls.length);
  }
  return counts;
}

test("a line that is broken is tried three times with growing rests, and never again", async () => {
  fetched.mockImplementation(broken);
  const outcome = readFrameTrying(url, new AbortController().signal).catch((error: unknown) => error);
  expect(await asksAt([0, 299, 300, 1799, 1800, 60_000])).toEqual([1, 1, 2, 2, 3, 3]);
  expect(await outcome).toBeInstanceOf(TypeError);
});

test.each([500, 503, 429, 408])("an answer of %d is tried again, and the frame taken", async (status) => {
  fetched.mockImplementationOnce(answered(status)).mockImplementation(answered(200));
  const outcome = readFrameTrying(url, new AbortController().signal);
  await vi.advanceTimersByTimeAsync(300);
  expect(new TextDecoder().decode((await outcome).bytes)).toBe("pixels");
  expect(fetched).toHaveBeenCalledTimes(2);
});

test.each([401, 403, 404])("an answer of %d stands", async (status) => {
  fetched.mockImplementation(answered(status));
  const outcome = readFrameTrying(url, new AbortController().signal).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await outcome).toMatchObject({ status });
  expect(fetched).toHaveBeenCalledTimes(1);
});

test("leaving ends the rest, and nothing is asked for after it", async () => {
  fetched.mockImplementation(broken);
  const leave = new AbortController();
  const outcome = readFrameTrying(url, leave.signal).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(100);
  leave.abort();
  expect(await outcome).toMatchObject({ name: "AbortError" });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(fetched).toHaveBeenCalledTimes(1);
});
