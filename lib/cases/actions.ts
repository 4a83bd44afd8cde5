"use server";

import type { z } from "zod";
import { actorOf, projectFor } from "@/lib/auth/data/actor";
import { deferCases } from "./mutations/defer-cases";
import { type PlanOutcome, planCases } from "./mutations/plan-cases";
import { setSource } from "./mutations/set-source";
import {
  type DeferCasesInput,
  deferCasesSchema,
  type PlanCasesInput,
  planCasesSchema,
  type SaveSourceInput,
  saveSourceSchema,
} from "./schema";
import type { ActionRefusal } from "./types";

function invalid(error: z.ZodError): ActionRefusal {
  const [issue] = error.issues;
  const path = String(issue?.path.at(-1) ?? "");
  return { ok: false, reason: "invalid", path, message: issue?.message ?? "That was not understood." };
}

/** Saves the terms of a source. Being unknown and being refused look the same. */
export async function saveSource(input: SaveSourceInput): Promise<{ readonly ok: true } | ActionRefusal> {
  const actor = await actorOf();
  if (!actor) return { ok: false, reason: "signed-out" };
  const parsed = saveSourceSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { projectSlug, sourceId, terms } = parsed.data;
  const project = await projectFor(actor, projectSlug, "source.manage");
  if (!project) return { ok: false, reason: "not-found" };
  const saved = await setSource({ projectId: project.id, sourceId }, terms, actor.id);
  return saved.ok ? { ok: true } : saved;
}

/** A day has 25 hours where clocks go back; an hour more for a clock that is wrong. Milliseconds. */
const longestDeferral = 26 * 3_600_000;

/** Puts cases at the end of the person's own list until their next midnight, or back. */
export async function putOffCases(
  input: DeferCasesInput,
): Promise<{ readonly ok: true; readonly count: number } | ActionRefusal> {
  const actor = await actorOf();
  if (!actor) return { ok: false, reason: "signed-out" };
  const parsed = deferCasesSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const until = parsed.data.until === null ? null : new Date(parsed.data.until);
  if (until !== null && until.getTime() - Date.now() > longestDeferral)
    return { ok: false, reason: "invalid", path: "until", message: "A case can be put off until tomorrow." };
  return { ok: true, ...(await deferCases(actor, parsed.data.caseIds, until)) };
}

/** Sets priority, due date or readers wanted of cases. */
export async function changePlan(
  input: PlanCasesInput,
): Promise<({ readonly ok: true } & PlanOutcome) | ActionRefusal> {
  const actor = await actorOf();
  if (!actor) return { ok: false, reason: "signed-out" };
  const parsed = planCasesSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const project = await projectFor(actor, parsed.data.projectSlug, "case.plan");
  if (!project) return { ok: false, reason: "not-found" };
  return { ok: true, ...(await planCases(project.id, parsed.data.plan, actor.id)) };
}
