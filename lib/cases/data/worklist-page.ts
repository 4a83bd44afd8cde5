import { may } from "@/lib/auth/permissions";
import type { Actor } from "@/lib/auth/types";
import type { CasePreview, WorklistFilters, WorklistPage } from "../types";
import { caseProject, readableCase } from "./gate";
import { holdOf } from "./hold";
import { previewOf, withheldPreview } from "./preview";
import { projectsOf } from "./projects";
import { worklistCounts, worklistRow, worklistRows } from "./worklist";
import { worklistDay } from "./worklist-day";

const nothing = { open: 0, submitted: 0, held: 0, modalities: {}, bodyParts: {}, states: {} };

const noDay = { submitted: [], due: [] };

/** A page of the worklist: the project asked for, else the first the person is in; empty for one they are not in. */
export async function worklistPageOf(actor: Actor, filters: WorklistFilters): Promise<WorklistPage> {
  const projects = await projectsOf(actor);
  const user = { id: actor.id, name: actor.name };
  const project = filters.project ? projects.find((one) => one.slug === filters.project) : projects[0];
  if (!project) return { project: null, projects, rows: [], counts: nothing, day: noDay, next: null, user };
  const view = { actor, projectId: project.id, role: project.role };
  const [{ rows, next }, counts, day] = await Promise.all([
    worklistRows(view, filters),
    worklistCounts(view),
    worklistDay(view),
  ]);
  const { open, submitted, held } = counts;
  const facets = filters.all ? await worklistCounts(view, true) : counts;
  return { project, projects, rows, counts: { ...facets, open, submitted, held }, day, next, user };
}

/** The preview of a case; null for whoever does not have it in their worklist. */
export async function casePreviewOf(actor: Actor, caseId: string): Promise<CasePreview | null> {
  const place = await caseProject(actor, caseId);
  const row = place && (await worklistRow({ actor, ...place }, caseId));
  if (!row) return null;
  const gate = await readableCase(actor, caseId);
  if (!gate.ok) return { row, ...withheldPreview };
  const { id, round, role } = gate.case;
  const hold = may(role, "case.release-hold") ? holdOf(id) : null;
  return { row, ...(await previewOf(actor, id, round)), hold: await hold };
}
