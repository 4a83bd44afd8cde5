import type { FrameRef } from "@/lib/cases/types";
import { frameUrl } from "../first-look";

export interface FrameBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

interface EarlyBytes {
  readonly url: string;
  readonly bytes: Promise<FrameBytes>;
  readonly leave: AbortController;
}

let early: EarlyBytes | null = null;

/** Asks for a frame before its viewer is here, and leaves it to the next who fetches it. One is kept at a time. */
export function fetchEarly(frame: FrameRef): Promise<FrameBytes> {
  early?.leave.abort();
  const leave = new AbortController();
  const bytes = request(frame, leave.signal);
  const kept: EarlyBytes = { url: frameUrl(frame), bytes, leave };
  early = kept;
  bytes.catch(() => {
    if (early === kept) early = null;
  });
  return bytes;
}

/** Stops a frame that was asked for early and that nobody has fetched since. */
export function leaveEarly(frame: FrameRef): void {
  if (early?.url !== frameUrl(frame)) return;
  early.leave.abort();
  early = null;
}

/** The bytes of one frame from the server. Throws on anything but 200 and when aborted. */
export function fetchFrame(frame: FrameRef, signal: AbortSignal): Promise<FrameBytes> {
  if (early?.url !== frameUrl(frame)) return request(frame, signal);
  const { bytes, leave } = early;
  early = null;
  signal.addEventListener("abort", () => leave.abort(), { once: true });
  return bytes;
}

async function request(frame: FrameRef, signal: AbortSignal): Promise<FrameBytes> {
  const response = await fetch(frameUrl(frame), {
    signal,
    credentials: "same-origin",
  });
  if (!response.ok) throw new Error(`the server answered ${response.status} for frame ${frame.frame}`);
  return {
    bytes: new Uint8Array(await response.arrayBuffer()),
    contentType: response.headers.get("Content-Type") ?? "",
  };
}

/** The transfer syntax that a Content-Type states; null where it states none. */
export function statedTransferSyntax(contentType: string): string | null {
  return /transfer-syntax\s*=\s*"?([0-9.]+)"?/i.exec(contentType)?.[1] ?? null;
}
