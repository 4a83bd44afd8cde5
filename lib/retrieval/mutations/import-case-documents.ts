import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { availableParallelism, hostname } from "node:os";
import { join } from "node:path";
import { v7 as makeId } from "uuid";
import { recordEvent } from "@/lib/audit/mutations";
import { ensureProject } from "@/lib/cases/mutations/ensure-project";
import type { ImportOptions, ImportPath } from "@/lib/cases/mutations/import-paths";
import { importTools } from "@/lib/cases/mutations/import-tools";
import { discard } from "@/lib/cases/mutations/store-objects";
import { transaction } from "@/lib/db/client";
import { dataDir } from "@/lib/db/places";
import { readIdentityKey } from "@/lib/deidentification/data";
import { findUnits } from "@/lib/importing/data/find-units";
import { normaliseQueue } from "@/lib/importing/data/normalise-queue";
import { bundle as bundleImporter } from "@/lib/importing/importers/bundle";
import { patientOf } from "@/lib/importing/rules/case-facts";
import { groupKeyOf, patientKeyOf } from "@/lib/importing/rules/patient-key";
import { planCase } from "@/lib/importing/rules/plan-case";
import { filledByRun } from "@/lib/importing/rules/run-source";
import type { ImportTools, IncomingCase, RunSource } from "@/lib/importing/types";
import { storeFile } from "@/lib/storage/data";
import { addCounts, noDocuments } from "../rules/add-counts";
import { caseDocumentId, caseDocumentText } from "../rules/case-document";
import type { DocumentImport, IncomingDocument } from "../types";
import { storeDocuments } from "./store-documents";

interface CaseDocumentOptions extends Pick<ImportOptions, "projectSlug" | "actorId"> {
  readonly source: RunSource;
  /** They belong to a benchmark or a test split: stored, so that they are known, and never found. */
  readonly heldOut: boolean;
}

/**
 * Imports case bundles as documents for retrieval only: nobody reads them. Of their pictures one poster is kept, identity
 * removed; the files are read for whose patient they are. What is wrong is refused by file, and the others are stored.
 */
export async function importCaseDocuments(
  paths: readonly ImportPath[],
  { projectSlug, actorId, source, heldOut }: CaseDocumentOptions,
): Promise<DocumentImport> {
  const { id: projectId } = await ensureProject(projectSlug, actorId);
  const identityKey = await readIdentityKey(dataDir());
  const workFolder = join(dataDir(), "incoming", `${process.pid}-${randomUUID()}-${hostname()}`);
  const workDir = join(workFolder, "work");
  await mkdir(workFolder, { recursive: true, mode: 0o700 });
  const queue = normaliseQueue({ workDir, identityKey }, Math.min(2, availableParallelism()));
  const tools: ImportTools = {
    ...importTools(projectId, queue, () => {}),
    storedHashes: async () => new Set(),
    storedInstances: async () => [],
  };
  let total = noDocuments;
  const refused: { file: string; reason: string }[] = [];
  const refuse = (file: string, reason: string) => refused.push({ file, reason });
  try {
    for (const given of paths) {
      const { name, path } = typeof given === "string" ? { name: given, path: given } : given;
      for await (const unit of findUnits(name, path, workFolder)) {
        if (unit.kind === "refused") refuse(unit.file, unit.reason);
        else if (unit.kind === "dicom" || unit.kind === "picture")
          refuse(
            unit.file.name,
            "has no text to be found by: a case for retrieval is a folder with case.json",
          );
        else if (unit.kind === "bundle")
          for await (const found of bundleImporter.read([unit], tools)) {
            if (found.kind === "refused") refuse(found.file, found.reason);
            else if (found.kind === "case") {
              const pictureKey = await storePicture(found.incoming);
              const document = documentOf(found.incoming, { source, heldOut, identityKey, pictureKey });
              for (const instance of found.incoming.instances) await discard(instance);
              if (document === null) refuse(found.incoming.name, "holds no text that people wrote");
              else total = addCounts(total, await storeDocuments(projectId, [document]));
            }
          }
      }
    }
  } finally {
    await queue.close();
    await rm(workFolder, { recursive: true, force: true });
  }
  const detail = { ...total, heldOut, refused: refused.length };
  await transaction((tx) =>
    recordEvent(tx, {
      actorId,
      action: "import.case-documents",
      subjectType: "project",
      subjectId: projectId,
      projectId,
      detail,
    }),
  );
  return { ...total, refused };
}

/**
 * Keeps the poster of the image that stands for a case: the first that its bundle names, else the first key slice, else the
 * middle one of those that would be read. None where a person would have to look at the pictures first, as nobody will.
 */
async function storePicture(incoming: IncomingCase): Promise<string | null> {
  const outcome = planCase(incoming, null, makeId);
  if (!outcome.ok || outcome.plan.facts.holdReason !== null) return null;
  const { images, instances } = outcome.plan;
  const sampled = images.all.filter(({ chosenBy }) => chosenBy === "sampled");
  const chosen =
    images.all.find(({ chosenBy }) => chosenBy === "bundle") ??
    images.all.find(({ chosenBy }) => chosenBy === "annotated") ??
    sampled[Math.floor(sampled.length / 2)];
  const from = instances.fresh.find(({ instance }) => instance.id === chosen?.instanceId)?.from;
  return from ? storeFile("objects", from.normalised.posterFile) : null;
}

function documentOf(
  incoming: IncomingCase,
  options: {
    readonly source: RunSource;
    readonly heldOut: boolean;
    readonly identityKey: Buffer;
    readonly pictureKey: string | null;
  },
): IncomingDocument | null {
  const { bundle } = incoming;
  if (!bundle) return null;
  const source = filledByRun(incoming.source, options.source);
  const { sections } = bundle;
  const text = caseDocumentText([
    { kind: "history", text: sections?.clinicalHistory ?? "" },
    { kind: "findings", text: sections?.imagingFindings ?? "" },
    ...bundle.images.map(({ caption }) => ({ kind: "caption", text: caption ?? "" })),
    { kind: "discussion", text: sections?.discussion ?? "" },
    { kind: "differential", text: sections?.differentialDiagnosis.join("\n") ?? "" },
    { kind: "diagnosis", text: sections?.finalDiagnosis ?? "" },
  ]);
  if (text === "") return null;
  const patient = patientOf(incoming);
  const patientKey = patient === null ? null : patientKeyOf(patient, source, options.identityKey);
  return {
    kind: "case",
    externalId: caseDocumentId(source, incoming.externalId),
    title: bundle.title || `Case ${bundle.caseId}`,
    source: source.name,
    licence: source.licence ?? null,
    url: source.url ?? null,
    text,
    caseId: null,
    pictureKey: options.pictureKey,
    groupKey: groupKeyOf(patientKey, bundle.group ?? incoming.externalId, source),
    heldOut: options.heldOut,
    externalModelAllowed: source.externalModelAllowed ?? false,
  };
}
