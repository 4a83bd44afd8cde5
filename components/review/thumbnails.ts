import type { FrameRef, StackView } from "@/lib/cases/types";

/** Where the small picture of a frame's instance is; the gate stands before it. */
export const thumbnailUrl = ({ instanceId }: FrameRef): string => `/api/instances/${instanceId}/thumbnail`;

/** The frame that stands for a stack: the middle one of a volume, the first of everything else. */
export function faceOf(stack: StackView): FrameRef | null {
  const index = stack.kind === "volume" ? Math.floor(stack.frames.length / 2) : 0;
  return stack.frames[index] ?? null;
}
