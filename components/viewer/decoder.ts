import type { FrameRef } from "@/lib/cases/types";
import { type DecodedGrey, type EarlyDecoder, type EarlyFrame, isEarly } from "./early-frame";

let started = false;
let waiting: Worker | null = null;
let early: Omit<EarlyDecoder, "worker"> | null = null;

const newDecoder = (): Worker =>
  new Worker(
    /* webpackChunkName: "decode-worker" */ new URL("./cornerstone/decode-worker.ts", import.meta.url),
    { type: "module" },
  );

const sameFrame = (one: FrameRef, other: FrameRef): boolean =>
  one.instanceId === other.instanceId && one.frame === other.frame;

/** Has the first worker that decodes frames, in a browser, long before there is anybody to give it work. */
export function startDecoder(): void {
  if (started || typeof Worker === "undefined") return;
  started = true;
  const { earlyDecoder } = window;
  waiting = earlyDecoder?.worker ?? newDecoder();
  early = earlyDecoder ?? null;
}

/** A worker that decodes frames: the one that was started before, else another. */
export function takeDecoder(): Worker {
  startDecoder();
  const worker = waiting ?? newDecoder();
  waiting = null;
  return worker;
}

/** Has the waiting worker fetch and decode the frame that a case shows first, where the page has not done so. */
export function beginFrame(task: EarlyFrame): void {
  const worker = waiting;
  if (!worker || (early && sameFrame(early.frame, task.frame))) return;
  const decoded = new Promise<DecodedGrey | null>((resolve) => {
    worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      if (isEarly(data) && "decoded" in data) resolve(data.decoded);
    });
    worker.addEventListener("error", () => resolve(null));
  });
  early = { frame: task.frame, decoded };
  worker.postMessage(task);
}

/** The frame that was begun early, decoded, for the first who asks; null where it was not begun or could not be. */
export async function takeDecoded(frame: FrameRef): Promise<DecodedGrey | null> {
  if (!early || !sameFrame(early.frame, frame)) return null;
  const { decoded } = early;
  early = null;
  return decoded;
}

/** Forgets a frame that was begun early and that nobody has taken since. */
export function leaveFrame(frame: FrameRef): void {
  if (early && sameFrame(early.frame, frame)) early = null;
}
