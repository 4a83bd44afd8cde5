import type { LooseFrame } from "./order-frames";
import type { Orientation, StackInput } from "./types";
import { sameOrientation } from "./vectors";

/** Frames that may lie in one volume: same orientation, size, spacing, echo, b-value, image type. */
export interface FrameGroup {
  readonly key: string;
  readonly orientation: Orientation;
  readonly frames: LooseFrame[];
}

/** Frames of an instance with their own geometry and temporal index. */
export function looseFrames(input: StackInput): readonly LooseFrame[] {
  const { geometry, temporal, frameCount } = input.metadata;
  return Array.from({ length: frameCount }, (_, index) => ({
    input,
    frame: index + 1,
    geometry: geometry === null ? null : (geometry[geometry.length === 1 ? 0 : index] ?? null),
    temporal: temporal?.[index] ?? null,
  }));
}

function volumeKey(input: StackInput): string {
  const { metadata } = input;
  return JSON.stringify([
    metadata.rows,
    metadata.columns,
    metadata.samplesPerPixel,
    metadata.pixelSpacing?.map((spacing) => spacing.toFixed(3)) ?? null,
    metadata.frameOfReferenceUid,
    input.echoNumber,
    input.diffusionBValue,
    metadata.imageType ?? [],
  ]);
}

/** Groups frames with plane geometry by what must agree within a volume, in the order they were met. */
export function splitFrames(frames: readonly LooseFrame[]): readonly FrameGroup[] {
  const groups = new Map<string, FrameGroup[]>();
  for (const frame of frames) {
    if (frame.geometry === null) continue;
    const { orientation } = frame.geometry;
    const key = volumeKey(frame.input);
    const alike = groups.get(key) ?? [];
    const group = alike.find((candidate) => sameOrientation(candidate.orientation, orientation));
    if (group) group.frames.push(frame);
    else groups.set(key, [...alike, { key, orientation, frames: [frame] }]);
  }
  return [...groups.values()].flat();
}
