import { may } from "@/lib/auth/permissions";
import { database } from "@/lib/db/client";
import { caseLabel } from "../rules";
import type { WorklistCounts, WorklistFilters, WorklistRow } from "../types";
import { accessState } from "./gate";
import { type Cursor, cursorFrom, cursorText, deferredCases, type Viewpoint, visibleCases } from "./visible";

const pageSize = 50;
const mostDeferred = 200;

interface StoredRow {
  readonly id: string;
  readonly priority: number;
  readonly own: WorklistRow["state"];
  readonly number: number;
  readonly title: string;
  readonly modalities: readonly string[];
  readonly bodyParts: readonly string[];
  readonly imageCount: number;
  readonly draftCount: number;
  readonly dueAt: Date | null;
  readonly decided: number;
  readonly thumbnail: string | null;
  readonly hasText: boolean;
  readonly withheld: boolean;
  readonly deferredUntil: Date | null;
  readonly readersWanted: number;
  readonly readersSubmitted: number;
}

interface Shown {
  readonly held: boolean;
  /** Counts of readers; never for who reads blind. */
  readonly readers: boolean;
}

const stillOpen: readonly WorklistRow["state"][] = ["new", "in-progress"];

function rowOf(row: StoredRow, { held: showHeld, readers }: Shown): WorklistRow {
  const shown = !row.withheld || showHeld;
  return {
    id: row.id,
    label: caseLabel(row.number),
    // What is held may name the patient in its title too.
    title: shown ? row.title : "",
    modalities: row.modalities,
    bodyParts: row.bodyParts,
    imageCount: row.imageCount,
    decided: Math.min(row.decided, row.draftCount),
    total: row.draftCount,
    state: row.own,
    dueAt: row.dueAt?.toISOString() ?? null,
    thumbnailUrl: shown && row.thumbnail ? `/api/instances/${row.thumbnail}/thumbnail` : null,
    textSource: row.hasText ? "human" : "none",
    priority: row.priority,
    deferredUntil: stillOpen.includes(row.own) ? (row.deferredUntil?.toISOString() ?? null) : null,
    readers: readers ? { wanted: row.readersWanted, submitted: row.readersSubmitted } : null,
  };
}

async function detailed(
  view: Viewpoint,
  visible: ReturnType<typeof visibleCases>,
  limit: number,
): Promise<readonly StoredRow[]> {
  return (await database()).$queryRaw<StoredRow[]>`
    SELECT v."id", v."priority", v."own", c."number", c."title", c."modalities", c."bodyParts", c."imageCount",
      c."draftCount", c."dueAt", ${accessState} = 'held' AS "withheld",
      c."readersWanted", c."readersSubmitted",
      (SELECT d."until" FROM "Deferral" d WHERE d."userId" = ${view.actor.id}::uuid AND d."caseId" = v."id"
        AND d."until" > now()) AS "deferredUntil",
      (SELECT count(*)::int FROM "Decision" d WHERE d."readingId" = v."readingId" AND d."deletedAt" IS NULL
        AND d."kind" NOT IN ('editing', 'added')) AS "decided",
      (SELECT i."instanceId" FROM "Image" i WHERE i."caseId" = v."id" ORDER BY i."position", i."id" LIMIT 1) AS "thumbnail",
      EXISTS (SELECT 1 FROM "Passage" p WHERE p."caseId" = v."id" AND p."kind" <> 'history' AND p."supersededById" IS NULL) AS "hasText"
    FROM (SELECT * FROM (${visible}) AS every ORDER BY "priority" DESC, "id" LIMIT ${limit}) AS v
    JOIN "CaseRecord" c ON c."id" = v."id" AND c."projectId" = ${view.projectId}::uuid
    ORDER BY v."priority" DESC, v."id"`;
}

/** One page of rows in order, without any payload, and where the next begins. What was put off ends the last page. */
export async function worklistRows(
  view: Viewpoint,
  filters: WorklistFilters,
): Promise<{ readonly rows: readonly WorklistRow[]; readonly next: string | null }> {
  const limit = pageSize + 1;
  const cursor: Cursor | null = cursorFrom(filters.after);
  const all = filters.all === true && may(view.role, "case.plan");
  const options = { filters, states: filters.states, all };
  const deferred = all ? {} : ({ deferred: "without" } as const);
  const found = await detailed(view, visibleCases(view, { ...options, ...deferred, cursor, limit }), limit);
  const page = found.slice(0, pageSize);
  const last = page.at(-1);
  const next = found.length > pageSize && last ? cursorText(last) : null;
  const tail =
    next === null && !all
      ? await detailed(
          view,
          visibleCases(view, { ...options, deferred: "only", limit: mostDeferred }),
          mostDeferred,
        )
      : [];
  const shown = { held: may(view.role, "case.read-held"), readers: all };
  return { rows: [...page, ...tail].map((row) => rowOf(row, shown)), next };
}

/** The one row of a case the person may see; null where it is not in their worklist. */
export async function worklistRow(view: Viewpoint, caseId: string): Promise<WorklistRow | null> {
  const [own] = await detailed(view, visibleCases(view, { caseId }), 1);
  const [found] =
    own || !may(view.role, "case.plan")
      ? [own]
      : await detailed(view, visibleCases(view, { caseId, all: true }), 1);
  return found ? rowOf(found, { held: may(view.role, "case.read-held"), readers: false }) : null;
}

/** What the filters offer, over everything visible up to the horizon. */
export async function worklistCounts(view: Viewpoint, all = false): Promise<WorklistCounts> {
  const rows = await (await database()).$queryRaw<{ facet: string; value: string; count: number }[]>`
    WITH visible AS MATERIALIZED (${visibleCases(view, { all })}),
    faceted AS (
      SELECT 'state' AS "facet", "own" AS "value" FROM visible
      UNION ALL SELECT 'modality', unnest("modalities") FROM visible
      UNION ALL SELECT 'bodyPart', unnest("bodyParts") FROM visible
    )
    SELECT "facet", "value", count(*)::int AS "count" FROM faceted GROUP BY 1, 2 ORDER BY 1, 2`;
  const facet = (name: string): Readonly<Record<string, number>> =>
    Object.fromEntries(rows.filter((row) => row.facet === name).map((row) => [row.value, row.count]));
  const states = facet("state");
  return {
    open: (states.new ?? 0) + (states["in-progress"] ?? 0),
    submitted: states.submitted ?? 0,
    held: states.held ?? 0,
    modalities: facet("modality"),
    bodyParts: facet("bodyPart"),
    states,
  };
}

/** Where a case stands among the work still open to the person, and its neighbours. */
export async function placeOf(view: Viewpoint, caseId: string) {
  const [row] = await (await database()).$queryRaw<
    { index: number; total: number; previous: string | null; next: string | null }[]
  >`
    SELECT * FROM (
      SELECT "id", row_number() OVER "order"::int AS "index", count(*) OVER ()::int AS "total",
        lag("id") OVER "order" AS "previous", lead("id") OVER "order" AS "next"
      FROM (${visibleCases(view)}) AS visible WHERE "own" IN ('new', 'in-progress') OR "id" = ${caseId}::uuid
      WINDOW "order" AS (ORDER BY "id" IN (${deferredCases(view)}), "priority" DESC, "id")
    ) AS placed WHERE "id" = ${caseId}::uuid`;
  return row
    ? { index: row.index, total: row.total, previous: row.previous, next: row.next }
    : { index: 1, total: 1, previous: null, next: null };
}
