import { v7 as makeId } from "uuid";
import { recordEvent } from "@/lib/audit/mutations";
import { database, type Transaction } from "@/lib/db/client";
import type { Refusal } from "@/lib/importing/normalise/types";
import { groupKeyOf, patientKeyOf } from "@/lib/importing/rules/patient-key";
import { type CasePlan, planCase } from "@/lib/importing/rules/plan-case";
import type { StoredCase } from "@/lib/importing/rules/plan-types";
import type { IncomingCase, RunSource } from "@/lib/importing/types";
import { findCase, readStoredCase } from "./read-stored-case";
import { runFitsCase, sourceOfCase } from "./source-of-case";
import { type ObjectKeys, storeObjects } from "./store-objects";
import { type WriteTarget, writeCasePlan } from "./write-case-plan";

export interface StoreTarget {
  readonly projectId: string;
  readonly importId: string;
  readonly actorId: string | null;
  readonly keepOriginals: boolean;
  readonly readersWanted: number;
  readonly identityKey: Buffer;
  /** What the run says where a case says nothing. */
  readonly runSource: RunSource;
  /** Drafts made by rules from human text, for what the bundle brings no draft of. */
  readonly draftOffline: (tx: Transaction, caseId: string) => Promise<unknown>;
  /** Holds the drafts that came with the case against it. */
  readonly checkDrafts: (tx: Transaction, caseId: string) => Promise<unknown>;
}

export interface StoredCounts {
  readonly cases: number;
  readonly studies: number;
  readonly series: number;
  readonly instances: number;
  readonly frames: number;
  readonly images: number;
}

export type StoreOutcome =
  | {
      readonly ok: true;
      readonly counts: StoredCounts;
      /** Files that brought something, by path below the bundle. */
      readonly stored: readonly string[];
      readonly unchanged: readonly string[];
      readonly refused: readonly Refusal[];
      /** The case is new, or something of it was changed. */
      readonly changed: boolean;
    }
  | { readonly ok: false; readonly reason: string };

/** A large study writes thousands of rows; milliseconds. */
const patience = { maxWait: 120_000, timeout: 300_000 };
const attempts = 4;

class Refused extends Error {}

/** Another import won a race, or the database asked for another try. */
const again = (error: unknown) =>
  error instanceof Error && "code" in error && ["P2002", "P2003", "P2034"].includes(String(error.code));

const nothingNew = (plan: CasePlan, incoming: IncomingCase, stored: StoredCase) =>
  plan.instances.fresh.length + plan.images.fresh.length + plan.images.renamed.length === 0 &&
  plan.passages.length + plan.regions.length + plan.drafts.length === 0 &&
  (incoming.contentHash === null || incoming.contentHash === stored.contentHash);

function countsOf(plan: CasePlan, isNew: boolean): StoredCounts {
  const { studies, series, fresh } = plan.instances;
  return {
    cases: isNew ? 1 : 0,
    studies: studies.length,
    series: series.length,
    instances: fresh.length,
    frames: fresh.reduce((sum, { instance }) => sum + instance.metadata.frameCount, 0),
    images: plan.images.fresh.length,
  };
}

const finished = ["final", "unusable"];

/** Makes the row of a new case, with the next number of the project. */
async function createCase(
  tx: Transaction,
  target: StoreTarget,
  incoming: IncomingCase,
  { facts }: CasePlan,
  sourceId: string,
): Promise<string> {
  const { lastNumber: number } = await tx.project.update({
    where: { id: target.projectId },
    data: { lastNumber: { increment: 1 } },
    select: { lastNumber: true },
  });
  const { source, externalId, contentHash } = incoming;
  const { patient, group, ...row } = facts;
  const patientKey = patient === null ? null : patientKeyOf(patient, source, target.identityKey);
  const id = makeId();
  await tx.caseRecord.create({
    data: {
      ...row,
      id,
      projectId: target.projectId,
      readersWanted: target.readersWanted,
      sourceId,
      externalId,
      number,
      contentHash,
      patientKey,
      groupKey: groupKeyOf(patientKey, group, source),
      modalities: [...facts.modalities],
      bodyParts: [...facts.bodyParts],
      state: facts.holdReason === null ? "ready" : "held",
    },
  });
  return id;
}

