import { undoSteps } from "@/lib/core/changes/undo";
import type { Transaction } from "@/lib/db/client";
import type { Part } from "../schema";
import type { OwnReadingId, PartValue, UndoStep } from "../types";

/** One item of an accepted request as it is kept. `revision` is what the request's author was told. */
export interface KeptChange {
  readonly part: Part;
  readonly id: string;
  readonly before: PartValue | null;
  readonly after: PartValue | null;
  readonly revision: number;
}

/** How far back the history is read for Undo, in requests. */
const depth = 400;

/** What Undo can take back, oldest first, at most 100 steps; works after a reload because it is read from history. */
export async function undoStepsOf(db: Transaction, readingId: OwnReadingId): Promise<readonly UndoStep[]> {
  const rows = await db.readingChange.findMany({
    where: { readingId },
    select: { key: true, undoes: true, changes: true, createdAt: true },
    orderBy: { revision: "desc" },
    take: depth,
  });
  const history = rows.reverse().map((row) => ({
    key: row.key,
    at: row.createdAt.toISOString(),
    undoes: row.undoes,
    changes: (row.changes as unknown as readonly KeptChange[]).filter(
      (change) => change.before !== null || change.after !== null,
    ),
  }));
  return undoSteps(history) as readonly UndoStep[];
}
