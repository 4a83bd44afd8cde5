import type { Transaction } from "@/lib/db/client";
import { draftText } from "@/lib/drafting/rules/draft-text";
import type { OwnReading } from "../data/gate";
import { type Change, type TextKind, textKinds, textPayloadSchema } from "../schema";

/** Plane geometry of one frame as it is needed for millimetres; null spacing or geometry = there are none. */
export interface FrameFacts {
  readonly rows: number;
  readonly columns: number;
  readonly frameCount: number;
  readonly pixelSpacing: readonly [number, number] | null;
  readonly spacingSource: string | null;
  readonly frameOfReferenceUid: string | null;
  readonly geometry: {
    readonly position: readonly [number, number, number];
    readonly orientation: readonly [number, number, number, number, number, number];
  } | null;
}

export interface DraftFacts {
  readonly kind: TextKind;
  readonly imageId: string | null;
  readonly language: string;
  readonly contentHash: string;
  readonly form: "text" | "qa";
  /** UTF-16 code units of its text. */
  readonly length: number;
}

/** What the case has, of what the changes name. */
export interface ChangeFacts {
  readonly readingId: string;
  /** By "instanceId:frame". */
  readonly frames: ReadonlyMap<string, FrameFacts>;
  readonly drafts: ReadonlyMap<string, DraftFacts>;
  /** Private drafts of this reading, each with the draft of the round that it stands beside. */
  readonly privateDrafts: ReadonlyMap<string, string>;
  /** Flags of the round's drafts. */
  readonly flags: ReadonlySet<string>;
  /** Texts that the reader added, or adds by these changes. */
  readonly ownTexts: ReadonlySet<string>;
  readonly images: ReadonlySet<string>;
  readonly sourceRegions: ReadonlySet<string>;
}

const named = (changes: readonly Change[]) => {
  const frames: { instanceId: string; frame: number }[] = [];
  const drafts: string[] = [];
  const images: string[] = [];
  const sourceRegions: string[] = [];
  const flags: string[] = [];
  const taken: string[] = [];
  const added: string[] = [];
  const claimed: string[] = [];
  for (const change of changes) {
    if (change.op === "delete") continue;
    if (change.part === "region" || change.part === "keySlice") frames.push(change.value);
    if (change.part === "region" && change.value.derivedFrom) sourceRegions.push(change.value.derivedFrom);
    if (change.part === "rating" || (change.part === "decision" && change.value.kind !== "added"))
      drafts.push(change.id);
    if (change.part === "decision" && change.value.kind === "added" && change.value.imageId)
      images.push(change.value.imageId);
    if (change.part === "decision" && "taken" in change.value && change.value.taken)
      taken.push(change.value.taken);
    if (change.part === "decision" && change.value.kind === "added") added.push(change.id);
    if (change.part === "span") drafts.push(change.value.draftId);
    if (change.part === "verdict" && !change.value.claim) flags.push(change.id);
    if (change.part === "verdict" && change.value.claim) claimed.push(change.value.claim.itemId);
  }
  drafts.push(...claimed);
  return { frames, drafts, images, sourceRegions, flags, taken, added, claimed };
};

async function framesOf(
  tx: Transaction,
  caseId: string,
  frames: readonly { instanceId: string; frame: number }[],
) {
  if (frames.length === 0) return [];
  return tx.$queryRaw<(FrameFacts & { instanceId: string; frame: number })[]>`
    SELECT wanted."instanceId", wanted."frame", (i."metadata" ->> 'rows')::int AS "rows",
      (i."metadata" ->> 'columns')::int AS "columns", (i."metadata" ->> 'frameCount')::int AS "frameCount",
      nullif(i."metadata" -> 'pixelSpacing', 'null'::jsonb) AS "pixelSpacing",
      i."metadata" ->> 'spacingSource' AS "spacingSource",
      i."metadata" ->> 'frameOfReferenceUid' AS "frameOfReferenceUid",
      CASE WHEN jsonb_typeof(i."metadata" -> 'geometry') = 'array' THEN
        i."metadata" -> 'geometry' -> CASE WHEN jsonb_array_length(i."metadata" -> 'geometry') = 1 THEN 0 ELSE wanted."frame" - 1 END
      END AS "geometry"
    FROM unnest(${frames.map((one) => one.instanceId)}::uuid[], ${frames.map((one) => one.frame)}::int[])
      AS wanted("instanceId", "frame")
    JOIN "Instance" i ON i."id" = wanted."instanceId" JOIN "Series" s ON s."id" = i."seriesId"
    WHERE s."caseId" = ${caseId}::uuid`;
}

/** Looks up what the changes name, within the reading's own case and round: what is not in the answer is not there. */
export async function changeFacts(
  tx: Transaction,
  reading: OwnReading,
  changes: readonly Change[],
): Promise<ChangeFacts> {
  const { caseId, round } = reading;
  const wanted = named(changes);
  const frames = await framesOf(tx, caseId, wanted.frames);
  const drafts =
    wanted.drafts.length === 0
      ? []
      : await tx.draft.findMany({
          where: { id: { in: wanted.drafts }, supersededById: null, set: { caseId, round } },
          select: {
            id: true,
            kind: true,
            imageId: true,
            parent: { select: { imageId: true } },
            language: true,
            contentHash: true,
            payload: true,
          },
        });
  const privateDrafts =
    wanted.taken.length === 0
      ? []
      : await tx.draft.findMany({
          where: { id: { in: wanted.taken }, readingId: reading.id },
          select: { id: true, besideId: true },
        });
  const images =
    wanted.images.length === 0
      ? []
      : await tx.image.findMany({ where: { id: { in: wanted.images }, caseId }, select: { id: true } });
  const sourceRegions =
    wanted.sourceRegions.length === 0
      ? []
      : await tx.sourceRegion.findMany({
          where: { id: { in: wanted.sourceRegions }, caseId },
          select: { id: true },
        });
  const flags =
    wanted.flags.length === 0
      ? []
      : await tx.flag.findMany({
          where: { id: { in: wanted.flags }, check: { draft: { set: { caseId, round } } } },
          select: { id: true },
        });
  const ownTexts =
    wanted.claimed.length === 0
      ? []
      : await tx.decision.findMany({
          where: { readingId: reading.id, id: { in: wanted.claimed }, kind: "added" },
          select: { id: true },
        });
  return {
    readingId: reading.id,
    ownTexts: new Set([...wanted.added, ...ownTexts.map(({ id }) => id)]),
    frames: new Map(frames.map((frame) => [`${frame.instanceId}:${frame.frame}`, frame])),
    drafts: new Map(
      drafts.map(({ id, kind, imageId, parent, language, contentHash, payload }) => [
        id,
        {
          kind: textKinds.find((known) => known === kind) ?? "caption",
          imageId: imageId ?? parent?.imageId ?? null,
          language,
          contentHash,
          form: kind === "qa" ? "qa" : "text",
          length: draftText(textPayloadSchema.parse(payload)).length,
        },
      ]),
    ),
    privateDrafts: new Map(privateDrafts.map(({ id, besideId }) => [id, besideId ?? ""])),
    flags: new Set(flags.map((flag) => flag.id)),
    images: new Set(images.map((image) => image.id)),
    sourceRegions: new Set(sourceRegions.map((region) => region.id)),
  };
}
