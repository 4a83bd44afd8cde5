import { v7 as newId } from "uuid";
import { recordEvent } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/types";
import { database, type Transaction, transaction } from "@/lib/db/client";
import { isId, readableCase } from "../data/gate";
import { mayCut } from "../permissions";
import { panelSettings } from "../rules";
import type { PanelInput } from "../schema";

export type CutOutcome =
  | { readonly ok: true; readonly panels: readonly { readonly id: string; readonly figure: string }[] }
  | { readonly ok: false; readonly reason: "not-found" | "held" | "not-allowed" | "settled" | "no-figure" }
  | { readonly ok: false; readonly reason: "in-use"; readonly figure: string }
  | {
      readonly ok: false;
      readonly reason: "invalid";
      readonly path: readonly (string | number)[];
      readonly message: string;
    };

/** A case whose images are still open: nothing was settled on them yet. */
const openStates = ["imported", "ready", "reading"];

interface Figure {
  readonly id: string;
  readonly caseId: string;
  readonly instanceId: string;
  readonly frame: number;
  readonly columns: number;
  readonly rows: number;
}

const keyOf = ({ crop }: Pick<PanelInput, "crop">) => crop.join(",");

/** What is wrong with panels for a figure of this size; null = nothing. */
function faultIn(panels: readonly PanelInput[], { columns, rows }: Figure): CutOutcome | null {
  const seen = new Map<string, number>();
  for (const [index, panel] of panels.entries()) {
    const [left, top, width, height] = panel.crop;
    const fault = (field: string, message: string): CutOutcome => ({
      ok: false,
      reason: "invalid",
      path: ["panels", index, field],
      message,
    });
    if (left + width > columns || top + height > rows)
      return fault("crop", `reaches beyond the figure of ${columns} x ${rows} pixels`);
    for (const key of [`crop ${keyOf(panel)}`, `figure ${panel.figure.toLowerCase()}`]) {
      const other = seen.get(key);
      if (other !== undefined)
        return fault(key.split(" ")[0] ?? "figure", `is the same as that of panel ${other}`);
      seen.set(key, index);
    }
  }
  return null;
}

/** A text, a draft or a reader's own words hang on it. */
async function isUsed(tx: Transaction, imageId: string): Promise<boolean> {
  const passages = await tx.passage.count({ where: { imageId } });
  const drafts = await tx.draft.count({ where: { imageId } });
  const decisions = await tx.decision.count({ where: { imageId, deletedAt: null } });
  return passages + drafts + decisions > 0;
}

async function writePanels(
  tx: Transaction,
  figure: Figure,
  panels: readonly PanelInput[],
): Promise<CutOutcome> {
  const stored = await tx.image.findMany({
    where: { parentId: figure.id, cropKey: { not: "" } },
    select: { id: true, cropKey: true, figure: true },
  });
  const wanted = new Set(panels.map(keyOf));
  for (const old of stored.filter(({ cropKey }) => !wanted.has(cropKey))) {
    if (await isUsed(tx, old.id)) return { ok: false, reason: "in-use", figure: old.figure ?? "" };
    await tx.imageLabel.deleteMany({ where: { imageId: old.id } });
    await tx.image.delete({ where: { id: old.id } });
  }
  const { _max } = await tx.image.aggregate({ where: { caseId: figure.caseId }, _max: { position: true } });
  const after = (_max.position ?? -1) + 1;
  const labels = await tx.imageLabel.findMany({ where: { imageId: figure.id } });
  const made = [];
  for (const [index, panel] of panels.entries()) {
    const old = stored.find(({ cropKey }) => cropKey === keyOf(panel));
    const id = old?.id ?? newId();
    made.push({ id, figure: panel.figure });
    if (old) {
      await tx.image.update({ where: { id }, data: { figure: panel.figure }, select: { id: true } });
      continue;
    }
    const { caseId, instanceId, frame } = figure;
    await tx.image.create({
      data: {
        id,
        caseId,
        instanceId,
        frame,
        figure: panel.figure,
        parentId: figure.id,
        crop: [...panel.crop],
        cropKey: keyOf(panel),
        chosenBy: "annotated",
        position: after + index,
      },
    });
    await tx.imageLabel.createMany({ data: labels.map((label) => ({ ...label, imageId: id })) });
  }
  return { ok: true, panels: made };
}

/**
 * Cuts a figure into panels: afterwards it has these and no others. The figure itself stays as it is. A panel on which
 * something hangs is not taken away.
 */
export async function cutPanels(
  actor: Actor,
  imageId: string,
  panels: readonly PanelInput[],
): Promise<CutOutcome> {
  if (!isId(imageId)) return { ok: false, reason: "not-found" };
  const found = await (await database()).image.findUnique({
    where: { id: imageId },
    select: { caseId: true },
  });
  if (!found) return { ok: false, reason: "not-found" };
  const gate = await readableCase(actor, found.caseId);
  if (!gate.ok) return gate;
  return transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ state: string; settings: unknown }[]>`
      SELECT c."state", p."settings" FROM "CaseRecord" c JOIN "Project" p ON p."id" = c."projectId"
      WHERE c."id" = ${found.caseId}::uuid FOR UPDATE OF c`;
    if (!mayCut(gate.case.role, panelSettings(row?.settings))) return { ok: false, reason: "not-allowed" };
    if (!openStates.includes(row?.state ?? "")) return { ok: false, reason: "settled" };
    const [figure] = await tx.$queryRaw<(Figure & { kind: string; crop: unknown })[]>`
      SELECT i."id", i."caseId", i."instanceId", i."frame", i."crop", s."kind",
        (n."metadata" ->> 'columns')::int AS "columns", (n."metadata" ->> 'rows')::int AS "rows"
      FROM "Image" i JOIN "Instance" n ON n."id" = i."instanceId" JOIN "Series" s ON s."id" = n."seriesId"
      WHERE i."id" = ${imageId}::uuid`;
    if (!figure) return { ok: false, reason: "not-found" };
    if (figure.kind !== "figure" || figure.crop !== null) return { ok: false, reason: "no-figure" };
    const fault = faultIn(panels, figure);
    if (fault) return fault;
    const outcome = await writePanels(tx, figure, panels);
    if (outcome.ok)
      await recordEvent(tx, {
        actorId: actor.id,
        action: "image.cut",
        subjectType: "image",
        subjectId: figure.id,
        projectId: gate.case.projectId,
        detail: { caseId: figure.caseId, panels: panels.map((panel) => `${panel.figure} ${keyOf(panel)}`) },
      });
    return outcome;
  });
}
