import { database } from "@/lib/db/client";
import { flagKinds } from "../consistency/types";
import type { FlagPrecisionRow } from "../types";

interface VerdictCount {
  readonly kind: string;
  readonly checker: string;
  readonly version: number;
  readonly right: number;
  readonly wrong: number;
}

/**
 * What readers say of the flags of a project, per check and version. Only readings count whose whole round is submitted, past
 * the time in which a submission can be taken back: before that nobody is told what a reader thinks.
 */
export async function flagPrecisionOf(projectId: string): Promise<readonly FlagPrecisionRow[]> {
  const counts = await (await database()).$queryRaw<VerdictCount[]>`
    SELECT f."kind", t."checker", t."checkerVersion" AS "version",
      (count(*) FILTER (WHERE v."verdict" = 'right'))::int AS "right",
      (count(*) FILTER (WHERE v."verdict" = 'wrong'))::int AS "wrong"
    FROM "CaseRecord" c
    JOIN "Reading" r ON r."caseId" = c."id" AND r."state" = 'submitted'
    JOIN "FlagVerdict" v ON v."readingId" = r."id" AND v."deletedAt" IS NULL
    JOIN "Flag" f ON f."id" = v."flagId" JOIN "TextCheck" t ON t."id" = f."checkId"
    WHERE c."projectId" = ${projectId}::uuid AND NOT EXISTS (
      SELECT 1 FROM "Reading" o WHERE o."caseId" = r."caseId" AND o."round" = r."round"
        AND (o."state" = 'open' OR o."submittedAt" > now() - interval '1 minute'))
    GROUP BY f."kind", t."checker", t."checkerVersion"
    ORDER BY t."checkerVersion" DESC, f."kind"`;
  return counts.flatMap(({ kind, checker, version, right, wrong }) => {
    const known = flagKinds.find((one) => one === kind);
    return known ? [{ kind: known, checker: `${checker} ${version}`, right, wrong }] : [];
  });
}
