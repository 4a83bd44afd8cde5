import { Prisma, type Transaction } from "@/lib/db/client";
import { keySliceId } from "../data/items";
import type {
  Change,
  DecisionValue,
  KeySliceValue,
  RatingValue,
  RegionValue,
  SpanValue,
  VerdictValue,
} from "../schema";
import type { OwnReadingId } from "../types";
import type { ChangeFacts } from "./change-facts";
import { worldPoints } from "./world-points";

interface Place {
  readonly tx: Transaction;
  readonly readingId: OwnReadingId;
  readonly revision: number;
}

async function putRegion(
  { tx, readingId, revision }: Place,
  id: string,
  value: RegionValue,
  facts: ChangeFacts,
) {
  const frame = facts.frames.get(keySliceId(value));
  const world = frame ? worldPoints(frame, value.points) : null;
  const data = {
    ...value,
    labelAt: value.labelAt ?? Prisma.DbNull,
    worldPoints: world ? world.map((point) => [...point]) : Prisma.DbNull,
    frameOfReferenceUid: world && frame ? frame.frameOfReferenceUid : null,
    revision,
    deletedAt: null,
  };
  await tx.region.upsert({
    where: { id },
    create: { id, readingId, ...data },
    update: data,
    select: { id: true },
  });
}

async function putKeySlice({ tx, readingId, revision }: Place, value: KeySliceValue) {
  const { instanceId, frame, mark } = value;
  await tx.keySlice.upsert({
    where: { readingId_instanceId_frame: { readingId, instanceId, frame } },
    create: { readingId, instanceId, frame, mark, revision },
    update: { mark, revision, deletedAt: null },
  });
}

const emptyDecision = { draftHash: null, reasons: [] as string[], note: null, textKind: null, imageId: null };

async function putDecision({ tx, readingId, revision }: Place, id: string, value: DecisionValue) {
  const result = "result" in value ? { result: value.result } : { result: Prisma.DbNull };
  const override = value.kind === "accept" && value.override ? value.override : Prisma.DbNull;
  const { taken: takenId = null, ...facts } = { taken: undefined, ...value };
  const data = { ...emptyDecision, ...facts, ...result, takenId, override, revision, deletedAt: null };
  await tx.decision.upsert({
    where: { readingId_id: { readingId, id } },
    create: { readingId, id, ...data },
    update: data,
  });
}

async function putRating({ tx, readingId, revision }: Place, draftId: string, value: RatingValue) {
  const data = { ...value, revision, deletedAt: null };
  await tx.rating.upsert({
    where: { readingId_draftId: { readingId, draftId } },
    create: { readingId, draftId, ...data },
    update: data,
  });
}

async function putVerdict({ tx, readingId, revision }: Place, flagId: string, value: VerdictValue) {
  const data = { ...value, claim: value.claim ?? Prisma.DbNull, revision, deletedAt: null };
  await tx.flagVerdict.upsert({
    where: { readingId_flagId: { readingId, flagId } },
    create: { readingId, flagId, ...data },
    update: data,
  });
}

async function putSpan({ tx, readingId, revision }: Place, id: string, value: SpanValue) {
  const data = { ...value, revision, deletedAt: null };
  await tx.span.upsert({ where: { id }, create: { id, readingId, ...data }, update: data });
}

async function deleteItem({ tx, readingId, revision }: Place, change: Change) {
  const data = { revision, deletedAt: new Date() };
  const { id } = change;
  switch (change.part) {
    case "region":
      return tx.region.updateMany({ where: { id, readingId }, data });
    case "keySlice": {
      const [instanceId = "", frame = ""] = id.split(":");
      return tx.keySlice.updateMany({ where: { readingId, instanceId, frame: Number(frame) }, data });
    }
    case "decision":
      return tx.decision.updateMany({ where: { readingId, id }, data });
    case "rating":
      return tx.rating.updateMany({ where: { readingId, draftId: id }, data });
    case "verdict":
      return tx.flagVerdict.updateMany({ where: { readingId, flagId: id }, data });
    case "span":
      return tx.span.updateMany({ where: { id, readingId }, data });
    default:
      return change satisfies never;
  }
}

/** Writes one checked change as the given revision. Deleting keeps the row, so that its last revision stays known. */
export async function applyChange(place: Place, change: Change, facts: ChangeFacts): Promise<void> {
  if (change.op === "delete") {
    await deleteItem(place, change);
    return;
  }
  switch (change.part) {
    case "region":
      return putRegion(place, change.id, change.value, facts);
    case "keySlice":
      return putKeySlice(place, change.value);
    case "decision":
      return putDecision(place, change.id, change.value);
    case "rating":
      return putRating(place, change.id, change.value);
    case "verdict":
      return putVerdict(place, change.id, change.value);
    case "span":
      return putSpan(place, change.id, change.value);
    default:
      return change satisfies never;
  }
}
