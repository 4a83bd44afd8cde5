import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromBuffer } from "yauzl";
import { testDatabase } from "@/lib/db/testing/test-database";
import type { TextPayload } from "@/lib/reading/schema";
import { builder, columns, rows } from "../testing/build-case";
import { exportArchive } from "./export-archive";
import { exportProject } from "./export-project";

const db = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "release-test-"));
beforeAll(() => {
  process.env.DATA_DIR = join(folder, "data");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = (words: string): TextPayload => ({ form: "text", text: words });
const fresh = () => join(folder, uuidv7());
const lines = (out: string, file: string): Record<string, unknown>[] =>
  readFileSync(join(out, file), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const llavaRows = (out: string): { id: string; image?: string; conversations: { value: string }[] }[] =>
  JSON.parse(readFileSync(join(out, "llava.json"), "utf8"));
const files = (out: string) =>
  readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
    .sort();

/** A CT case that one reader read: an accepted caption, an edited finding, a rejected discussion, an added question. */
async function readCase() {
  const make = builder(db.client);
  const project = await make.project();
  const reader = await make.reader();
  const made = await make.case(project.id, { pictures: ["ct", "png"] });
  const image = made.images[0] ?? { id: "", instanceId: "" };
  const caption = await make.draft(made.id, "caption", image.id, text("CT: a mass."));
  const findings = await make.draft(made.id, "findings", null, text("One mass."), false);
  const discussion = await make.draft(made.id, "discussion", null, text("Benign."));
  const reading = await make.reading(made.id, reader);
  await make.accept(reading, caption);
  const qa = {
    question: "Is there a <image> mass?",
    options: ["Yes", "No"],
    answerIndexes: [0],
    answer: "Yes",
    reasoning: "",
  };
  const addedId = uuidv7();
  await db.client.decision.createMany({
    data: [
      { readingId: reading, revision: 2, kind: "edit", ...findings, result: text("One mass!") },
      { readingId: reading, revision: 3, kind: "reject", ...discussion, reasons: ["unsupported"], note: "" },
      {
        readingId: reading,
        revision: 4,
        kind: "added",
        id: addedId,
        textKind: "qa",
        imageId: image.id,
        result: { form: "qa", qa },
      },
    ],
  });
  const region = {
    readingId: reading,
    revision: 5,
    instanceId: image.instanceId,
    frame: 1,
    kind: "rectangle",
    label: "mass",
    renderer: "webgl",
  };
  await db.client.region.createMany({
    data: [
      {
        ...region,
        id: uuidv7(),
        points: [
          [2, 1],
          [6, 1],
          [6, 3],
          [2, 3],
        ],
        worldPoints: [[1, 2, 3]],
      },
      {
        ...region,
        id: uuidv7(),
        points: [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ],
        deletedAt: new Date(),
      },
    ],
  });
  return { make, project, reader, made, image, caption, findings, discussion, addedId };
}

describe("a read case", () => {
  test("its approved texts become rows, its frame a picture, each row has its provenance", async () => {
    const { project, made, image, caption, findings, discussion, addedId, reader } = await readCase();
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

  test("the manifest has the hash of every file, and the same readings give the same bytes", async () => {
    const { project } = await readCase();
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

  test("the archive holds the same files and leaves nothing behind", async () => {
    const { project } = await readCase();
    const out = fresh();
    await exportProject({ slug: project.slug, out, format: "llava" }, null);
    const bytes = await buffer(exportArchive(project.id, "llava", null));
    expect(await buffer(exportArchive(project.id, "llava", null))).toEqual(bytes);
    const names = await new Promise<string[]>((done, fail) => {
      const found: string[] = [];
      fromBuffer(bytes, (error, zip) => {
        if (error) return fail(error);
        zip.on("entry", (entry) => found.push(entry.fileName)).on("end", () => done(found));
      });
    });
    expect(names.sort()).toEqual(files(out).map((name) => `${project.slug}/${name}`));
    expect(readdirSync(join(folder, "data", "exports"))).toEqual([]);
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
  const { project, image } = await readCase();
  await db.client.instance.update({ where: { id: image.instanceId }, data: { frameOffsets: [] } });
  const place = fresh();
  mkdirSync(place);
  await expect(
    exportProject({ slug: project.slug, out: join(place, "out"), format: "llava" }, null),
  ).rejects.toThrow("not stored");
  expect(readdirSync(place)).toEqual([]);
  expect(await db.client.auditEvent.count({ where: { projectId: project.id } })).toBe(0);
});
