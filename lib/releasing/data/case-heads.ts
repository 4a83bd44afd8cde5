import { database } from "@/lib/db/client";
import type { CaseReason } from "../types";
import { standingColumns, standingReason } from "./case-standing";

const pageSize = 200;

export interface CaseHead {
  readonly id: string;
  readonly number: number;
  readonly externalId: string;
  readonly reason: CaseReason | null;
}

/** Every case of a project by its number, page by page, with the reason why it stays out of a release. */
export async function* caseHeads(projectId: string): AsyncGenerator<CaseHead> {
  const db = await database();
  for (let after = 0; ; ) {
    const page = await db.caseRecord.findMany({
      where: { projectId, number: { gt: after } },
      orderBy: { number: "asc" },
      take: pageSize,
      select: { id: true, number: true, externalId: true, ...standingColumns },
    });
    for (const row of page) {
      const { id, number, externalId } = row;
      yield { id, number, externalId, reason: standingReason(row) };
    }
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = last.number;
  }
}
