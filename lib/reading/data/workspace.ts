import { z } from "zod";
import { panelSettings } from "@/lib/cases/rules";
import type { ReadableCaseId } from "@/lib/cases/types";
import { database, type Transaction } from "@/lib/db/client";
import { isStaleDraft, readingSettings } from "../rules";
import { textKinds, textPayloadSchema } from "../schema";
import type {
  DraftSentence,
  DraftView,
  OwnReadingId,
  PassageKind,
  PassageView,
  ReadingWorkspace,
} from "../types";
import { currentDrafts } from "./drafts";
import { undoStepsOf } from "./history";
import { itemsOf } from "./items";

const nothingYet: Pick<ReadingWorkspace["reading"], "items" | "undo"> = {
  items: { region: [], keySlice: [], decision: [], rating: [], verdict: [], span: [] },
  undo: [],
};

const readingRow = (db: Transaction, id: OwnReadingId) =>
  db.reading.findUniqueOrThrow({
    where: { id },
    select: { id: true, revision: true, state: true, submittedAt: true, activeSeconds: true },
  });

/** The reader's own work. */
export async function readingOf(readingId: OwnReadingId): Promise<ReadingWorkspace["reading"]> {
  const db = await database();
  const withDates = (row: Awaited<ReturnType<typeof readingRow>>) => ({
    ...row,
    state: row.state as ReadingWorkspace["reading"]["state"],
    submittedAt: row.submittedAt?.toISOString() ?? null,
  });
  const row = await readingRow(db, readingId);
  // Every change raises the revision, so before the first there is nothing to ask for.
  if (row.revision === 0) return { ...withDates(row), ...nothingYet };
  // One snapshot: items and revision belong together.
  return db.$transaction(
    async (tx) => ({
      ...withDates(await readingRow(tx, readingId)),
      items: await itemsOf(tx, readingId),
      undo: await undoStepsOf(tx, readingId),
    }),
    { isolationLevel: "RepeatableRead" },
  );
}

/** What the drafters wrote down about themselves; whatever is missing is said to be so. */
const provenanceSchema = z.object({
  method: z.string().nullable().catch(null),
  model: z.string().nullable().catch(null),
  promptVersion: z.string().nullable().catch(null),
  retrieval: z.string().nullable().catch(null),
});

/** The case's texts: passages as they stand now, and the drafts of the round. */
export async function textsOf(
  caseId: ReadableCaseId,
  round: number,
): Promise<{ readonly passages: readonly PassageView[]; readonly drafts: readonly DraftView[] }> {
  const db = await database();
  const [passages, drafts] = await Promise.all([
    db.passage.findMany({
      where: { caseId },
      select: {
        id: true,
        kind: true,
        imageId: true,
        text: true,
        qa: true,
        supersededById: true,
        createdAt: true,
      },
      orderBy: [{ position: "asc" }, { id: "asc" }],
    }),
    db.draft.findMany({
      where: currentDrafts(caseId, round),
      include: {
        run: { select: { method: true, version: true } },
        questionLabels: {
          orderBy: [{ labelledAt: "desc" }, { labeller: "asc" }],
          take: 1,
          select: { label: true, labeller: true },
        },
      },
      orderBy: [{ position: "asc" }, { id: "asc" }],
    }),
  ]);
  const sources = passages.map((passage) => ({ ...passage, superseded: passage.supersededById !== null }));
  return {
    passages: passages
      .filter((passage) => passage.supersededById === null)
      .map(({ id, kind, imageId, text, qa }) => ({
        id,
        kind: kind as PassageKind,
        imageId,
        text,
        qa: qa as unknown as PassageView["qa"],
      })),
    drafts: drafts.map((draft) => {
      const sentences = draft.sentences as unknown as readonly DraftSentence[];
      const said = provenanceSchema.safeParse(draft.provenance).data;
      const written = draft.run ? `${draft.run.method} ${draft.run.version}` : draft.method;
      return {
        id: draft.id,
        kind: textKinds.find((kind) => kind === draft.kind) ?? "caption",
        imageId: draft.imageId,
        parentDraftId: draft.parentDraftId,
        language: draft.language,
        payload: textPayloadSchema.parse(draft.payload),
        contentHash: draft.contentHash,
        sentences,
        stale: isStaleDraft({ ...draft, sentences }, sources),
        questionLabel: draft.questionLabels[0] ?? null,
        provenance: {
          method: said?.method ?? written.replaceAll("-", " "),
          model: said?.model ?? null,
          promptVersion: said?.promptVersion ?? null,
          retrieval: said?.retrieval ?? null,
          writtenAt: draft.createdAt.toISOString().slice(0, 10),
          runId: draft.runId,
        },
      };
    }),
  };
}

/** The frame around a case: its name, its project and how that wants it read. */
export async function caseHeading(caseId: ReadableCaseId) {
  const row = await (await database()).caseRecord.findUniqueOrThrow({
    where: { id: caseId },
    select: {
      id: true,
      number: true,
      title: true,
      state: true,
      age: true,
      sex: true,
      project: { select: { slug: true, name: true, settings: true } },
    },
  });
  const { slug, name, settings } = row.project;
  return {
    ...row,
    project: { slug, name },
    settings: readingSettings(settings),
    panels: panelSettings(settings),
  };
}
