import { v7 as makeId } from "uuid";
import { recordEvent } from "@/lib/audit/mutations";
import type { Transaction } from "@/lib/db/client";
import {
  differingFromRun,
  filledByRun,
  runRefusal,
  type SourceTerms,
  showTerm,
} from "@/lib/importing/rules/run-source";
import type { CaseSource, RunSource } from "@/lib/importing/types";

export type SourceOutcome =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly reason: string };

export interface SourceAsker {
  readonly projectId: string;
  readonly actorId: string | null;
  readonly runSource: RunSource;
}

const terms = { name: true, site: true, url: true, licence: true, externalModelAllowed: true } as const;

/**
 * The row of a source, made where it is missing. Licence and permission belong to the source. What the run says never
 * changes one that is there; a bundle may, where the source has no case but this one, because it would change what may
 * be done with others.
 */
export async function sourceOfCase(
  tx: Transaction,
  { projectId, actorId, runSource }: SourceAsker,
  source: CaseSource,
  caseId: string | null,
): Promise<SourceOutcome> {
  const { name, site } = source;
  const made = filledByRun(source, runSource);
  const first: SourceTerms = {
    name,
    site,
    url: made.url ?? null,
    licence: made.licence ?? null,
    externalModelAllowed: made.externalModelAllowed ?? false,
  };
  await tx.source.createMany({ data: [{ id: makeId(), projectId, ...first }], skipDuplicates: true });
  const { id, ...there } = await tx.source.findUniqueOrThrow({
    where: { projectId_name_site: { projectId, name, site } },
    select: { id: true, ...terms },
  });
  const others = await tx.caseRecord.count({
    where: { sourceId: id, ...(caseId === null ? {} : { id: { not: caseId } }) },
  });
  const said = { licence: source.licence, externalModelAllowed: source.externalModelAllowed };
  const differing = (["licence", "externalModelAllowed"] as const).find(
    (key) => said[key] !== undefined && said[key] !== there[key],
  );
  if (differing && others > 0)
    return {
      ok: false,
      reason: `source.${differing} is ${showTerm(said[differing])}, but other cases of this source and site say ${showTerm(there[differing])}; give the source another name or site`,
    };
  const unsaid = {
    url: source.url === undefined ? runSource.url : undefined,
    licence: source.licence === undefined ? runSource.licence : undefined,
    externalModelAllowed:
      source.externalModelAllowed === undefined ? runSource.externalModelAllowed : undefined,
  };
  const key = differingFromRun(there, unsaid);
  if (key) return { ok: false, reason: runRefusal(there, unsaid, key) };
  if (!differing) return { ok: true, id };
  const changed = {
    licence: said.licence ?? there.licence,
    externalModelAllowed: said.externalModelAllowed ?? there.externalModelAllowed,
    url: source.url ?? there.url,
  };
  await tx.source.update({ where: { id }, data: changed });
  await recordEvent(tx, {
    actorId,
    action: "source.change",
    subjectType: "source",
    subjectId: id,
    projectId,
    detail: { by: "import", licence: changed.licence, externalModelAllowed: changed.externalModelAllowed },
  });
  return { ok: true, id };
}

/** A file of a study that lies in a case already: what the run says must be what that case's source says. */
export async function runFitsCase(
  tx: Transaction,
  caseSourceId: string,
  runSource: RunSource,
): Promise<SourceOutcome> {
  const there = await tx.source.findUniqueOrThrow({ where: { id: caseSourceId }, select: terms });
  const key = differingFromRun(there, runSource);
  return key ? { ok: false, reason: runRefusal(there, runSource, key) } : { ok: true, id: caseSourceId };
}
