import { v7 as newId } from "uuid";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/types";
import { itemOf } from "@/lib/core/changes/items";
import { undoChange } from "@/lib/core/changes/undo";
import { transaction } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing/test-database";
import { claimId, type FlagClaim } from "@/lib/drafting/consistency/rules/flag-claims";
import { storeDraftChecks } from "@/lib/drafting/mutations/text-checks";
import { checkWordsAgain } from "@/lib/drafting/mutations/words-checks";
import { draftContentHash } from "@/lib/drafting/rules/content-hash";
import { readingOf } from "./data/workspace";
import { workspaceOf } from "./data/workspace-of";
import { openReading } from "./mutations/open-reading";
import { saveChanges } from "./mutations/save-changes";
import type { Change, DecisionValue, TextPayload } from "./schema";
import { acceptDraft, requestOf } from "./testing/change";
import { type SeededCase, type SeededProject, seedActor, seedCase, seedProject } from "./testing/seed-case";
import type { OwnReadingId, StoredFlag } from "./types";

const database = testDatabase();
const source = "A simple cyst of 12 mm lies in the right kidney. No hydronephrosis.";
const wrongSide: TextPayload = { form: "text", text: "A simple cyst of 12 mm lies in the left kidney." };

describe("flags of a reading", () => {
  let project: SeededProject;
  let reader: Actor;
  let seeded: SeededCase;
  let readingId: OwnReadingId;
  let draft: { readonly id: string; readonly contentHash: string };
  let flag: StoredFlag;

  beforeAll(async () => {
    project = await seedProject(database.client, "flags");
    reader = await seedActor(database.client, "reader", [{ project, role: "reader" }]);
  });
  beforeEach(async () => {
    seeded = await seedCase(database.client, project);
    await database.client.passage.create({
      data: { id: newId(), caseId: seeded.id, kind: "findings", text: source, contentHash: "source" },
    });
    draft = { id: newId(), contentHash: draftContentHash("findings", null, wrongSide) };
    await database.client.draft.create({
      data: {
        id: draft.id,
        draftSetId: seeded.setId,
        kind: "findings",
        method: "bundle",
        payload: wrongSide,
        contentHash: draft.contentHash,
        position: 9,
      },
    });
    const opened = await openReading(reader, seeded.id);
    if (!opened.ok) throw new Error(opened.reason);
    readingId = opened.readingId;
    const loaded = await workspaceOf(reader, seeded.id);
    const found = loaded.ok ? loaded.workspace.checks[draft.id]?.flags[0] : undefined;
    if (!found) throw new Error("the wrong side was not flagged");
    flag = found;
  });

  const save = (...changes: readonly Change[]) => saveChanges(reader, readingId, requestOf(...changes));
  const decide = (value: DecisionValue, base = 0): Change => ({
    op: "put",
    part: "decision",
    id: draft.id,
    base,
    value,
  });
  const judge = (verdict: "right" | "wrong", base = 0): Change => ({
    op: "put",
    part: "verdict",
    id: flag.id,
    base,
    value: { verdict, note: "" },
  });
  const override = (flags: readonly string[]): Change =>
    decide({
      kind: "accept",
      draftHash: draft.contentHash,
      override: { reason: "image-shows-it", note: "", flags: [...flags] },
    });

  it("stores what contradicts the draft with its place, its evidence and its fix", async () => {
    expect(flag).toMatchObject({ kind: "laterality", start: 35, end: 39, message: "Source says right." });
    expect(flag.fix).toEqual({ start: 35, end: 39, replacement: "right" });
    const { evidence } = flag;
    if (evidence.from !== "passage") throw new Error("no passage");
    expect(source.slice(evidence.span.start, evidence.span.end)).toContain("right");
    const { version } = await database.client.textCheck
      .findFirstOrThrow({ where: { draftId: draft.id } })
      .then(({ checkerVersion }) => ({ version: checkerVersion }));
    expect(version).toBeGreaterThanOrEqual(1);
  });

  it("refuses a plain accept and writes nothing of its request", async () => {
    const outcome = await save(acceptDraft(draft), acceptDraft(seeded.drafts.caption));
    expect(outcome).toMatchObject({ ok: false, reason: "flagged", draftId: draft.id, flag: { id: flag.id } });
    const { items, revision } = await readingOf(readingId);
    expect({ revision, decisions: items.decision }).toEqual({ revision: 0, decisions: [] });
  });

  it("takes an accept that says why and names the flag; one that names another flag it refuses", async () => {
    expect(await save(override([newId()]))).toMatchObject({ ok: false, reason: "flagged" });
    expect(await save(override([flag.id]))).toMatchObject({ ok: true });
    const { items } = await readingOf(readingId);
    expect(itemOf(items, "decision", draft.id).value).toMatchObject({
      kind: "accept",
      override: { reason: "image-shows-it", flags: [flag.id] },
    });
  });

  it("lets a flag that the reader calls wrong pass, in one request or two, in any order", async () => {
    expect(await save(acceptDraft(draft), judge("wrong"))).toMatchObject({ ok: true });
    expect(await save(judge("right", 1))).toMatchObject({ ok: false, reason: "flagged" });
    expect(await save({ op: "delete", part: "verdict", id: flag.id, base: 1 })).toMatchObject({
      ok: false,
      reason: "flagged",
    });
    const back = await save(judge("right", 1), { op: "delete", part: "decision", id: draft.id, base: 1 });
    expect(back).toMatchObject({ ok: true });
    expect(await save(acceptDraft(draft, 0))).toMatchObject({ ok: false, reason: "flagged" });
  });

  it("takes a verdict and its accept back, one step after the other", async () => {
    await save(judge("wrong"));
    await save(acceptDraft(draft));
    for (const expected of [1, 0]) {
      const { items, undo } = await readingOf(readingId);
      const step = undo[undo.length - 1];
      if (!step) throw new Error("nothing to undo");
      const changes = undoChange<Change, typeof items>(step, items);
      const request = { key: newId(), changes: [...changes], undoes: step.key };
      expect(await saveChanges(reader, readingId, request)).toMatchObject({ ok: true });
      const after = await readingOf(readingId);
      expect(after.items.verdict).toHaveLength(expected);
      expect(after.items.decision).toHaveLength(0);
    }
  });

  it("keeps a verdict where a newer version of the checks finds the same again, and with it the accept", async () => {
    await save(judge("wrong"), acceptDraft(draft));
    await database.client.textCheck.updateMany({ where: { draftId: draft.id }, data: { checkerVersion: 0 } });
    await transaction((tx) => storeDraftChecks(tx, seeded.id, true));
    const loaded = await workspaceOf(reader, seeded.id);
    const again = loaded.ok ? loaded.workspace.checks[draft.id]?.flags[0] : undefined;
    expect(again).toMatchObject({ kind: "laterality", start: flag.start });
    expect(again?.id).not.toBe(flag.id);
    const { items } = await readingOf(readingId);
    const verdict = itemOf(items, "verdict", again?.id ?? "");
    expect(verdict).toMatchObject({ revision: 1, value: { verdict: "wrong" } });
    expect(await save(acceptDraft(draft, 1))).toMatchObject({ ok: true });
  });

  it("refuses a verdict on a flag of another case", async () => {
    const other = flag.id;
    const elsewhere = await seedCase(database.client, project);
    const opened = await openReading(reader, elsewhere.id);
    if (!opened.ok) throw new Error(opened.reason);
    const change: Change = {
      op: "put",
      part: "verdict",
      id: other,
      base: 0,
      value: { verdict: "wrong", note: "" },
    };
    expect(await saveChanges(reader, opened.readingId, requestOf(change))).toMatchObject({
      ok: false,
      reason: "not-found",
    });
  });

  it("checks the reader's own words on the server, the newest only", async () => {
    const edit = (text: string): DecisionValue => ({
      kind: "edit",
      draftHash: draft.contentHash,
      result: { form: "text", text },
    });
    const flagsOfEdit = () =>
      database.client.flag.findMany({ where: { check: { readingId, itemId: draft.id } } });
    await save(decide(edit("A cyst of 21 mm lies in the right kidney.")));
    expect((await flagsOfEdit()).map(({ kind }) => kind)).toEqual(["measurement"]);
    await save(decide(edit("A cyst of 12 mm lies in the right kidney."), 1));
    expect(await flagsOfEdit()).toEqual([]);
    expect(await database.client.textCheck.count({ where: { readingId } })).toBe(1);
    await save({ op: "delete", part: "decision", id: draft.id, base: 2 });
    expect(await database.client.textCheck.count({ where: { readingId } })).toBe(0);
    const added = newId();
    const text = "The left kidney has a cyst of 12 mm.";
    const value: DecisionValue = {
      kind: "added",
      textKind: "findings",
      imageId: null,
      result: { form: "text", text },
    };
    await save({ op: "put", part: "decision", id: added, base: 0, value });
    const own = await database.client.flag.findMany({ where: { check: { readingId, itemId: added } } });
    expect(own.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ["laterality", "left"],
    ]);
  });

  describe("in the reader's own words", () => {
    const words = "No stone. A cyst of 12 mm lies in the left kidney.";
    const edit = (text: string, base = 0) =>
      decide({ kind: "edit", draftHash: draft.contentHash, result: { form: "text", text } }, base);
    const claim = {
      kind: "laterality",
      quote: "left",
      sentence: "A cyst of 12 mm lies in the left kidney.",
      place: 1,
    };
    const judged = (verdict: "right" | "wrong", more: Partial<FlagClaim> = {}, base = 0) => {
      const said = { itemId: draft.id, ...claim, ...more };
      const id = claimId(readingId, said);
      return { op: "put", part: "verdict", id, base, value: { verdict, note: "", claim: said } } as const;
    };
    const claimed = () =>
      database.client.flag.findMany({
        where: { check: { readingId, itemId: draft.id } },
        orderBy: { id: "asc" },
        select: { kind: true, claimId: true, check: { select: { checkerVersion: true } } },
      });

    it("a verdict names the claim, comes back as it was said, and is taken back", async () => {
      expect(await save(edit(words), judged("wrong"))).toMatchObject({ ok: true });
      const { id, value } = judged("wrong");
      expect(itemOf((await readingOf(readingId)).items, "verdict", id)).toEqual({ id, revision: 1, value });
      expect(await claimed()).toMatchObject([{ kind: "laterality", claimId: id }]);
      // The sentence stays and all around it is another: it is the same claim.
      await save(edit(`${words} It is simple.`, 1));
      expect((await claimed()).map((flag) => flag.claimId)).toEqual([id, id]);
      expect(await save({ op: "delete", part: "verdict", id, base: 1 })).toMatchObject({ ok: true });
      expect((await readingOf(readingId)).items.verdict).toEqual([]);
    });

    it("what was judged stays on record when the words are mended, what was not goes with them", async () => {
      await save(edit(words));
      await save(edit("A cyst of 21 mm lies in the left kidney.", 1));
      expect((await claimed()).map(({ kind }) => kind).sort()).toEqual(["laterality", "measurement"]);
      const sentence = "A cyst of 21 mm lies in the left kidney.";
      await save(judged("right", { sentence }));
      await save(edit("A cyst of 12 mm lies in the right kidney.", 2));
      expect((await claimed()).map((flag) => flag.claimId)).toContain(judged("right", { sentence }).id);
      await save(edit("A cyst lies in the right kidney.", 4));
      expect(await database.client.textCheck.count({ where: { readingId } })).toBe(2);
    });

    it("checked again by a newer version, the same claim is found under the same name", async () => {
      await save(edit(words), judged("wrong"));
      const again = () => transaction((tx) => checkWordsAgain(tx, seeded.id));
      expect(await again()).toBe(0);
      await database.client.textCheck.updateMany({ where: { readingId }, data: { checkerVersion: 0 } });
      expect(await again()).toBe(1);
      expect(await again()).toBe(0);
      const found = await claimed();
      expect(found.map((flag) => flag.claimId)).toEqual([judged("wrong").id, judged("wrong").id]);
      expect(new Set(found.map(({ check }) => check.checkerVersion)).size).toBe(2);
    });

    it("refuses a name that is not the claim's, and a claim about a text that is not there", async () => {
      expect(await save({ ...judged("wrong"), id: newId() })).toMatchObject({
        reason: "invalid",
        path: ["changes", 0, "id"],
        message: "is not the name of the claim",
      });
      expect(await save(judged("wrong", { itemId: newId() }))).toMatchObject({ reason: "not-found" });
      const added = newId();
      const value: DecisionValue = {
        kind: "added",
        textKind: "findings",
        imageId: null,
        result: { form: "text", text: words },
      };
      const add: Change = { op: "put", part: "decision", id: added, base: 0, value };
      expect(await save(add, judged("wrong", { itemId: added }))).toMatchObject({ ok: true });
      expect(await save(judged("right", { itemId: added }, 1))).toMatchObject({ ok: true });
    });
  });

  it("keeps spans by hand and refuses those that are not of the draft", async () => {
    const span = (change: Partial<Extract<Change, { op: "put"; part: "span" }>["value"]> = {}): Change => ({
      op: "put",
      part: "span",
      id: newId(),
      base: 0,
      value: {
        draftId: draft.id,
        draftHash: draft.contentHash,
        start: 0,
        end: 8,
        category: "invented",
        severity: "major",
        note: "",
        ...change,
      },
    });
    const good = span();
    expect(await save(good)).toMatchObject({ ok: true });
    expect(await save(span({ end: 4000 }))).toMatchObject({
      ok: false,
      path: ["changes", 0, "value", "end"],
    });
    expect(await save(span({ start: 8 }))).toMatchObject({ ok: false, reason: "invalid" });
    expect(await save(span({ draftHash: "0".repeat(64) }))).toMatchObject({
      ok: false,
      reason: "draft-changed",
    });
    expect((await readingOf(readingId)).items.span).toMatchObject([
      { id: good.id, value: { category: "invented" } },
    ]);
    expect(await save({ op: "delete", part: "span", id: good.id, base: 1 })).toMatchObject({ ok: true });
    expect((await readingOf(readingId)).items.span).toEqual([]);
  });

  it("checks drafts from before there were checks when their reading is opened again", async () => {
    await database.client.textCheck.deleteMany({ where: { draftId: draft.id } });
    await openReading(reader, seeded.id);
    expect(await database.client.flag.count({ where: { check: { draftId: draft.id } } })).toBe(1);
  });
});
