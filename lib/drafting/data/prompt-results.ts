import { database } from "@/lib/db/client";
import { prompts } from "../registry";
import { answerSchema, promptHash } from "../rules/generation/compose-request";
import type { Prompt, PromptHistory, PromptResults, PromptVersion } from "../types/prompt";

interface VersionKey {
  readonly promptId: string;
  readonly promptVersion: number;
  readonly promptHash: string;
}
type CallRow = VersionKey & Pick<PromptResults, "calls" | "unanswered" | "cost">;
type DraftRow = VersionKey & Omit<PromptResults, "calls" | "unanswered" | "cost">;

/**
 * Every prompt with its versions, newest first, and what became of each in a project: requests, drafts, and how readers
 * decided about them in readings that are submitted. A version that was used here and is not in this program any more
 * stands among them without its words.
 */
export async function promptHistories(projectId: string): Promise<readonly PromptHistory[]> {
  const db = await database();
  const calls = await db.$queryRaw<CallRow[]>`
    SELECT mc."promptId", mc."promptVersion", mc."promptHash", count(*)::int AS "calls",
      (count(*) FILTER (WHERE mc."state" <> 'answered'))::int AS "unanswered", sum(mc."cost")::float8 AS "cost"
    FROM "ModelCall" mc JOIN "CaseRecord" c ON c."id" = mc."caseId"
    WHERE c."projectId" = ${projectId}::uuid GROUP BY 1, 2, 3`;
  const drafts = await db.$queryRaw<DraftRow[]>`
    WITH judged AS (
      SELECT x."id", x."draftHash", x."kind" FROM "Decision" x
      JOIN "Reading" r ON r."id" = x."readingId" AND r."state" = 'submitted'
      JOIN "CaseRecord" c ON c."id" = r."caseId" AND c."projectId" = ${projectId}::uuid
      WHERE x."deletedAt" IS NULL
    )
    SELECT mc."promptId", mc."promptVersion", mc."promptHash", count(DISTINCT d."id")::int AS "drafts",
      (count(*) FILTER (WHERE j."kind" = 'accept'))::int AS "accepted",
      (count(*) FILTER (WHERE j."kind" = 'edit'))::int AS "edited",
      (count(*) FILTER (WHERE j."kind" = 'reject'))::int AS "rejected",
      (count(*) FILTER (WHERE j."kind" = 'cannot-judge'))::int AS "cannotJudge"
    FROM "ModelCall" mc JOIN "CaseRecord" c ON c."id" = mc."caseId"
    JOIN "Draft" d ON d."modelCallId" = mc."id" AND d."readingId" IS NULL
    LEFT JOIN judged j ON j."id" = d."id" AND j."draftHash" = d."contentHash"
    WHERE c."projectId" = ${projectId}::uuid GROUP BY 1, 2, 3`;
  const ids = [...new Set([...prompts.map(({ id }) => id), ...calls.map((row) => row.promptId)])];
  return ids.map((id) => {
    const known = prompts.filter((prompt) => prompt.id === id).map(knownVersion);
    const gone = calls
      .filter((row) => row.promptId === id && !known.some((version) => isOf(row, id, version)))
      .map((row) => ({ version: row.promptVersion, hash: row.promptHash, words: null }));
    const versions = [...known, ...gone]
      .sort((one, other) => other.version - one.version)
      .map((version) => ({
        ...version,
        results: {
          ...(calls.find((row) => isOf(row, id, version)) ?? { calls: 0, unanswered: 0, cost: null }),
          ...(drafts.find((row) => isOf(row, id, version)) ?? noDrafts),
        },
      }));
    return { id, versions };
  });
}

const noDrafts = { drafts: 0, accepted: 0, edited: 0, rejected: 0, cannotJudge: 0 };

const isOf = (row: VersionKey, id: string, { version, hash }: { version: number; hash: string }) =>
  row.promptId === id && row.promptVersion === version && row.promptHash === hash;

function knownVersion(prompt: Prompt): Omit<PromptVersion, "results"> {
  const { version, instructions, task, temperature, maxOutputTokens, choices } = prompt;
  return {
    version,
    hash: promptHash(prompt),
    words: {
      instructions,
      task,
      choices: Object.entries(choices).map(([name, list]) => ({ name, words: list.map((one) => one.words) })),
      answer: JSON.stringify(answerSchema(prompt), null, 2),
      temperature,
      maxOutputTokens,
    },
  };
}
