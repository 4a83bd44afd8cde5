import type { FrameRef, InstanceMetadata } from "@/lib/cases/types";
import { fetchEarly, statedTransferSyntax } from "./cornerstone/frame-bytes";
import type { EarlyFrame } from "./early-frame";

/** Frames of these are decoded in the worker, by a codec that has to be fetched and compiled. */
const codecTypes: readonly InstanceMetadata["frameMediaType"][] = ["image/jphc", "image/jp2", "image/jls"];

let started = false;
let waiting: Worker | null = null;

const newDecoder = (): Worker =>
  new Worker(new URL("./cornerstone/decode-worker.ts", import.meta.url), { type: "module" });

/** Starts the first worker that decodes frames, in a browser, long before there is anybody to give it work. */
export function startDecoder(): void {
  if (started || typeof Worker === "undefined") return;
  started = true;
  waiting = newDecoder();
}

/** A worker that decodes frames: the one that was started before, else another. */
export function takeDecoder(): Worker {
  started = true;
  const worker = waiting ?? newDecoder();
  waiting = null;
  return worker;
}

/** Fetches the frame that a case shows first, and has the waiting worker make its codec ready with it. */
export async function beginFrame(frame: FrameRef, metadata: InstanceMetadata): Promise<void> {
  const worker = waiting;
  if (!worker || metadata.frameMediaType === "image/png") return;
  const fetched = fetchEarly(frame);
  if (!codecTypes.includes(metadata.frameMediaType)) return;
  const { bytes, contentType } = await fetched;
  const transferSyntax = statedTransferSyntax(contentType) ?? metadata.frameTransferSyntaxUid;
  // It may have been taken by now, and work: then it needs no help.
  if (waiting === worker)
    worker.postMessage({ early: true, metadata, transferSyntax, bytes } satisfies EarlyFrame);
}
