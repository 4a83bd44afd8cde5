import type { Actor } from "@/lib/auth/types";
import { type Gate, isId, readableCase } from "@/lib/cases/data/gate";
import { database } from "@/lib/db/client";
import { blindWork } from "../data/comparisons";
import type { Scores } from "../types";

/** Keeps what a person thinks of a text that they may rate; their newest word counts. */
export async function rateText(actor: Actor, textId: string, scores: Scores): Promise<Gate<object>> {
  const missing = { ok: false, reason: "not-found" } as const;
  if (!isId(textId)) return missing;
  const db = await database();
  const row = await db.comparisonText.findUnique({
    where: { id: textId },
    select: { image: { select: { caseId: true, comparisonId: true } } },
  });
  if (!row) return missing;
  const gate = await readableCase(actor, row.image.caseId);
  if (!gate.ok) return gate;
  const { items } = await blindWork(actor, gate.case.role, row.image.comparisonId);
  if (!items.some(({ texts }) => texts.some(({ id }) => id === textId))) return missing;
  const { accuracy, relevance, completeness, usefulness } = scores;
  const data = { accuracy, relevance, completeness, usefulness, ratedAt: new Date() };
  await db.comparisonRating.upsert({
    where: { textId_raterId: { textId, raterId: actor.id } },
    create: { textId, raterId: actor.id, ...data },
    update: data,
  });
  return { ok: true };
}
