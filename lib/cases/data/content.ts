import { database } from "@/lib/db/client";
import type { FrameRef, ImageView, InstanceMetadata, ReadableCaseId, StackFrame, StackView } from "../types";

type FrameTuple = readonly [instanceId: string, frame: number, position: number, time: number];

const kinds = ["volume", "clip", "single", "figure"] as const;
const planes = ["axial", "coronal", "sagittal", "oblique"] as const;
const choices = ["annotated", "sampled", "bundle"] as const;

const frameKey = (ref: FrameRef) => `${ref.instanceId}:${ref.frame}`;

/** The pixels of a case as a viewer needs them: stacks in order, and what every instance says about itself. */
export async function picturesOf(caseId: ReadableCaseId): Promise<{
  readonly stacks: readonly StackView[];
  readonly instances: Readonly<Record<string, InstanceMetadata>>;
}> {
  const series = await (await database()).series.findMany({
    where: { caseId },
    select: {
      modality: true,
      bodyPart: true,
      stacks: { orderBy: [{ position: "asc" }, { id: "asc" }] },
      instances: { select: { id: true, metadata: true } },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  const stacks = series.flatMap(({ modality, bodyPart, stacks: rows }) =>
    rows.map((row) => ({
      id: row.id,
      seriesId: row.seriesId,
      label: row.label,
      modality,
      kind: kinds.find((kind) => kind === row.kind) ?? "single",
      plane: planes.find((plane) => plane === row.plane) ?? null,
      bodyPart,
      frames: (row.frames as unknown as readonly FrameTuple[]).map(
        ([instanceId, frame, position, time]): StackFrame => ({ instanceId, frame, position, time }),
      ),
      positions: row.positions,
      times: row.times,
      notice: row.notice,
    })),
  );
  const instances = series.flatMap((one) =>
    one.instances.map(({ id, metadata }) => [id, metadata as unknown as InstanceMetadata] as const),
  );
  return { stacks, instances: Object.fromEntries(instances) };
}

/** The images that captions hang on; one whose frame is in no stack cannot be shown and is left out. */
export async function imagesOf(
  caseId: ReadableCaseId,
  stacks: readonly StackView[],
): Promise<readonly ImageView[]> {
  const stackOf = new Map(
    stacks.flatMap((stack) => stack.frames.map((frame) => [frameKey(frame), stack.id] as const)),
  );
  const rows = await (await database()).image.findMany({
    where: { caseId },
    select: { id: true, instanceId: true, frame: true, figure: true, chosenBy: true, position: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return rows.flatMap(({ position, chosenBy, ...row }) => {
    const stackId = stackOf.get(frameKey(row));
    if (!stackId) return [];
    return [
      {
        ...row,
        stackId,
        chosenBy: choices.find((choice) => choice === chosenBy) ?? "bundle",
        order: position,
      },
    ];
  });
}

/** Regions that came with the data. */
export async function sourceRegionsOf(caseId: ReadableCaseId) {
  const rows = await (await database()).sourceRegion.findMany({
    where: { caseId },
    select: { id: true, instanceId: true, frame: true, kind: true, points: true, label: true },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    ...row,
    points: row.points as unknown as readonly (readonly [number, number])[],
  }));
}
