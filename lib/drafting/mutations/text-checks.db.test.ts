import { v7 as newId } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { transaction } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing/test-database";
import type { TextPayload } from "@/lib/reading/schema";
import { type SeededCase, type SeededProject, seedCase, seedProject } from "@/lib/reading/testing/seed-case";
import { draftContentHash } from "../rules/content-hash";
import { checkProject } from "./check-project";
import { storeDraftChecks } from "./text-checks";

const database = testDatabase();

describe("checks of drafts", () => {
  let project: SeededProject;
  beforeAll(async () => {
    project = await seedProject(database.client, "checks");
  });

  const passage = (seeded: SeededCase, text: string) =>
    database.client.passage.create({
      data: { id: newId(), caseId: seeded.id, kind: "findings", text, contentHash: newId() },
    });
  const draft = async (seeded: SeededCase, text: string, change: { readonly language?: string } = {}) => {
    const payload: TextPayload = { form: "text", text };
    const id = newId();
    const contentHash = draftContentHash("findings", null, payload);
    await database.client.draft.create({
      data: {
        id,
        draftSetId: seeded.setId,
        kind: "findings",
        method: "bundle",
        payload,
        contentHash,
        ...change,
      },
    });
    return id;
  };
  const check = (seeded: SeededCase, again = false) =>
    transaction((tx) => storeDraftChecks(tx, seeded.id, again));
  const runs = (draftId: string) => database.client.textCheck.count({ where: { draftId } });

  it("checks every draft once, and again only where what it is held against has changed", async () => {
    const seeded = await seedCase(database.client, project);
    await passage(seeded, "A mass in the left breast.");
    const id = await draft(seeded, "A mass in the right breast.");
    expect(await check(seeded)).toEqual({ checked: 5, flags: 1 });
    expect(await check(seeded, true)).toEqual({ checked: 0, flags: 0 });
    await passage(seeded, "The right breast shows a mass, too.");
    await check(seeded);
    expect(await runs(id)).toBe(2);
    const [newest] = await database.client.textCheck.findMany({
      where: { draftId: id },
      orderBy: { id: "desc" },
      select: { flags: true },
    });
    expect(newest?.flags).toEqual([]);
  });

  it("writes a new run beside the old one when the version is another", async () => {
    const seeded = await seedCase(database.client, project);
    await passage(seeded, "A mass in the left breast.");
    const id = await draft(seeded, "A mass in the right breast.");
    await check(seeded);
    await database.client.textCheck.updateMany({ where: { draftId: id }, data: { checkerVersion: 0 } });
    await check(seeded);
    expect(await runs(id)).toBe(2);
    expect(await database.client.flag.count({ where: { check: { draftId: id } } })).toBe(2);
  });

  it("leaves drafts that readers judge as they are, but for those that nobody checked, until it is asked to", async () => {
    const seeded = await seedCase(database.client, project);
    await passage(seeded, "A mass in the left breast.");
    const early = await draft(seeded, "A mass in the right breast.");
    await check(seeded);
    await database.client.draftSet.update({ where: { id: seeded.setId }, data: { frozenAt: new Date() } });
    const late = await draft(seeded, "The right breast holds a mass.");
    await passage(seeded, "No lymph node is enlarged.");
    await check(seeded);
    expect([await runs(early), await runs(late)]).toEqual([1, 1]);
    await check(seeded, true);
    expect([await runs(early), await runs(late)]).toEqual([2, 1]);
  });

  it("claims nothing about a language it does not know", async () => {
    const seeded = await seedCase(database.client, project);
    const id = await draft(seeded, "Zyste der linken Niere.", { language: "de" });
    await check(seeded);
    expect(await runs(id)).toBe(0);
  });

  it("knows what regions that came with the case measure, in millimetres", async () => {
    const seeded = await seedCase(database.client, project);
    await passage(seeded, "A nodule of 19 mm in the left lung.");
    await database.client.sourceRegion.create({
      data: {
        id: newId(),
        caseId: seeded.id,
        instanceId: seeded.instanceId,
        frame: 1,
        kind: "length",
        // 32 columns of 0.5 mm.
        points: [
          [4, 4],
          [36, 4],
        ],
        label: "nodule",
        contentHash: newId(),
      },
    });
    const right = await draft(seeded, "A nodule of 16 mm in the left lung.");
    const wrong = await draft(seeded, "A nodule of 32 mm in the left lung.");
    await check(seeded);
    const kinds = async (draftId: string) =>
      (await database.client.flag.findMany({ where: { check: { draftId } } })).map(({ kind }) => kind);
    expect(await kinds(right)).toEqual([]);
    expect(await kinds(wrong)).toEqual(["measurement"]);
  });

  it("goes over a project, also over what readers judge, and lists what stands", async () => {
    const other = await seedProject(database.client, "checked-whole");
    const seeded = await seedCase(database.client, other);
    await passage(seeded, "A mass in the left breast.");
    const id = await draft(seeded, "A mass in the right breast.");
    await database.client.draftSet.update({ where: { id: seeded.setId }, data: { frozenAt: new Date() } });
    const first = await checkProject("checked-whole", null, () => {});
    expect(first).toMatchObject({
      ok: true,
      report: {
        cases: 1,
        checked: 5,
        flags: [{ case: "RR-00001", draft: id, kind: "findings", flag: "laterality", quote: "right" }],
      },
    });
    expect(await checkProject("checked-whole", 1, () => {})).toMatchObject({
      ok: true,
      report: { checked: 0, flags: [{ draft: id }] },
    });
    expect(await checkProject("checked-whole", 7, () => {})).toEqual({
      ok: false,
      sentence: "There is no case RR-00007 in checked-whole.",
    });
    expect(await checkProject("nowhere", null, () => {})).toMatchObject({ ok: false });
  });
});
