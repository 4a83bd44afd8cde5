import { groupStacks } from "@/lib/core/dicom/group-stacks";
import type { GroupedStack, StackInput } from "@/lib/core/dicom/types";
import type { PlannedInstance } from "../types";
import { contentHash } from "./content-hash";
import type { FramePlace, MakeId, PlannedSeries, PlannedStack } from "./plan-types";

interface ImageTypeElement {
  readonly Value?: readonly unknown[];
}

function imageTypeOf(header: Readonly<Record<string, unknown>>): readonly string[] {
  const element = header["00080008"] as ImageTypeElement | undefined;
  return (element?.Value ?? []).filter((value) => typeof value === "string");
}

/** The UID stands for the instance while stacks are made, so that ties fall the same way in every database. */
const stackInput = (instance: PlannedInstance): StackInput => ({
  id: instance.uid,
  metadata: { ...instance.metadata, imageType: imageTypeOf(instance.header) },
  instanceNumber: instance.number,
  ...instance.ordering,
});

/** What made these frames one stack, without anything that a further slice would change. */
function signatureOf(stack: GroupedStack, first: PlannedInstance): string {
  const { metadata, ordering, header } = first;
  const alone = metadata.geometry === null && (metadata.frameCount > 1 || stack.frames.length === 1);
  return contentHash([
    stack.plane,
    metadata.rows,
    metadata.columns,
    metadata.samplesPerPixel,
    metadata.frameOfReferenceUid,
    ordering.echoNumber,
    ordering.diffusionBValue,
    imageTypeOf(header),
    alone ? first.uid : null,
  ]).slice(0, 16);
}

type Unplaced = Omit<PlannedStack, "id" | "position">;

function dicomStacks(series: PlannedSeries, instances: readonly PlannedInstance[]): readonly Unplaced[] {
  const byUid = new Map(instances.map((instance) => [instance.uid, instance]));
  const inputs = [...byUid.keys()].sort().flatMap((uid) => {
    const instance = byUid.get(uid);
    return instance ? [stackInput(instance)] : [];
  });
  return groupStacks(inputs, series.description).flatMap((stack) => {
    const [sample] = stack.frames;
    const first = sample && byUid.get(sample.instanceId);
    if (!first) return [];
    const frames = stack.frames.map(
      (place): FramePlace => [byUid.get(place.instanceId)?.id ?? "", place.frame, place.position, place.time],
    );
    const { label, kind, plane, positions, times, notice } = stack;
    const signature = signatureOf(stack, first);
    return [{ seriesId: series.id, signature, label, kind, plane, positions, times, notice, frames }];
  });
}

function figureStacks(series: PlannedSeries, instances: readonly PlannedInstance[]): readonly Unplaced[] {
  const ordered = instances.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0));
  return [
    {
      seriesId: series.id,
      signature: "figure",
      label: series.description ?? "Picture",
      kind: "figure",
      plane: null,
      positions: ordered.length,
      times: 1,
      notice: null,
      frames: ordered.map((instance, index): FramePlace => [instance.id, 1, index, 0]),
    },
  ];
}

/**
 * The stacks of one series from all its instances, those stored and those on their way. A stack that shares frames with
 * a stored one keeps its id and signature: late slices lengthen it.
 */
export function planStacks(
  series: PlannedSeries,
  instances: readonly PlannedInstance[],
  stored: readonly PlannedStack[],
  makeId: MakeId,
): readonly PlannedStack[] {
  const stacks = series.kind === "figure" ? figureStacks(series, instances) : dicomStacks(series, instances);
  const owner = new Map(
    stored.flatMap((stack) => stack.frames.map(([id, frame]) => [`${id}:${frame}`, stack])),
  );
  const kept = new Set<string>();
  const heirs = stacks.map((stack) => {
    const heir = stack.frames
      .map(([id, frame]) => owner.get(`${id}:${frame}`))
      .find((candidate) => candidate && !kept.has(candidate.id));
    if (heir) kept.add(heir.id);
    return heir;
  });
  const signatures = new Set(heirs.flatMap((heir) => heir?.signature ?? []));
  return stacks.map((stack, position) => {
    const heir = heirs[position];
    if (heir) return { ...stack, id: heir.id, signature: heir.signature, position };
    let signature = stack.signature;
    for (let copy = 2; signatures.has(signature); copy++) signature = `${stack.signature}-${copy}`;
    signatures.add(signature);
    return { ...stack, id: makeId(), signature, position };
  });
}