async function updateCase(
  tx: Transaction,
  incoming: IncomingCase,
  { facts }: CasePlan,
  stored: StoredCase,
): Promise<void> {
  const held = facts.holdReason !== null && stored.holdReason === null && !finished.includes(stored.state);
  await tx.caseRecord.update({
    where: { id: stored.id },
    data: {
      modalities: [...facts.modalities],
      bodyParts: [...facts.bodyParts],
      ...(held ? { state: "held", holdReason: facts.holdReason } : {}),
      ...(incoming.bundle
        ? {
            contentHash: incoming.contentHash,
            title: facts.title,
            age: facts.age,
            sex: facts.sex,
            language: facts.language,
          }
        : {}),
    },
  });
}

async function countUp(tx: Transaction, caseId: string): Promise<void> {
  const imageCount = await tx.image.count({ where: { caseId } });
  const draftCount = await tx.draft.count({
    where: { set: { caseId }, supersededById: null },
  });
  await tx.caseRecord.update({ where: { id: caseId }, data: { imageCount, draftCount } });
}

async function write(
  tx: Transaction,
  target: StoreTarget,
  incoming: IncomingCase,
  objects: WriteTarget["objects"],
): Promise<StoreOutcome> {
  // Imports into one project write one case at a time, so that two at once find what the other stored.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`import ${target.projectId}`}, 0))::text`;
  const key = await findCase(tx, target.projectId, incoming);
  const stored = key ? await readStoredCase(tx, key.id) : null;
  const outcome = planCase(incoming, stored, makeId);
  if (!outcome.ok) throw new Refused(outcome.reason);
  const { plan } = outcome;
  const paths = [...incoming.hashes.keys()];
  const fresh = new Set(plan.instances.fresh.map(({ from }) => from.file));
  const result = {
    ok: true as const,
    counts: countsOf(plan, stored === null),
    stored: paths.filter((path) => fresh.has(path)),
    unchanged: plan.instances.unchanged,
    refused: plan.refused,
  };
  if (stored && nothingNew(plan, incoming, stored)) return { ...result, changed: false };
  const source =
    incoming.bundle || !key
      ? await sourceOfCase(tx, target, incoming.source, stored?.id ?? null)
      : await runFitsCase(tx, key.sourceId, target.runSource);
  if (!source.ok) throw new Refused(source.reason);
  if (stored) await updateCase(tx, incoming, plan, stored);
  const caseId = stored?.id ?? (await createCase(tx, target, incoming, plan, source.id));
  const { projectId, identityKey, importId, actorId } = target;
  await writeCasePlan(tx, { caseId, projectId, identityKey, objects }, plan, stored, makeId);
  if (plan.passages.length > 0) await target.draftOffline(tx, caseId);
  else await target.checkDrafts(tx, caseId);
  await countUp(tx, caseId);
  await recordEvent(tx, {
    actorId,
    action: "case.import",
    subjectType: "case",
    subjectId: caseId,
    projectId,
    detail: { importId, ...result.counts, passages: plan.passages.length, drafts: plan.drafts.length },
  });
  return { ...result, changed: true };
}

/**
 * Stores a case, or what is new of it, in one transaction; its objects are stored before. The same again writes nothing.
 * @returns `ok: false` where the case as a whole cannot be taken; then no row was written.
 */
export async function storeCase(target: StoreTarget, incoming: IncomingCase): Promise<StoreOutcome> {
  const client = await database();
  const key = await findCase(client, target.projectId, incoming);
  const outlook = planCase(incoming, key ? await readStoredCase(client, key.id) : null, makeId);
  if (!outlook.ok) return outlook;
  const objects = new Map<string, ObjectKeys>();
  for (const { from } of outlook.plan.instances.fresh)
    objects.set(from.normalised.sourceHash, await storeObjects(from, target.keepOriginals));
  for (let attempt = 1; ; attempt++)
    try {
      return await client.$transaction((tx) => write(tx, target, incoming, objects), patience);
    } catch (error) {
      if (error instanceof Refused) return { ok: false, reason: error.message };
      if (attempt === attempts || !again(error)) throw error;
    }
}
