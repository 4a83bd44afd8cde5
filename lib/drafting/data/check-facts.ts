import type { Transaction } from "@/lib/db/client";
import { caseFacts, dicomAge, type FactsImage, type FactsRegion } from "../consistency/rules/case-facts";
import { type CaseFacts, type CheckMetadata, isCheckedLanguage } from "../consistency/types";
import { loadDraftingCase } from "./drafting-case";

interface ImageRow {
  readonly id: string;
  readonly instanceId: string;
  readonly frame: number;
  readonly parentId: string | null;
  readonly laterality: string | null;
  readonly sliceThickness: number | null;
  readonly description: string | null;
}

interface RegionRow extends Omit<FactsRegion, "spacing"> {
  readonly spacing: FactsRegion["spacing"];
  readonly spacingSource: string | null;
}

/** Lengths in relative units are no millimetres. */
const withMillimetres = ({ spacingSource, ...region }: RegionRow): FactsRegion => ({
  ...region,
  spacing: spacingSource === "pixel-aspect-ratio" ? null : region.spacing,
});

/** What the texts of a case are held against: its passages as they stand, its images, the regions that came with it. */
export async function loadCaseFacts(db: Transaction, caseId: string): Promise<CaseFacts> {
  const found = await loadDraftingCase(db, caseId);
  if (!found) throw new Error(`no case ${caseId}`);
  const patient = await db.caseRecord.findUniqueOrThrow({
    where: { id: caseId },
    select: { age: true, sex: true },
  });
  const rows = await db.$queryRaw<ImageRow[]>`
    SELECT m."id", m."instanceId", m."frame", m."parentId", i."metadata" ->> 'laterality' AS "laterality",
      (i."metadata" ->> 'sliceThickness')::float8 AS "sliceThickness", s."description"
    FROM "Image" m JOIN "Instance" i ON i."id" = m."instanceId" JOIN "Series" s ON s."id" = i."seriesId"
    WHERE m."caseId" = ${caseId}::uuid`;
  const regions = await db.$queryRaw<RegionRow[]>`
    SELECT r."instanceId", r."frame", r."kind", r."points",
      nullif(i."metadata" -> 'pixelSpacing', 'null'::jsonb) AS "spacing", i."metadata" ->> 'spacingSource' AS "spacingSource"
    FROM "SourceRegion" r JOIN "Instance" i ON i."id" = r."instanceId"
    WHERE r."caseId" = ${caseId}::uuid ORDER BY r."id"`;
  const images = found.images.flatMap(({ id, modality, plane, bodyPart }): FactsImage[] => {
    const row = rows.find((one) => one.id === id);
    if (!row) return [];
    const metadata = {
      Modality: modality ?? undefined,
      BodyPartExamined: bodyPart ?? undefined,
      Laterality: row.laterality ?? undefined,
      plane: plane === null || plane === "oblique" ? undefined : plane,
      sequence: modality === "MR" ? (row.description ?? undefined) : undefined,
      sliceThicknessMm: row.sliceThickness ?? undefined,
    };
    const { instanceId, frame, parentId } = row;
    return [{ id, instanceId, frame, parentId, metadata: saidOnly(metadata) }];
  });
  const passages = found.passages.map(({ id, kind, imageId, text }) => ({ id, kind, imageId, text }));
  const person = saidOnly({ patientAge: dicomAge(patient.age), patientSex: patient.sex ?? undefined });
  return caseFacts(
    isCheckedLanguage(found.language) ? passages : null,
    person,
    images,
    regions.map(withMillimetres),
  );
}

/** Without the fields that nobody filled in: what goes to a browser and comes back is the same. */
function saidOnly<F extends CheckMetadata>(fields: F): F {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as F;
}

/** What a reader drew in a reading: what it measures supports the reader's own words. */
export async function ownRegionFacts(db: Transaction, readingId: string): Promise<readonly FactsRegion[]> {
  const rows = await db.$queryRaw<RegionRow[]>`
    SELECT r."instanceId", r."frame", r."kind", r."points",
      nullif(i."metadata" -> 'pixelSpacing', 'null'::jsonb) AS "spacing", i."metadata" ->> 'spacingSource' AS "spacingSource"
    FROM "Region" r JOIN "Instance" i ON i."id" = r."instanceId"
    WHERE r."readingId" = ${readingId}::uuid AND r."deletedAt" IS NULL ORDER BY r."id"`;
  return rows.map(withMillimetres);
}
