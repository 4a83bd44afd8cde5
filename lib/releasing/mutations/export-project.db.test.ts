import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { builder, columns, rows, text } from "../testing/build-case";
import { readCase } from "../testing/read-case";
import { files, lines, llavaRows } from "../testing/release-files";
import { exportProject } from "./export-project";

const db = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "release-test-"));
beforeAll(() => {
  process.env.DATA_DIR = join(folder, "data");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fresh = () => join(folder, uuidv7());

describe("a read case", () => {
  test("its approved texts become rows, its frame a picture, each row has its provenance", async () => {
    const { project, made, image, caption, findings, discussion, addedId, reader } = await readCase(
      db.client,
    );
    const out = fresh();
    const outcome = await exportProject({ slug: project.slug, out, format: "llava" }, reader);
    expect(outcome).toMatchObject({
      ok: true,
      counts: { cases: 1, rows: 3, images: 1, regions: 1, leftOutCases: 0, leftOutTexts: 1 },
    });
    const label = `RR-${String(made.number).padStart(5, "0")}`;
    const file = `images/${label}-${image.id}.png`;
    expect(files(out)).toEqual([
      file,
      "left-out.jsonl",
      "llava.json",
      "manifest.json",
      "provenance.jsonl",
      "regions.jsonl",
    ]);
    expect(llavaRows(out)).toMatchObject([
      { id: `${label}-${caption.id}`, image: file, conversations: [{}, { value: "CT: a mass." }] },
      {
        id: `${label}-${addedId}`,
        image: file,
        conversations: [{ value: "<image>\nIs there a ＜image＞ mass?\nA. Yes\nB. No" }, { value: "A. Yes" }],
      },
      { id: `${label}-${findings.id}`, conversations: [{}, { value: "One mass!" }] },
    ]);
    expect(lines(out, "provenance.jsonl")).toMatchObject([
      {
        tier: "human",
        case: { externalId: `case-${made.number}` },
        source: { licence: "CC BY 4.0" },
        image: { file, seriesUid: `2.25.${made.number}`, instanceUid: `2.25.${made.number}.0`, frame: 1 },
        draft: { hash: caption.draftHash, writtenBy: "offline rules 1", model: null },
        decisions: [{ kind: "accept", editDistance: 0 }],
        submittedAt: "2026-02-03T04:05:06.000Z",
      },
      { tier: "human", draft: null, decisions: [{ kind: "added", editDistance: null }] },
      { tier: "synthetic", decisions: [{ kind: "edit", editDistance: 1 / 9 }] },
    ]);
    expect(JSON.stringify(lines(out, "provenance.jsonl"))).not.toContain(reader);
    expect(lines(out, "left-out.jsonl")).toMatchObject([
      { case: label, text: discussion.id, reason: "rejected" },
    ]);
    expect(lines(out, "regions.jsonl")).toMatchObject([
      {
        image: file,
        kind: "rectangle",
        points: [
          [2, 1],
          [6, 1],
          [6, 3],
          [2, 3],
        ],
        box: [0.25, 0.25, 0.75, 0.75],
        worldPoints: [[1, 2, 3]],
      },
    ]);
    const { data, info } = await sharp(join(out, file))
      .toColourspace("b-w")
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: columns, height: rows, channels: 1 });
    expect(await sharp(join(out, file)).metadata()).toMatchObject({ channels: 1, depth: "uchar" });
    expect([...data.subarray(0, columns)]).toEqual([0, 32, 64, 96, 128, 159, 191, 223]);
    const events = await db.client.auditEvent.findMany({ where: { projectId: project.id } });
    expect(events).toMatchObject([{ action: "release.export", actorId: reader, detail: { rows: 3 } }]);
  });

  test("in a format of several images its findings stand with all of them, and each has its labels", async () => {
    const { project, made, findings } = await readCase(db.client);
    const labeller = "openai gpt-4o, modality 1";
    const [ct, png] = made.images;
    await db.client.imageLabel.create({
      data: { imageId: png?.id ?? "", labeller, modality: "US", confidence: 0.8 },
    });
    const out = fresh();
    const outcome = await exportProject({ slug: project.slug, out, format: "pubmedvision" }, null);
    expect(outcome).toMatchObject({ ok: true, counts: { rows: 3, images: 2 } });
    const label = `RR-${String(made.number).padStart(5, "0")}`;
    const both = [ct, png].map((image) => `images/${label}-${image?.id}.png`);
    const rows: unknown = JSON.parse(readFileSync(join(out, "pubmedvision.json"), "utf8"));
    expect(rows).toMatchObject([
      { image: [both[0]] },
      { image: [both[0]] },
      { id: `${label}-${findings.id}`, image: both, modality: "CT" },
    ]);
    expect(files(out)).toEqual(expect.arrayContaining(both));
    expect(lines(out, "provenance.jsonl")[2]).toMatchObject({
      image: null,
      images: [
        { file: both[0], labels: [] },
        { file: both[1], labels: [{ labeller, modality: "US", confidence: 0.8 }] },
      ],
    });
  });

  test("translations stand in a file of their own, and change no byte of the other", async () => {
    const { make, project, made, image, caption } = await readCase(db.client);
    const [before, after] = [fresh(), fresh()];
    await exportProject({ slug: project.slug, out: before, format: "llava" }, null);
    const chinese = await make.draft(made.id, "caption", image.id, text("CT：一个肿块。"));
    await db.client.draft.update({
      where: { id: chinese.id },
      data: { method: "translation", language: "zh", parentDraftId: caption.id },
    });
    const reading = await db.client.reading.findFirstOrThrow({ where: { caseId: made.id } });
    await make.accept(reading.id, chinese);
    await exportProject({ slug: project.slug, out: after, format: "llava" }, null);
    const read = (out: string, name: string) => readFileSync(join(out, name), "utf8");
    expect(files(before)).not.toContain("llava.zh.json");
    expect(read(after, "llava.json")).toBe(read(before, "llava.json"));
    expect(JSON.parse(read(after, "llava.zh.json"))).toMatchObject([
      { image: expect.any(String), conversations: [{}, { value: "CT：一个肿块。" }] },
    ]);
    expect(lines(after, "provenance.jsonl").map(({ language }) => language)).toEqual([
      "en",
      "zh",
      "en",
      "en",
    ]);
    expect(JSON.parse(read(after, "manifest.json"))).toMatchObject({ counts: { rows: 4 } });
    expect(read(after, "manifest.json")).toContain('"llava.zh.json"');
  });

  test("the manifest has the hash of every file, and the same readings give the same bytes", async () => {
    const { project } = await readCase(db.client);
    const [first, second] = [fresh(), fresh()];
    await exportProject({ slug: project.slug, out: first, format: "llava" }, null);
    mkdirSync(second);
    await exportProject({ slug: project.slug, out: second, format: "llava" }, null);
    const manifest: { files: { name: string; sha256: string; bytes: number }[] } = JSON.parse(
      readFileSync(join(first, "manifest.json"), "utf8"),
    );
    expect(manifest.files.map(({ name }) => name).sort()).toEqual(
      files(first).filter((name) => name !== "manifest.json"),
    );
    for (const { name, sha256, bytes } of manifest.files) {
      const content = readFileSync(join(first, name));
      expect(createHash("sha256").update(content).digest("hex")).toBe(sha256);
      expect(content.length).toBe(bytes);
    }
    for (const name of files(first))
      expect(readFileSync(join(second, name))).toEqual(readFileSync(join(first, name)));
  });
});

