import { database } from "@/lib/db/client";
import type { SourceRow } from "../types";
import { horizon } from "./visible";

/** The sources of a project by name and site. Cases are counted up to the horizon. */
export async function sourcesOf(projectId: string): Promise<readonly SourceRow[]> {
  return (await database()).$queryRaw<SourceRow[]>`
    SELECT s."id", s."name", s."site", s."url", s."licence", s."externalModelAllowed", counted."cases"
    FROM "Source" s CROSS JOIN LATERAL (
      SELECT count(*)::int AS "cases" FROM
        (SELECT 1 FROM "CaseRecord" c WHERE c."sourceId" = s."id" LIMIT ${horizon}) AS "few"
    ) AS counted
    WHERE s."projectId" = ${projectId}::uuid ORDER BY s."name", s."site" LIMIT 1000`;
}

/** Cases of a project whose source has no licence: they are never exported. For the command line, not for a page. */
export async function casesWithoutLicence(slug: string): Promise<number> {
  return (await database()).caseRecord.count({
    where: { project: { slug }, source: { OR: [{ licence: null }, { licence: "" }] } },
  });
}

/** What stands in the project of a slug under a source's name and site; every site where none is given. */
export async function sourcesNamed(slug: string, name: string, site: string | undefined) {
  return (await database()).source.findMany({
    where: { project: { slug }, name, ...(site === undefined ? {} : { site }) },
    select: {
      id: true,
      projectId: true,
      name: true,
      site: true,
      url: true,
      licence: true,
      externalModelAllowed: true,
    },
    orderBy: { site: "asc" },
  });
}
