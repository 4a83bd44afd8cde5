import type { ReadableCase } from "@/lib/cases/data/gate";
import type { ReadableCaseId } from "@/lib/cases/types";
import { database, type Transaction } from "@/lib/db/client";
import {
  type FlagEvidence,
  type FlagFix,
  flagKinds,
  type MetadataField,
  type SupportedSentence,
} from "@/lib/drafting/consistency/types";
import type { DraftCheck, StoredFlag } from "../types";
import { currentDrafts } from "./drafts";

interface FlagRow {
  readonly id: string;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly passageId: string | null;
  readonly passageStart: number | null;
  readonly passageEnd: number | null;
  readonly field: string | null;
  readonly fix: unknown;
}

function evidenceOf({ passageId, passageStart, passageEnd, field }: FlagRow): FlagEvidence {
  if (passageId !== null)
    return { from: "passage", span: { passageId, start: passageStart ?? 0, end: passageEnd ?? 0 } };
  return field === null ? { from: "nothing" } : { from: "metadata", field: field as MetadataField };
}

function flagOf(row: FlagRow): StoredFlag[] {
  // A kind that a later version of the checks gave up.
  const kind = flagKinds.find((known) => known === row.kind);
  if (!kind) return [];
  const { id, start, end, message } = row;
  return [{ id, kind, start, end, message, evidence: evidenceOf(row), fix: row.fix as FlagFix | null }];
}

/** What the newest check of each of these drafts found; a draft that was never checked is missing. */
export async function checksOfDrafts(
  db: Transaction,
  draftIds: readonly string[],
): Promise<Readonly<Record<string, DraftCheck>>> {
  if (draftIds.length === 0) return {};
  const newest = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT ON ("draftId") "id" FROM "TextCheck"
    WHERE "draftId" = ANY (${[...draftIds]}::uuid[]) ORDER BY "draftId", "id" DESC`;
  const checks = await db.textCheck.findMany({
    where: { id: { in: newest.map(({ id }) => id) } },
    select: {
      draftId: true,
      supported: true,
      flags: { orderBy: [{ start: "asc" }, { end: "asc" }, { id: "asc" }] },
    },
  });
  return Object.fromEntries(
    checks.map(({ draftId, supported, flags }) => [
      draftId ?? "",
      { flags: flags.flatMap(flagOf), supported: supported as unknown as readonly SupportedSentence[] },
    ]),
  );
}

/** The checks of the drafts that a round judges. */
export async function checksOf(caseId: ReadableCaseId, round: number) {
  const db = await database();
  const drafts = await db.draft.findMany({ where: currentDrafts(caseId, round), select: { id: true } });
  return checksOfDrafts(
    db,
    drafts.map(({ id }) => id),
  );
}

/** Whether a draft of the round in a language that the checks know was never checked. */
export async function uncheckedDrafts({ id, round }: ReadableCase): Promise<boolean> {
  const found = await (await database()).draft.findFirst({
    where: {
      ...currentDrafts(id, round),
      language: { startsWith: "en" },
      method: { not: "source-verbatim" },
      checks: { none: {} },
    },
    select: { id: true },
  });
  return found !== null;
}
