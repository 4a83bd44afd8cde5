import { describe, expect, it } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { workspaceOf } from "@/lib/reading/data/workspace-of";
import { openReading } from "@/lib/reading/mutations/open-reading";
import { seedActor, seedCase, seedProject } from "@/lib/reading/testing/seed-case";
import { cutPanels } from "./mutations/cut-panels";
import { readStoredCase } from "./mutations/read-stored-case";
import type { PanelInput } from "./schema";

const database = testDatabase();
const two: readonly PanelInput[] = [
  { figure: "1a", crop: [0, 0, 30, 48] },
  { figure: "1b", crop: [34, 0, 30, 48] },
];

async function scene(slug: string) {
  const db = database.client;
  const project = await seedProject(db, slug);
  const person = (name: string, role: "reader" | "adjudicator") =>
    seedActor(db, `${name}.${slug}`, [{ project, role }]);
  const [reader, adjudicator] = [await person("reader", "reader"), await person("judge", "adjudicator")];
  const stranger = await seedActor(db, `stranger.${slug}`, []);
  // 64 columns by 48 rows.
  const seeded = await seedCase(db, project);
  await db.series.update({ where: { id: seeded.seriesId }, data: { kind: "figure" } });
  const panels = () =>
    db.image.findMany({
      where: { parentId: seeded.imageId },
      orderBy: { position: "asc" },
      select: { id: true, figure: true, crop: true, instanceId: true, frame: true },
    });
  return { db, project, reader, adjudicator, stranger, seeded, panels };
}

describe("cutting a figure into panels", () => {
  it("makes images of its parts and leaves the figure as it is", async () => {
    const { db, reader, seeded, panels } = await scene("cut");
    const before = await db.image.findUniqueOrThrow({ where: { id: seeded.imageId } });
    expect(await cutPanels(reader, seeded.imageId, two)).toMatchObject({ ok: true });
    expect(await panels()).toMatchObject([
      { figure: "1a", crop: [0, 0, 30, 48], instanceId: seeded.instanceId, frame: 1 },
      { figure: "1b", crop: [34, 0, 30, 48] },
    ]);
    expect(await db.image.findUniqueOrThrow({ where: { id: seeded.imageId } })).toEqual(before);
    expect(await db.auditEvent.count({ where: { action: "image.cut", subjectId: seeded.imageId } })).toBe(1);
    const opened = await workspaceOf(reader, seeded.id);
    expect(opened.ok && opened.workspace.images.map(({ figure, crop }) => [figure, crop?.[0]])).toEqual([
      ["1a", undefined],
      ["1a", 0],
      ["1b", 34],
    ]);
  });

  it("keeps the panels that stay, under their ids, and takes away those that are gone", async () => {
    const { reader, seeded, panels } = await scene("again");
    await cutPanels(reader, seeded.imageId, two);
    const [first] = await panels();
    const [kept] = two;
    if (!first || !kept) throw new Error("nothing was cut");
    await cutPanels(reader, seeded.imageId, [{ ...kept, figure: "A" }]);
    expect(await panels()).toMatchObject([{ id: first.id, figure: "A" }]);
  });

  it("does not take away a panel on which words hang", async () => {
    const { db, reader, seeded, panels } = await scene("used");
    await cutPanels(reader, seeded.imageId, two);
    const opened = await openReading(reader, seeded.id);
    const [panel] = await panels();
    if (!opened.ok || !panel) throw new Error("nothing was opened or cut");
    await db.decision.create({
      data: {
        readingId: opened.readingId,
        id: panel.id,
        revision: 1,
        kind: "added",
        textKind: "caption",
        imageId: panel.id,
      },
    });
    expect(await cutPanels(reader, seeded.imageId, [])).toEqual({
      ok: false,
      reason: "in-use",
      figure: "1a",
    });
    expect(await panels()).toHaveLength(2);
  });

  it("is for those who read the case, and by setting only for adjudicators and admins", async () => {
    const { db, project, reader, adjudicator, stranger, seeded } = await scene("who");
    expect(await cutPanels(stranger, seeded.imageId, two)).toEqual({ ok: false, reason: "not-found" });
    await db.project.update({ where: { id: project.id }, data: { settings: { readersMayCrop: false } } });
    expect(await cutPanels(reader, seeded.imageId, two)).toEqual({ ok: false, reason: "not-allowed" });
    expect(await cutPanels(adjudicator, seeded.imageId, two)).toMatchObject({ ok: true });
    await db.caseRecord.update({ where: { id: seeded.id }, data: { state: "read" } });
    expect(await cutPanels(adjudicator, seeded.imageId, [])).toEqual({ ok: false, reason: "settled" });
  });

  it("refuses panels beyond the figure, twice the same, and what is no figure", async () => {
    const { db, reader, seeded, panels } = await scene("wrong");
    const cut = (...list: PanelInput[]) => cutPanels(reader, seeded.imageId, list);
    expect(await cut({ figure: "1a", crop: [40, 0, 30, 48] })).toMatchObject({
      reason: "invalid",
      path: ["panels", 0, "crop"],
      message: "reaches beyond the figure of 64 x 48 pixels",
    });
    expect(
      await cut({ figure: "1a", crop: [0, 0, 30, 48] }, { figure: "1A", crop: [34, 0, 30, 48] }),
    ).toMatchObject({ reason: "invalid", path: ["panels", 1, "figure"] });
    await cutPanels(reader, seeded.imageId, two);
    const [panel] = await panels();
    expect(await cutPanels(reader, panel?.id ?? "", two)).toEqual({ ok: false, reason: "no-figure" });
    await db.series.update({ where: { id: seeded.seriesId }, data: { kind: "dicom" } });
    expect(await cut(...two)).toEqual({ ok: false, reason: "no-figure" });
  });

  it("is none of a source's business: an import does not see the panels", async () => {
    const { db, reader, seeded } = await scene("import");
    await cutPanels(reader, seeded.imageId, two);
    const stored = await db.$transaction((tx) => readStoredCase(tx, seeded.id));
    expect(stored.images.map(({ id }) => id)).toEqual([seeded.imageId]);
  });
});