test("two readings of a case: agreed texts go in, others and one reader's own stay out", async () => {
  const make = builder(db.client);
  const project = await make.project();
  const made = await make.case(project.id);
  const imageId = made.images[0]?.id ?? "";
  const agreed = await make.draft(made.id, "caption", imageId, text("Both agree."));
  const disputed = await make.draft(made.id, "findings", null, text("They differ."));
  for (const kind of ["accept", "cannot-judge"]) {
    const reading = await make.reading(made.id, await make.reader());
    await make.accept(reading, agreed);
    await db.client.decision.create({
      data: { readingId: reading, revision: 2, kind, ...disputed, note: "" },
    });
    await db.client.decision.create({
      data: {
        readingId: reading,
        revision: 3,
        kind: "added",
        id: uuidv7(),
        textKind: "discussion",
        result: text(kind),
      },
    });
  }
  // An open reading is nobody's word yet.
  await make.reading(made.id, await make.reader(), "open");
  const out = fresh();
  await exportProject({ slug: project.slug, out, format: "llava" }, null);
  expect(llavaRows(out).map(({ conversations }) => conversations[1]?.value)).toEqual(["Both agree."]);
  expect(lines(out, "left-out.jsonl").map(({ reason }) => reason)).toEqual([
    "readings-differ",
    "one-reader-only",
    "one-reader-only",
  ]);
});

