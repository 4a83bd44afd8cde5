import { v7 as uuidv7 } from "uuid";
import { recordEvent } from "@/lib/audit/mutations";
import { database, type Prisma, type Transaction, transaction } from "@/lib/db/client";
import { findKind } from "../registry";
import { smallRun } from "../rules";
import type { Variables } from "../types";

const batch = 5000;

export interface RunStart {
  readonly projectId: string;
  readonly kind: string;
  /** Read with the kind's schema. */
  readonly parameters: unknown;
  /** null: the command line. */
  readonly actorId: string | null;
  readonly variables: Variables;
}

export type StartOutcome =
  | { readonly ok: true; readonly runId: string; readonly items: number; readonly parameters: unknown }
  | { readonly ok: false; readonly sentence: string };

/** Puts every item of a run into the queue, or none. @throws ZodError for parameters that the kind does not know. */
export async function startRun(start: RunStart): Promise<StartOutcome> {
  const kind = findKind(start.kind);
  if (!kind) return { ok: false, sentence: `There is no kind of job "${start.kind}".` };
  const { projectId, actorId } = start;
  const project = await (await database()).project.findUniqueOrThrow({
    where: { id: projectId },
    select: { settings: true },
  });
  const prepared = kind.prepare(project.settings, kind.parameters.parse(start.parameters), start.variables);
  if (!prepared.ok) return prepared;
  const { parameters } = prepared;
  const subjects = kind.subjects(projectId, parameters);
  return transaction(async (tx): Promise<StartOutcome> => {
    const runId = uuidv7();
    const stored = parameters as Prisma.InputJsonObject;
    await tx.jobRun.create({
      data: { id: runId, projectId, kind: kind.id, parameters: stored, startedById: actorId },
    });
    const items = await fill(tx, runId, subjects);
    if (items === 0) throw new NothingToDo();
    if (items <= smallRun) await tx.jobItem.updateMany({ where: { runId }, data: { priority: 1 } });
    await recordEvent(tx, {
      actorId,
      action: "jobs.start",
      subjectType: "job-run",
      subjectId: runId,
      projectId,
      detail: { kind: kind.id, items, parameters: JSON.stringify(parameters) },
    });
    return { ok: true, runId, items, parameters };
  }).catch((error: unknown) => {
    if (error instanceof NothingToDo)
      return { ok: false, sentence: "There is no such case in this project." } as const;
    throw error;
  });
}

class NothingToDo extends Error {}

async function fill(
  tx: Transaction,
  runId: string,
  subjects: AsyncIterable<{ readonly id: string; readonly number: number }>,
): Promise<number> {
  let items = 0;
  let waiting: { runId: string; subjectId: string; position: number }[] = [];
  const store = async () => {
    await tx.jobItem.createMany({ data: waiting });
    items += waiting.length;
    waiting = [];
  };
  for await (const { id, number } of subjects) {
    waiting.push({ runId, subjectId: id, position: number });
    if (waiting.length >= batch) await store();
  }
  await store();
  return items;
}
