import type { FrameRef } from "@/lib/cases/types";

const scheme = "frame";
const pattern = /^frame:([^/]+)\/(\d+)$/;

/** What Cornerstone calls a frame. */
export function imageIdOf(frame: FrameRef): string {
  return `${scheme}:${frame.instanceId}/${frame.frame}`;
}

/** The frame of an image id of ours; null for any other. */
export function frameOf(imageId: string): FrameRef | null {
  const match = pattern.exec(imageId);
  const instanceId = match?.[1];
  return instanceId === undefined ? null : { instanceId, frame: Number(match?.[2]) };
}
