import type { InstanceMetadata } from "@/lib/cases/types";
import { database } from "@/lib/db/client";
import type { FrameSize } from "../types";

/** Name and size in pixels of the instances that regions lie on. */
export async function frameSizes(instanceIds: readonly string[]): Promise<ReadonlyMap<string, FrameSize>> {
  if (instanceIds.length === 0) return new Map();
  const rows = await (await database()).instance.findMany({
    where: { id: { in: [...new Set(instanceIds)] } },
    select: { id: true, uid: true, metadata: true, series: { select: { uid: true } } },
  });
  return new Map(
    rows.map(({ id, uid, metadata, series }) => {
      const { columns, rows: height } = metadata as unknown as InstanceMetadata;
      return [id, { instanceUid: uid, seriesUid: series.uid, columns, rows: height }];
    }),
  );
}
