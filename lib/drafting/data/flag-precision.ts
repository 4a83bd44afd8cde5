import { database } from "@/lib/db/client";
import { flagKinds } from "../consistency/types";
import type { FlagPrecisionRow } from "../types/prompt";

interface VerdictCount {
  readonly kind: string;
  readonly checker: string;
  readonly version: number;
  readonly right: number;
  readonly wrong: number;
}

/**
 * What readers say of the flags of a project, per check and version. Only readings count whose whole round is submitted, past
 * the time in which a submission can be taken back: before that nobody is told what a reader thinks. A verdict also counts for
 * later checks of the same draft that find the same kind at the same words, and of a reader's own words for all that find what
 * it names; once for a version.
 */
export async function flagPrecisionOf(projectId: string): Promise<readonly FlagPrecisionRow[]> {
  const counts = await (await database()).$queryRaw<VerdictCount[]>`
    WITH verdicts AS (
      SELECT v."readingId", v."flagId", v."verdict" FROM "CaseRecord" c
      JOIN "Reading" r ON r."caseId" = c."id" AND r."state" = 'submitted'
      JOIN "FlagVerdict" v ON v."readingId" = r."id" AND v."deletedAt" IS NULL
      WHERE c."projectId" = ${projectId}::uuid AND NOT EXISTS (
        SELECT 1 FROM "Reading" o WHERE o."caseId" = r."caseId" AND o."round" = r."round"
          AND (o."state" = 'open' OR o."submittedAt" > now() - interval '1 minute'))),
    of_drafts AS (
      SELECT DISTINCT ON (v."readingId", t."draftId", f."start", f."end", f."kind", found."checker", found."checkerVersion")
        f."kind", found."checker", found."checkerVersion" AS "version", v."verdict"
      FROM verdicts v JOIN "Flag" f ON f."id" = v."flagId" JOIN "TextCheck" t ON t."id" = f."checkId"
      JOIN "TextCheck" found ON found."id" = t."id" OR (found."draftId" = t."draftId" AND found."id" > t."id")
      JOIN "Flag" again ON again."checkId" = found."id" AND again."kind" = f."kind"
        AND again."start" = f."start" AND again."end" = f."end"
      ORDER BY v."readingId", t."draftId", f."start", f."end", f."kind", found."checker", found."checkerVersion", t."id" DESC),
    of_words AS (
      SELECT DISTINCT v."readingId", v."flagId", f."kind", t."checker", t."checkerVersion" AS "version", v."verdict"
      FROM verdicts v JOIN "Flag" f ON f."claimId" = v."flagId"
      JOIN "TextCheck" t ON t."id" = f."checkId" AND t."readingId" = v."readingId"),
    said AS (
      SELECT "kind", "checker", "version", "verdict" FROM of_drafts
      UNION ALL SELECT "kind", "checker", "version", "verdict" FROM of_words)
    SELECT "kind", "checker", "version", (count(*) FILTER (WHERE "verdict" = 'right'))::int AS "right",
      (count(*) FILTER (WHERE "verdict" = 'wrong'))::int AS "wrong"
    FROM said GROUP BY "kind", "checker", "version" ORDER BY "version" DESC, "kind"`;
  return counts.flatMap(({ kind, checker, version, right, wrong }) => {
    const known = flagKinds.find((one) => one === kind);
    return known ? [{ kind: known, checker: `${checker} ${version}`, right, wrong }] : [];
  });
}
