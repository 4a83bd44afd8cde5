import type { Actor } from "@/lib/auth/types";
import { type Prisma, type Transaction, transaction } from "@/lib/db/client";
import { isCheckedLanguage } from "@/lib/drafting/consistency/types";
import { type ReaderWords, storeWordsChecks } from "@/lib/drafting/mutations/words-checks";
import { contentHash } from "@/lib/importing/rules/content-hash";
import { type OwnReading, ownReading } from "../data/gate";
import type { KeptChange } from "../data/history";
import { itemKey, type StoredItems, storedItems } from "../data/stored";
import { breaksLock } from "../rules";
import type { Change, ChangeRequest } from "../schema";
import type { ChangesConflict, ChangesSaved } from "../types";
import { applyChange } from "./apply-change";
import { type ChangeFacts, changeFacts } from "./change-facts";
import { type ChangeFault, checkChange } from "./check-change";
import { flagPassedOver, type PassedFlag } from "./passed-flags";

export type SaveOutcome =
  | { readonly ok: true; readonly saved: ChangesSaved }
  | { readonly ok: false; readonly reason: "not-found" | "held" | "submitted" | "key-reused" }
  /** A region that is locked would be moved or deleted. */
  | { readonly ok: false; readonly reason: "region-locked"; readonly regionId: string }
  | { readonly ok: false; readonly reason: "conflict"; readonly conflicts: ChangesConflict["conflicts"] }
  | { readonly ok: false; readonly reason: "draft-changed"; readonly draftId: string }
  /** A draft would be accepted as it is although a check contradicts it. */
  | { readonly ok: false; readonly reason: "flagged"; readonly draftId: string; readonly flag: PassedFlag }
  | {
      readonly ok: false;
      readonly reason: "invalid";
      readonly path: readonly (string | number)[];
      readonly message: string;
    };

interface Replay {
  readonly revision: number;
  readonly payloadHash: string;
  readonly changes: unknown;
  readonly createdAt: Date;
}

const answer = (revision: number, savedAt: Date, kept: readonly KeptChange[]): SaveOutcome => ({
  ok: true,
  saved: {
    revision,
    savedAt: savedAt.toISOString(),
    items: kept.map((change) => ({ part: change.part, id: change.id, revision: change.revision })),
  },
});

const replayed = (first: Replay, payloadHash: string): SaveOutcome =>
  first.payloadHash === payloadHash
    ? answer(first.revision, first.createdAt, first.changes as readonly KeptChange[])
    : { ok: false, reason: "key-reused" };

function refusal(fault: ChangeFault, index: number): SaveOutcome {
  switch (fault.kind) {
    case "invalid":
      return {
        ok: false,
        reason: "invalid",
        path: ["changes", index, ...fault.path],
        message: fault.message,
      };
    case "not-found":
      return { ok: false, reason: "not-found" };
    case "draft-changed":
      return { ok: false, reason: "draft-changed", draftId: fault.draftId };
    default:
      return fault satisfies never;
  }
}

/** Changes made on another revision than the item has now. Deleting what is gone already is none. */
function conflictsOf(changes: readonly Change[], items: StoredItems): ChangesConflict["conflicts"] {
  return changes.flatMap((change) => {
    const { revision, value: theirs } = items.get(itemKey(change)) ?? { revision: 0, value: null };
    const onNothing = theirs === null && (change.base === 0 || change.op === "delete");
    return change.base === revision || onNothing
      ? []
      : [{ part: change.part, id: change.id, revision, theirs }];
  });
}

const repeatedAt = (changes: readonly Change[]): number => {
  const keys = changes.map(itemKey);
  return keys.findIndex((key, index) => keys.indexOf(key) !== index);
};

