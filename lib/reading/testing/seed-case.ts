import { createHash } from "node:crypto";
import { v7 as newId } from "uuid";
import type { Actor, Role } from "@/lib/auth/types";
import type { InstanceMetadata } from "@/lib/cases/types";
import { canonicalJson } from "@/lib/core/text/canonical-json";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { TextKind, TextPayload } from "../schema";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Rows for tests: a project, people in it and cases with every kind of draft. Invented throughout. */
export async function seedProject(db: PrismaClient, slug: string) {
  const id = newId();
  await db.project.create({ data: { id, slug, name: `Project ${slug}` } });
  const sourceId = newId();
  await db.source.create({ data: { id: sourceId, projectId: id, name: "Invented", licence: "CC0-1.0" } });
  return { id, slug, sourceId };
}

export type SeededProject = Awaited<ReturnType<typeof seedProject>>;

export async function seedActor(
  db: PrismaClient,
  name: string,
  memberships: readonly { readonly project: SeededProject; readonly role: Role }[],
  siteAdmin = false,
): Promise<Actor> {
  const id = newId();
  const email = `${name}-${id.slice(-6)}@example.org`;
  await db.user.create({ data: { id, email, name, siteAdmin, passwordHash: "none" } });
  for (const { project, role } of memberships)
    await db.membership.create({ data: { userId: id, projectId: project.id, role } });
  return { id, name, email, siteAdmin, sessionVersion: 1 };
}

/** An oblique slice of 64 columns by 48 rows, 0.5 mm between columns and 0.8 mm between rows. */
const metadata: InstanceMetadata = {
  sopClassUid: "1.2.840.10008.5.1.4.1.1.2",
  modality: "CT",
  rows: 48,
  columns: 64,
  samplesPerPixel: 1,
  bitsAllocated: 16,
  bitsStored: 12,
  pixelRepresentation: 0,
  photometricInterpretation: "MONOCHROME2",
  frameCount: 2,
  frameTransferSyntaxUid: "1.2.840.10008.1.2.4.201",
  sourceTransferSyntaxUid: "1.2.840.10008.1.2.1",
  frameMediaType: "image/jphc",
  lossy: false,
  rescale: null,
  windows: [],
  voiFunction: "LINEAR",
  pixelSpacing: [0.8, 0.5],
  spacingSource: "pixel-spacing",
  radiographicMagnification: null,
  sliceThickness: 1,
  spacingBetweenSlices: null,
  frameOfReferenceUid: "2.25.1",
  patientPosition: "HFS",
  laterality: null,
  viewPosition: null,
  patientOrientation: null,
  geometry: [
    { position: [10, 20, 30], orientation: [0.6, 0.8, 0, 0, 0, -1] },
    { position: [10, 20, 31], orientation: [0.6, 0.8, 0, 0, 0, -1] },
  ],
  temporal: null,
  frameTime: null,
  ultrasoundRegions: [],
  technique: {},
  smallestValue: 0,
  largestValue: 4095,
};

interface CaseOptions {
  readonly state?: string;
  readonly readersWanted?: number;
  readonly title?: string;
  readonly priority?: number;
  readonly modalities?: readonly string[];
  /** Keys of stored objects; invented ones name no file. */
  readonly objectKey?: string;
}

export async function seedCase(db: PrismaClient, project: SeededProject, options: CaseOptions = {}) {
  const caseId = newId();
  const { lastNumber } = await db.project.update({
    where: { id: project.id },
    data: { lastNumber: { increment: 1 } },
  });
  const { state = "ready", readersWanted = 2, title = "Canary case", priority = 0 } = options;
  await db.caseRecord.create({
    data: {
      id: caseId,
      projectId: project.id,
      sourceId: project.sourceId,
      externalId: caseId,
      number: lastNumber,
      title,
      groupKey: caseId,
      state,
      readersWanted,
      priority,
      modalities: [...(options.modalities ?? ["CT"])],
      bodyParts: ["CHEST"],
      imageCount: 1,
      draftCount: 4,
    },
  });
  const [seriesId, instanceId, imageId] = [newId(), newId(), newId()];
  const key = options.objectKey ?? sha256(instanceId);
  await db.series.create({ data: { id: seriesId, caseId, kind: "dicom", uid: seriesId, modality: "CT" } });
  await db.instance.create({
    data: {
      id: instanceId,
      seriesId,
      uid: instanceId,
      sourceHash: sha256("source"),
      pixelHash: sha256("pixels"),
      metadata: { ...metadata } as unknown as object,
      objectKey: key,
      frameOffsets: [
        { offset: 0, length: 5 },
        { offset: 5, length: 7 },
      ],
      posterKey: key,
      thumbnailKey: key,
    },
  });
  await db.stack.create({
    data: {
      id: newId(),
      seriesId,
      signature: "one",
      label: "CT axial",
      kind: "volume",
      plane: "axial",
      positions: 2,
      times: 1,
      frames: [
        [instanceId, 1, 0, 0],
        [instanceId, 2, 1, 0],
      ],
    },
  });
  await db.image.create({
    data: { id: imageId, caseId, instanceId, frame: 1, figure: "1a", chosenBy: "bundle" },
  });
  const passageId = newId();
  await db.passage.create({
    data: { id: passageId, caseId, kind: "history", text: "Canary history", contentHash: sha256("history") },
  });
  const setId = newId();
  await db.draftSet.create({ data: { id: setId, caseId, round: 1 } });
  const draft = async (kind: TextKind, payload: TextPayload, parentDraftId: string | null = null) => {
    const id = newId();
    const contentHash = sha256(canonicalJson({ kind, imageId: null, payload }));
    await db.draft.create({
      data: { id, draftSetId: setId, kind, method: "bundle", payload, contentHash, parentDraftId },
    });
    return { id, kind, contentHash, payload };
  };
  const caption = await draft("caption", { form: "text", text: "A caption." });
  const findings = await draft("findings", { form: "text", text: "Findings." });
  const discussion = await draft("discussion", { form: "text", text: "A discussion." });
  const qa = await draft(
    "qa",
    {
      form: "qa",
      qa: { question: "Which?", options: ["A", "B"], answerIndexes: [0], answer: "A", reasoning: "" },
    },
    caption.id,
  );
  return {
    id: caseId,
    seriesId,
    instanceId,
    imageId,
    passageId,
    setId,
    drafts: { caption, findings, discussion, qa },
  };
}

export type SeededCase = Awaited<ReturnType<typeof seedCase>>;
