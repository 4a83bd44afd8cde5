import { completeTimes } from "./complete-times";
import { compareInTime, type LooseFrame, orderByPosition } from "./order-frames";
import { planeLabel } from "./plane-label";
import { sliceSpacing } from "./slice-spacing";
import { looseFrames, splitFrames } from "./split-frames";
import { stackLabel } from "./stack-label";
import type { GroupedStack, Orientation, StackInput } from "./types";

/** Cross-sectional objects without geometry are shown as one list; each projection image stands alone. */
const CROSS_SECTIONAL = new Set(["CT", "MR", "PT", "NM"]);

type Unlabelled = Omit<GroupedStack, "label"> & { readonly sample: StackInput };

const noticeOf = (...sentences: readonly (string | null)[]) =>
  sentences.filter((sentence) => sentence !== null).join(" ") || null;

function volumes(
  frames: readonly LooseFrame[],
  orientation: Orientation,
  apart: string | null,
): readonly Unlabelled[] {
  const [first] = frames;
  if (!first) return [];
  const { positions, times, leftOver } = completeTimes(orderByPosition(frames, orientation));
  const { metadata } = first.input;
  const { spacing, notice } = sliceSpacing(
    positions.map((position) => position.along),
    metadata.sliceThickness,
  );
  const repeats =
    leftOver.length > 0
      ? `${leftOver.length} ${leftOver.length === 1 ? "image repeats a position and is" : "images repeat positions and are"} shown as a stack of its own.`
      : null;
  const stack: Unlabelled = {
    sample: first.input,
    modality: metadata.modality,
    kind: positions.length > 1 ? "volume" : times > 1 ? "clip" : "single",
    plane: planeLabel(orientation),
    frames: positions.flatMap((position, index) =>
      position.frames.map((frame, time) => ({
        instanceId: frame.input.id,
        frame: frame.frame,
        position: index,
        time,
      })),
    ),
    positions: positions.length,
    times,
    spacing,
    notice: noticeOf(apart, notice, repeats),
  };
  return [
    stack,
    ...volumes(leftOver, orientation, "These images lie where another stack of the series has images."),
  ];
}

function clip(input: StackInput): Unlabelled {
  return {
    sample: input,
    modality: input.metadata.modality,
    kind: "clip",
    plane: null,
    frames: looseFrames(input).map((frame, time) => ({
      instanceId: input.id,
      frame: frame.frame,
      position: 0,
      time,
    })),
    positions: 1,
    times: input.metadata.frameCount,
    spacing: null,
    notice: null,
  };
}

function list(frames: readonly LooseFrame[]): Unlabelled | null {
  const ordered = [...frames].sort(compareInTime);
  const [first] = ordered;
  if (!first) return null;
  return {
    sample: first.input,
    modality: first.input.metadata.modality,
    kind: "single",
    plane: null,
    frames: ordered.map((frame, position) => ({
      instanceId: frame.input.id,
      frame: frame.frame,
      position,
      time: 0,
    })),
    positions: ordered.length,
    times: 1,
    spacing: null,
    notice:
      ordered.length > 1 ? "The files give no position: the order is theirs, and there is no volume." : null,
  };
}

function withoutGeometry(inputs: readonly StackInput[]): readonly Unlabelled[] {
  const ordered = inputs
    .map((input) => ({ input, frame: 1, geometry: null, temporal: null }))
    .sort(compareInTime)
    .map((frame) => frame.input);
  const lists = new Map<string, LooseFrame[]>();
  const stacks: Unlabelled[] = [];
  for (const input of ordered) {
    const { metadata } = input;
    if (metadata.frameCount > 1) stacks.push(clip(input));
    else {
      const key = CROSS_SECTIONAL.has(metadata.modality)
        ? JSON.stringify([metadata.rows, metadata.columns, metadata.samplesPerPixel, metadata.sopClassUid])
        : input.id;
      const entry = lists.get(key);
      if (entry) entry.push(...looseFrames(input));
      else lists.set(key, [...looseFrames(input)]);
    }
  }
  return [...stacks, ...[...lists.values()].flatMap((frames) => list(frames) ?? [])];
}

function differing<T>(values: readonly T[]): boolean {
  return new Set(values).size > 1;
}

/**
 * Divides the instances of ONE series into stacks: one orientation, size, echo, b-value and image type each; every clip
 * by itself; never a volume without geometry. Frames come position-major, then time.
 * @param description Series Description reduced to imaging words, for the labels
 */
export function groupStacks(
  inputs: readonly StackInput[],
  description: string | null = null,
): readonly GroupedStack[] {
  const placed = inputs.filter((input) => input.metadata.geometry !== null);
  const ordered = placed.flatMap(looseFrames).sort(compareInTime);
  const stacks = [
    ...splitFrames(ordered).flatMap((group) => volumes(group.frames, group.orientation, null)),
    ...withoutGeometry(inputs.filter((input) => input.metadata.geometry === null)),
  ];
  const echoes = differing(stacks.map((stack) => stack.sample.echoNumber));
  const diffusion = differing(stacks.map((stack) => stack.sample.diffusionBValue));
  const used = new Map<string, number>();
  return stacks.map(({ sample, ...stack }) => {
    const label = stackLabel({
      modality: stack.modality,
      description,
      plane: stack.plane,
      kind: stack.kind,
      imageType: sample.metadata.imageType ?? [],
      echoNumber: echoes ? sample.echoNumber : null,
      diffusionBValue: diffusion ? sample.diffusionBValue : null,
    });
    const count = (used.get(label) ?? 0) + 1;
    used.set(label, count);
    return { ...stack, label: count > 1 ? `${label} ${count}` : label };
  });
}
