import type { Transaction } from "@/lib/db/client";
import {
  type DecisionValue,
  decisionSchema,
  type KeySliceValue,
  type RatingValue,
  type RegionValue,
  type SpanValue,
  type VerdictValue,
} from "../schema";
import type { Item, OwnReadingId, ReadingItems } from "../types";

/** Stored JSON that went in through the schema of changes and comes out as it went in. */
const stored = <T>(json: unknown): T => json as T;

interface Kept {
  readonly revision: number;
  readonly deletedAt: Date | null;
}

const item = <V>(id: string, row: Kept, value: V): Item<V> => ({
  id,
  revision: row.revision,
  value: row.deletedAt === null ? value : null,
});

export const regionColumns = {
  id: true,
  readingId: true,
  revision: true,
  deletedAt: true,
  instanceId: true,
  frame: true,
  kind: true,
  points: true,
  label: true,
  labelAt: true,
  hidden: true,
  colour: true,
  locked: true,
  renderer: true,
  derivedFrom: true,
} as const;

export function regionItem(
  row: Kept &
    Omit<RegionValue, "kind" | "points" | "labelAt" | "renderer" | "colour"> &
    Record<"id" | "kind" | "renderer" | "colour", string> & {
      readonly points: unknown;
      readonly labelAt: unknown;
    },
): Item<RegionValue> {
  const { instanceId, frame, label, hidden, locked, derivedFrom } = row;
  return item(row.id, row, {
    instanceId,
    frame,
    kind: stored<RegionValue["kind"]>(row.kind),
    points: stored<RegionValue["points"]>(row.points),
    label,
    labelAt: stored<RegionValue["labelAt"]>(row.labelAt),
    hidden,
    colour: stored<RegionValue["colour"]>(row.colour),
    locked,
    renderer: stored<RegionValue["renderer"]>(row.renderer),
    derivedFrom,
  });
}

export const keySliceId = (slice: { readonly instanceId: string; readonly frame: number }): string =>
  `${slice.instanceId}:${slice.frame}`;

export function keySliceItem(
  row: Kept & { readonly instanceId: string; readonly frame: number; readonly mark: string },
): Item<KeySliceValue> {
  const { instanceId, frame } = row;
  return item(keySliceId(row), row, { instanceId, frame, mark: stored<KeySliceValue["mark"]>(row.mark) });
}

export function decisionItem(
  row: Kept & {
    readonly id: string;
    readonly kind: string;
    readonly draftHash: string | null;
    readonly result: unknown;
    readonly reasons: readonly string[];
    readonly note: string | null;
    readonly textKind: string | null;
    readonly imageId: string | null;
    readonly override: unknown;
    readonly takenId: string | null;
  },
): Item<DecisionValue> {
  const { kind, draftHash, result, reasons, note, textKind, imageId, override, takenId } = row;
  const words = takenId === null ? { draftHash, result } : { draftHash, result, taken: takenId };
  const members = {
    accept: override === null ? { draftHash } : { draftHash, override },
    edit: words,
    editing: words,
    reject: { draftHash, reasons, note },
    "cannot-judge": { draftHash, note },
    added: { textKind, imageId, result },
  }[stored<DecisionValue["kind"]>(kind)];
  return item(row.id, row, decisionSchema.parse({ kind, ...members }));
}

export function ratingItem(row: Kept & RatingValue & { readonly draftId: string }): Item<RatingValue> {
  const { accuracy, relevance, completeness, usefulness } = row;
  return item(row.draftId, row, { accuracy, relevance, completeness, usefulness });
}

export function verdictItem(
  row: Kept & {
    readonly flagId: string;
    readonly verdict: string;
    readonly note: string;
    readonly claim: unknown;
  },
): Item<VerdictValue> {
  const said = { verdict: stored<VerdictValue["verdict"]>(row.verdict), note: row.note };
  const claim = row.claim === null ? {} : { claim: stored<VerdictValue["claim"]>(row.claim) };
  return item(row.flagId, row, { ...said, ...claim });
}

export function spanItem(
  row: Kept &
    Omit<SpanValue, "category" | "severity"> & {
      readonly id: string;
      readonly category: string;
      readonly severity: string;
    },
): Item<SpanValue> {
  const { draftId, draftHash, start, end, note } = row;
  const category = stored<SpanValue["category"]>(row.category);
  const severity = stored<SpanValue["severity"]>(row.severity);
  return item(row.id, row, { draftId, draftHash, start, end, category, severity, note });
}

/** Everything that stands in a reading; deleted items are left out. */
export async function itemsOf(db: Transaction, readingId: OwnReadingId): Promise<ReadingItems> {
  const where = { readingId, deletedAt: null };
  // One after another: a transaction has one connection.
  const region = await db.region.findMany({ where, select: regionColumns, orderBy: { id: "asc" } });
  const keySlice = await db.keySlice.findMany({
    where,
    orderBy: [{ instanceId: "asc" }, { frame: "asc" }],
  });
  const decision = await db.decision.findMany({ where, orderBy: { id: "asc" } });
  const rating = await db.rating.findMany({ where, orderBy: { draftId: "asc" } });
  const verdict = await db.flagVerdict.findMany({ where, orderBy: { flagId: "asc" } });
  const span = await db.span.findMany({ where, orderBy: { id: "asc" } });
  return {
    region: region.map(regionItem),
    keySlice: keySlice.map(keySliceItem),
    decision: decision.map(decisionItem),
    rating: rating.map(ratingItem),
    verdict: verdict.map(verdictItem),
    span: span.map(spanItem),
  };
}