test("cases that are held, unusable, without licence or unread are left out with the reason", async () => {
  const make = builder(db.client);
  const project = await make.project();
  const reader = await make.reader();
  const expected = ["held", "held", "unusable", "no-licence", "not-read"];
  const cases = [
    await make.case(project.id, { state: "held" }),
    await make.case(project.id),
    await make.case(project.id),
    await make.case(project.id, { licence: null }),
    await make.case(project.id, { state: "reading" }),
  ];
  for (const [index, made] of cases.entries()) {
    const draft = await make.draft(made.id, "caption", made.images[0]?.id ?? "", text("A mass."));
    const state = index === 2 ? "unusable" : index === 4 ? "open" : "submitted";
    await make.accept(await make.reading(made.id, reader, state), draft);
  }
  await db.client.caseReport.create({
    data: {
      id: uuidv7(),
      caseId: cases[1]?.id ?? "",
      reporterId: reader,
      kind: "identity",
      reason: "a name",
    },
  });
  const out = fresh();
  const outcome = await exportProject({ slug: project.slug, out, format: "llava" }, null);
  expect(outcome).toMatchObject({ ok: true, counts: { rows: 0, images: 0, leftOutCases: 5 } });
  expect(lines(out, "left-out.jsonl").map(({ reason }) => reason)).toEqual(expected);
  expect(llavaRows(out)).toEqual([]);
});

test("a folder with something in it, a file, an unknown project or format are refused and left alone", async () => {
  const { slug } = await builder(db.client).project();
  const [full, file] = [fresh(), fresh()];
  mkdirSync(full);
  writeFileSync(join(full, "keep.txt"), "mine");
  writeFileSync(file, "mine");
  const reasonFor = async (out: string, given = slug, format = "llava") => {
    const outcome = await exportProject({ slug: given, out, format }, null);
    return outcome.ok ? null : outcome.reason;
  };
  expect(await reasonFor(full)).toBe("not-empty");
  expect(await reasonFor(file)).toBe("not-a-folder");
  expect(await reasonFor(fresh(), "nowhere")).toBe("unknown-project");
  expect(await reasonFor(fresh(), slug, "nothing")).toBe("unknown-format");
  expect(readdirSync(full)).toEqual(["keep.txt"]);
});

test("an export that fails leaves no folder, no part of one and no audit event", async () => {
  const { project, image } = await readCase(db.client);
  await db.client.instance.update({ where: { id: image.instanceId }, data: { frameOffsets: [] } });
  const place = fresh();
  mkdirSync(place);
  await expect(
    exportProject({ slug: project.slug, out: join(place, "out"), format: "llava" }, null),
  ).rejects.toThrow("not stored");
  expect(readdirSync(place)).toEqual([]);
  expect(await db.client.auditEvent.count({ where: { projectId: project.id } })).toBe(0);
});
