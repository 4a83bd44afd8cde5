import type { Transaction } from "@/lib/db/client";
import { textPayloadSchema } from "@/lib/reading/schema";
import { draftText } from "../rules/draft-text";

/** A flag of a standing draft, with the words it is about. */
export interface FlaggedText {
  readonly draft: string;
  readonly kind: string;
  readonly flag: string;
  readonly quote: string;
  readonly message: string;
}

/** What the newest checks say of the drafts of a case's round, in the order of the drafts. */
export async function flaggedTexts(tx: Transaction, caseId: string): Promise<readonly FlaggedText[]> {
  const { round } = await tx.caseRecord.findUniqueOrThrow({ where: { id: caseId }, select: { round: true } });
  const drafts = await tx.draft.findMany({
    where: { supersededById: null, set: { caseId, round } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      id: true,
      kind: true,
      payload: true,
      checks: {
        orderBy: { id: "desc" },
        take: 1,
        select: { flags: { orderBy: [{ start: "asc" }, { id: "asc" }] } },
      },
    },
  });
  return drafts.flatMap(({ id, kind, payload, checks }) => {
    const text = draftText(textPayloadSchema.parse(payload));
    return (checks[0]?.flags ?? []).map(({ kind: flag, start, end, message }) => ({
      draft: id,
      kind,
      flag,
      quote: text.slice(start, end),
      message,
    }));
  });
}
