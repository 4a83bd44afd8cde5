import type { FrameRef, StackView } from "@/lib/cases/types";

/** Where the small picture of a frame is; the gate stands before it. */
export const thumbnailUrl = ({ instanceId, frame }: FrameRef): string =>
  frame === 1
    ? `/api/instances/${instanceId}/thumbnail`
    : `/api/instances/${instanceId}/thumbnail?frame=${frame}`;

/** The frame that stands for a stack: the middle one of a volume, the first of everything else. */
export function faceOf(stack: StackView): FrameRef | null {
  const index = stack.kind === "volume" ? Math.floor(stack.frames.length / 2) : 0;
  return stack.frames[index] ?? null;
}
