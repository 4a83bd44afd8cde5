import type { Actor } from "@/lib/auth/types";
import { database } from "@/lib/db/client";
import type { CasePreview, ReadableCaseId } from "../types";

type Counted = "caption" | "findings" | "discussion" | "qa";
const counted: readonly Counted[] = ["caption", "findings", "discussion", "qa"];

/** What the preview shows beside the row: texts from before, thumbnails, and the person's own progress. */
export async function previewOf(
  actor: Actor,
  caseId: ReadableCaseId,
  round: number,
): Promise<Omit<CasePreview, "row" | "hold">> {
  const db = await database();
  const own = await db.reading.findUnique({
    where: { caseId_readerId_round: { caseId, readerId: actor.id, round } },
    select: { id: true, revision: true, updatedAt: true },
  });
  const standing = { readingId: own?.id ?? "00000000-0000-0000-0000-000000000000", deletedAt: null };
  const [record, history, images, drafts, decisions, keySlices, regions] = await Promise.all([
    db.caseRecord.findUniqueOrThrow({
      where: { id: caseId },
      select: { source: { select: { name: true } } },
    }),
    db.passage.findFirst({
      where: { caseId, kind: "history", supersededById: null },
      select: { text: true },
      orderBy: { position: "asc" },
    }),
    db.image.findMany({
      where: { caseId },
      select: { instanceId: true, figure: true },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      take: 12,
    }),
    db.draft.findMany({
      where: { supersededById: null, set: { caseId, round } },
      select: { id: true, kind: true },
    }),
    db.decision.findMany({
      where: { ...standing, kind: { notIn: ["editing", "added"] } },
      select: { id: true },
    }),
    db.keySlice.count({ where: { ...standing, mark: "key" } }),
    db.region.count({ where: standing }),
  ]);
  const decided = new Set(decisions.map((decision) => decision.id));
  const countOf = (kind: Counted): readonly [number, number] => {
    const ofKind = drafts.filter((draft) => draft.kind === kind);
    return [ofKind.filter((draft) => decided.has(draft.id)).length, ofKind.length];
  };
  const [caption, findings, discussion, qa] = counted.map(countOf);
  const none = [0, 0] as const;
  return {
    history: history?.text ?? null,
    thumbnails: images.map((image) => ({
      url: `/api/instances/${image.instanceId}/thumbnail`,
      label: image.figure,
    })),
    counts: {
      caption: caption ?? none,
      findings: findings ?? none,
      discussion: discussion ?? none,
      qa: qa ?? none,
    },
    keySlices,
    regions,
    source: record.source.name,
    lastSaved: own && own.revision > 0 ? own.updatedAt.toISOString() : null,
  };
}

/** The preview of a case that is withheld: that it is there, and no more. */
export const withheldPreview: Omit<CasePreview, "row"> = {
  history: null,
  thumbnails: [],
  counts: { caption: [0, 0], findings: [0, 0], discussion: [0, 0], qa: [0, 0] },
  keySlices: 0,
  regions: 0,
  source: "",
  lastSaved: null,
  hold: null,
};
