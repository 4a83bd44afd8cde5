"use server";

import { actorOf, roleIn } from "@/lib/auth/data/actor";
import { projectBySlug } from "@/lib/auth/data/members";
import { may } from "@/lib/auth/permissions";
import { setSource } from "./mutations/set-source";
import { type SaveSourceInput, saveSourceSchema } from "./schema";
import type { ActionOutcome } from "./types";

/** Saves the terms of a source. Being unknown and being refused look the same. */
export async function saveSource(input: SaveSourceInput): Promise<ActionOutcome> {
  const actor = await actorOf();
  if (!actor) return { ok: false, reason: "signed-out" };
  const parsed = saveSourceSchema.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = String(issue?.path.at(-1) ?? "");
    return { ok: false, reason: "invalid", path, message: issue?.message ?? "That was not understood." };
  }
  const { projectSlug, sourceId, terms } = parsed.data;
  const project = await projectBySlug(projectSlug);
  if (!project || !may(await roleIn(actor, project.id), "source.manage"))
    return { ok: false, reason: "not-found" };
  const saved = await setSource({ projectId: project.id, sourceId }, terms, actor.id);
  return saved.ok ? { ok: true } : saved;
}
