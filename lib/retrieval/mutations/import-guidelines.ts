import { recordEvent } from "@/lib/audit/mutations";
import { ensureProject } from "@/lib/cases/mutations/ensure-project";
import type { ImportOptions, ImportPath } from "@/lib/cases/mutations/import-paths";
import { transaction } from "@/lib/db/client";
import type { GuidelineLine } from "@/lib/importing/schema";
import { guidelinesIn } from "../data/guideline-files";
import { addCounts, noDocuments } from "../rules/add-counts";
import type { DocumentImport, IncomingDocument } from "../types";
import { storeDocuments } from "./store-documents";

const batchSize = 200;

/** A published text: its words may go into requests. */
const documentOf = ({ id: externalId, ...rest }: GuidelineLine): IncomingDocument => ({
  ...rest,
  externalId,
  kind: "guideline",
  caseId: null,
  pictureKey: null,
  groupKey: null,
  heldOut: false,
  externalModelAllowed: true,
});

/**
 * Imports guidelines from JSON Lines files and from Markdown and text files, also folders of them. What is wrong is refused
 * by file and line and the others are stored; a guideline with a known id is brought up to date.
 */
export async function importGuidelines(
  paths: readonly ImportPath[],
  options: Pick<ImportOptions, "projectSlug" | "actorId">,
): Promise<DocumentImport> {
  const { id: projectId } = await ensureProject(options.projectSlug, options.actorId);
  let total = noDocuments;
  const refused: { file: string; reason: string }[] = [];
  let waiting: IncomingDocument[] = [];
  const store = async () => {
    total = addCounts(total, await storeDocuments(projectId, waiting));
    waiting = [];
  };
  for (const given of paths) {
    const { name, path } = typeof given === "string" ? { name: given, path: given } : given;
    for await (const found of guidelinesIn(name, path)) {
      if (found.ok) waiting.push(documentOf(found.guideline));
      else refused.push({ file: found.file, reason: found.reason });
      if (waiting.length === batchSize) await store();
    }
  }
  await store();
  await transaction((tx) =>
    recordEvent(tx, {
      actorId: options.actorId,
      action: "import.guidelines",
      subjectType: "project",
      subjectId: projectId,
      projectId,
      detail: { ...total, refused: refused.length },
    }),
  );
  return { ...total, refused };
}
