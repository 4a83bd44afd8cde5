import { v7 as makeId } from "uuid";
import type { Transaction } from "@/lib/db/client";
import type { CaseSource } from "@/lib/importing/types";

export type SourceOutcome =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly reason: string };

const show = (value: string | boolean | null) => (value === null ? "none" : JSON.stringify(value));

/**
 * The row of a source, made where it is missing. Licence and permission belong to the source: a bundle that says
 * otherwise is refused, unless the source has no case but this one, because it would change what may be done with others.
 */
export async function sourceOfCase(
  tx: Transaction,
  projectId: string,
  source: CaseSource,
  caseId: string | null,
): Promise<SourceOutcome> {
  await tx.source.createMany({ data: [{ id: makeId(), projectId, ...source }], skipDuplicates: true });
  const where = { projectId_name_site: { projectId, name: source.name, site: source.site } };
  const { id, ...there } = await tx.source.findUniqueOrThrow({
    where,
    select: { id: true, licence: true, externalModelAllowed: true },
  });
  const differing = (["licence", "externalModelAllowed"] as const).find((key) => there[key] !== source[key]);
  if (!differing) return { ok: true, id };
  const others = await tx.caseRecord.count({
    where: { sourceId: id, ...(caseId === null ? {} : { id: { not: caseId } }) },
  });
  if (others > 0)
    return {
      ok: false,
      reason: `source.${differing} is ${show(source[differing])}, but other cases of this source and site say ${show(there[differing])}; give the source another name or site`,
    };
  const { licence, externalModelAllowed, url } = source;
  await tx.source.update({ where: { id }, data: { licence, externalModelAllowed, url } });
  return { ok: true, id };
}