/** What the decisions among the changes hold of the reader's own words; null for one that holds none that can be checked. */
function wordsOf(changes: readonly Change[], facts: ChangeFacts): readonly ReaderWords[] {
  return changes.flatMap((change): ReaderWords[] => {
    if (change.part !== "decision") return [];
    const { id: itemId } = change;
    const value = change.op === "put" ? change.value : null;
    if (value?.kind === "added") {
      const { textKind: kind, imageId, result: payload } = value;
      return [{ itemId, words: { kind, imageId, payload } }];
    }
    const draft = facts.drafts.get(itemId);
    if (value?.kind !== "edit" || !draft || !isCheckedLanguage(draft.language))
      return [{ itemId, words: null }];
    return [{ itemId, words: { kind: draft.kind, imageId: draft.imageId, payload: value.result } }];
  });
}

async function write(
  tx: Transaction,
  reading: OwnReading,
  request: ChangeRequest,
  payloadHash: string,
): Promise<SaveOutcome> {
  const { key, undoes, changes } = request;
  const repeated = repeatedAt(changes);
  if (repeated >= 0)
    return { ok: false, reason: "invalid", path: ["changes", repeated, "id"], message: "is changed twice" };
  const facts = await changeFacts(tx, reading, changes);
  for (const [index, change] of changes.entries()) {
    const fault = checkChange(change, facts);
    if (fault) return refusal(fault, index);
  }
  const items = await storedItems(tx, reading.id, changes);
  if (!items) return { ok: false, reason: "not-found" };
  const conflicts = conflictsOf(changes, items);
  if (conflicts.length > 0) return { ok: false, reason: "conflict", conflicts };
  const passed = await flagPassedOver(tx, reading, changes);
  if (passed) return { ok: false, reason: "flagged", ...passed };
  const locked = changes.find((change) => breaksLock(items.get(itemKey(change))?.value ?? null, change));
  if (locked) return { ok: false, reason: "region-locked", regionId: locked.id };
  const revision = reading.revision + 1;
  const kept: KeptChange[] = [];
  for (const change of changes) {
    const old = items.get(itemKey(change)) ?? { revision: 0, value: null };
    const isNothing = change.op === "delete" && old.value === null;
    if (!isNothing) await applyChange({ tx, readingId: reading.id, revision }, change, facts);
    kept.push({
      part: change.part,
      id: change.id,
      before: old.value,
      after: change.op === "put" ? change.value : null,
      revision: isNothing ? old.revision : revision,
    });
  }
  await storeWordsChecks(tx, reading, wordsOf(changes, facts));
  const [row] = await tx.$queryRaw<{ updatedAt: Date }[]>`
    UPDATE "Reading" SET "revision" = ${revision}, "updatedAt" = date_trunc('milliseconds', now())
    WHERE "id" = ${reading.id}::uuid AND "revision" = ${reading.revision} RETURNING "updatedAt"`;
  if (!row) throw new Error("the reading moved under its lock");
  await tx.readingChange.create({
    data: {
      readingId: reading.id,
      revision,
      key,
      payloadHash,
      undoes,
      changes: kept as unknown as Prisma.InputJsonValue,
      createdAt: row.updatedAt,
    },
    select: { revision: true },
  });
  return answer(revision, row.updatedAt, kept);
}

/**
 * Saves one request of changes: all of it or nothing, in one transaction with the gate. The same request again (same
 * key) gets its first answer and changes nothing, also after the reading was submitted.
 */
export async function saveChanges(
  actor: Actor,
  readingId: string,
  request: ChangeRequest,
): Promise<SaveOutcome> {
  return transaction(async (tx) => {
    const gate = await ownReading(tx, actor, readingId, "write");
    if (!gate.ok) return gate;
    const { reading } = gate;
    const { key, changes, undoes } = request;
    const payloadHash = contentHash({ changes, undoes });
    const first = await tx.readingChange.findUnique({
      where: { readingId_key: { readingId: reading.id, key } },
      select: { revision: true, payloadHash: true, changes: true, createdAt: true },
    });
    if (first) return replayed(first, payloadHash);
    if (reading.state !== "open") return { ok: false, reason: "submitted" };
    return write(tx, reading, request, payloadHash);
  });
}
