import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { InstanceMetadata } from "@/lib/cases/types";
import type { DecodedGrey, EarlyFrame } from "./early-frame";

const frame = { instanceId: "one", frame: 3 };
const other = { instanceId: "two", frame: 1 };
const metadata = { frameMediaType: "image/jphc", samplesPerPixel: 1 } as InstanceMetadata;
const task: EarlyFrame = { early: true, frame, url: "/api/instances/one/frames/3", metadata };
const decoded: DecodedGrey = { rows: 1, columns: 2, samples: new Uint8Array([4, 9]), least: 4, most: 9 };

class FakeWorker extends EventTarget {
  static made: FakeWorker[] = [];
  readonly posted: unknown[] = [];
  constructor() {
    super();
    FakeWorker.made.push(this);
  }
  postMessage(message: unknown): void {
    this.posted.push(message);
  }
  answer(data: unknown): void {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
}

beforeEach(() => {
  vi.resetModules();
  FakeWorker.made = [];
  vi.stubGlobal("Worker", FakeWorker);
  vi.stubGlobal("window", {});
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

test("the worker and the frame of the server's page are taken over", async () => {
  const worker = new FakeWorker();
  vi.stubGlobal("window", { earlyDecoder: { worker, frame, decoded: Promise.resolve(decoded) } });
  const { beginFrame, startDecoder, takeDecoded, takeDecoder } = await import("./decoder");
  startDecoder();
  beginFrame(task);
  expect(worker.posted).toEqual([]);
  expect(takeDecoder()).toBe(worker);
  expect(FakeWorker.made).toHaveLength(1);
  expect(await takeDecoded(other)).toBeNull();
  expect(await takeDecoded(frame)).toBe(decoded);
  expect(await takeDecoded(frame)).toBeNull();
});

test("without a page of the server's the waiting worker is told, once", async () => {
  const { beginFrame, startDecoder, takeDecoded } = await import("./decoder");
  startDecoder();
  beginFrame(task);
  beginFrame({ ...task });
  const [worker] = FakeWorker.made;
  expect(worker?.posted).toEqual([task]);
  const taken = takeDecoded(frame);
  worker?.answer({ id: "of the library" });
  worker?.answer({ early: true, decoded });
  expect(await taken).toBe(decoded);
});

test("a worker that was taken meanwhile is left to its work", async () => {
  const { beginFrame, startDecoder, takeDecoded, takeDecoder } = await import("./decoder");
  startDecoder();
  takeDecoder();
  beginFrame(task);
  expect(FakeWorker.made[0]?.posted).toEqual([]);
  expect(await takeDecoded(frame)).toBeNull();
});

test("what could not be decoded early, or was left, is loaded like any other", async () => {
  const { beginFrame, leaveFrame, startDecoder, takeDecoded } = await import("./decoder");
  startDecoder();
  beginFrame(task);
  const broken = takeDecoded(frame);
  FakeWorker.made[0]?.answer({ early: true, decoded: null });
  expect(await broken).toBeNull();
  beginFrame({ ...task, frame: other });
  const failed = takeDecoded(other);
  FakeWorker.made[0]?.dispatchEvent(new Event("error"));
  expect(await failed).toBeNull();
  beginFrame(task);
  leaveFrame(other);
  leaveFrame(frame);
  expect(await takeDecoded(frame)).toBeNull();
});
