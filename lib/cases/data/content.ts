import { z } from "zod";
import { database } from "@/lib/db/client";
import { modelLabels } from "../rules";
import type {
  Crop,
  FrameRef,
  ImageView,
  InstanceMetadata,
  ReadableCaseId,
  StackFrame,
  StackView,
} from "../types";

type FrameTuple = readonly [instanceId: string, frame: number, position: number, time: number];

const kinds = ["volume", "clip", "single", "figure"] as const;
const planes = ["axial", "coronal", "sagittal", "oblique"] as const;
const choices = ["annotated", "sampled", "bundle"] as const;

const orderingSchema = z.object({ studyDay: z.number().nullish() });
const dayOf = (ordering: unknown): number | null => orderingSchema.safeParse(ordering).data?.studyDay ?? null;
const cropSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const cropOf = (stored: unknown): { readonly crop: Crop } | null => {
  const crop = cropSchema.safeParse(stored).data;
  return crop ? { crop } : null;
};

/** The pictures of a figure, each by itself, so that several can be looked at side by side. */
const picturesApart = (stack: StackView): readonly StackView[] =>
  stack.frames.length < 2
    ? [stack]
    : stack.frames.map((frame) => ({
        ...stack,
        id: frame.instanceId,
        frames: [{ ...frame, position: 0 }],
        positions: 1,
      }));

const frameKey = (ref: FrameRef) => `${ref.instanceId}:${ref.frame}`;

/** The pixels of a case as a viewer needs them: stacks in order, and what every instance says about itself. */
export async function picturesOf(caseId: ReadableCaseId): Promise<{
  readonly stacks: readonly StackView[];
  readonly instances: Readonly<Record<string, InstanceMetadata>>;
}> {
  const series = await (await database()).series.findMany({
    where: { caseId },
    select: {
      uid: true,
      modality: true,
      bodyPart: true,
      description: true,
      studyId: true,
      stacks: { orderBy: [{ position: "asc" }, { id: "asc" }] },
      instances: { select: { id: true, metadata: true, ordering: true } },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  const stacks = series.flatMap(
    ({ uid, modality, bodyPart, description, studyId, stacks: rows, instances }) => {
      const studyDay = dayOf(instances[0]?.ordering);
      return rows.flatMap((row) => {
        const stack: StackView = {
          id: row.id,
          seriesId: row.seriesId,
          label: row.label,
          modality,
          kind: kinds.find((kind) => kind === row.kind) ?? "single",
          plane: planes.find((plane) => plane === row.plane) ?? null,
          bodyPart,
          description,
          studyId,
          studyDay,
          frames: (row.frames as unknown as readonly FrameTuple[]).map(
            ([instanceId, frame, position, time]): StackFrame => ({ instanceId, frame, position, time }),
          ),
          positions: row.positions,
          times: row.times,
          notice: row.notice,
        };
        return stack.kind === "figure" && !uid.startsWith("series-") ? picturesApart(stack) : [stack];
      });
    },
  );
  const instances = series.flatMap((one) =>
    one.instances.map(({ id, metadata }) => [id, metadata as unknown as InstanceMetadata] as const),
  );
  return { stacks, instances: Object.fromEntries(instances) };
}

/** What the surest model calls an image. */
function modelLabelOf(
  labels: readonly {
    readonly labeller: string;
    readonly modality: string | null;
    readonly confidence: number | null;
  }[],
): Pick<ImageView, "modelLabel"> {
  const [said] = modelLabels(labels).flatMap(({ modality, labeller }) =>
    modality === null ? [] : [{ label: modality, labeller }],
  );
  return said ? { modelLabel: said } : {};
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
    select: {
      id: true,
      instanceId: true,
      frame: true,
      figure: true,
      parentId: true,
      crop: true,
      chosenBy: true,
      position: true,
      labels: { select: { labeller: true, modality: true, confidence: true } },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return rows.flatMap(({ position, chosenBy, crop, labels, ...row }) => {
    const stackId = stackOf.get(frameKey(row));
    if (!stackId) return [];
    return [
      {
        ...row,
        ...cropOf(crop),
        ...modelLabelOf(labels),
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
