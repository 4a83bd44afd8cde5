import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { InstanceMetadata } from "@/lib/cases/types";

const frame = { instanceId: "one", frame: 3 };
const coded = { frameMediaType: "image/jphc", frameTransferSyntaxUid: "1.2.3" } as InstanceMetadata;
const signal = new AbortController().signal;

class FakeWorker {
  static made: FakeWorker[] = [];
  readonly posted: unknown[] = [];
  constructor() {
    FakeWorker.made.push(this);
  }
  postMessage(message: unknown): void {
    this.posted.push(message);
  }
}

const answer = vi.fn<() => Promise<Response>>();

beforeEach(() => {
  vi.resetModules();
  FakeWorker.made = [];
  answer.mockReset();
  answer.mockImplementation(() => Promise.resolve(new Response(new Uint8Array([1, 2, 3]))));
  vi.stubGlobal("Worker", FakeWorker);
  vi.stubGlobal("fetch", answer);
});

afterEach(() => vi.unstubAllGlobals());

test("the worker that was started early is the first that is taken, and is started once", async () => {
  const { startDecoder, takeDecoder } = await import("./decoder");
  startDecoder();
  startDecoder();
  expect(FakeWorker.made).toHaveLength(1);
  expect(takeDecoder()).toBe(FakeWorker.made[0]);
  expect(takeDecoder()).toBe(FakeWorker.made[1]);
  startDecoder();
  expect(FakeWorker.made).toHaveLength(2);
});

test("the first frame is fetched once and makes its codec ready", async () => {
  const { beginFrame, startDecoder } = await import("./decoder");
  const bytes = await import("./cornerstone/frame-bytes");
  startDecoder();
  await beginFrame(frame, coded);
  expect(FakeWorker.made[0]?.posted).toEqual([
    { early: true, metadata: coded, transferSyntax: "1.2.3", bytes: new Uint8Array([1, 2, 3]) },
  ]);
  expect((await bytes.fetchFrame(frame, signal)).bytes).toEqual(new Uint8Array([1, 2, 3]));
  expect(answer).toHaveBeenCalledTimes(1);
  await bytes.fetchFrame(frame, signal);
  expect(answer).toHaveBeenCalledTimes(2);
});

test("a worker that was taken meanwhile is left to its work, and a picture needs none", async () => {
  const { beginFrame, startDecoder, takeDecoder } = await import("./decoder");
  startDecoder();
  await beginFrame(frame, { ...coded, frameMediaType: "image/png" });
  expect(answer).not.toHaveBeenCalled();
  const begun = beginFrame(frame, coded);
  takeDecoder();
  await begun;
  expect(FakeWorker.made[0]?.posted).toEqual([]);
});

test("a frame that failed early is asked for again", async () => {
  const { beginFrame, startDecoder } = await import("./decoder");
  const bytes = await import("./cornerstone/frame-bytes");
  startDecoder();
  answer.mockImplementationOnce(() => Promise.resolve(new Response(null, { status: 503 })));
  await expect(beginFrame(frame, coded)).rejects.toThrow("answered 503");
  expect((await bytes.fetchFrame(frame, signal)).bytes).toHaveLength(3);
});

test("a frame that nobody has fetched is stopped when its page is left, and one that was goes with its fetcher", async () => {
  const { fetchEarly, fetchFrame, leaveEarly } = await import("./cornerstone/frame-bytes");
  const signals: AbortSignal[] = [];
  vi.stubGlobal("fetch", (_: string, { signal: given }: { readonly signal: AbortSignal }) => {
    signals.push(given);
    return new Promise(() => undefined);
  });
  fetchEarly(frame).catch(() => undefined);
  leaveEarly({ instanceId: "another", frame: 1 });
  expect(signals[0]?.aborted).toBe(false);
  leaveEarly(frame);
  expect(signals[0]?.aborted).toBe(true);
  fetchEarly(frame).catch(() => undefined);
  const fetcher = new AbortController();
  void fetchFrame(frame, fetcher.signal);
  leaveEarly(frame);
  expect(signals[1]?.aborted).toBe(false);
  fetcher.abort();
  expect(signals[1]?.aborted).toBe(true);
  expect(signals).toHaveLength(2);
});
