import { createWriteStream, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { describe, expect, it } from "vitest";
import { ZipFile } from "yazl";
import { testDatabase } from "@/lib/db/testing/test-database";
import { writePicture, writeSlice } from "@/lib/importing/testing/make-slice";
import { importFolder, wholeCase, writeBundle } from "./testing/import-folder";
import { snapshot } from "./testing/snapshot";

const db = testDatabase();
const folder = importFolder();
const nothing = { cases: 0, studies: 0, series: 0, instances: 0, frames: 0, images: 0 };

const theCase = () =>
  db.client.caseRecord.findFirstOrThrow({
    where: { project: { slug: folder.slug } },
    include: {
      images: { orderBy: { position: "asc" } },
      passages: { orderBy: { createdAt: "asc" } },
      series: { orderBy: { position: "asc" }, include: { stacks: true, instances: true } },
      sourceRegions: true,
      draftSets: { include: { drafts: true } },
    },
  });

async function zipOf(source: string, target: string): Promise<void> {
  const zip = new ZipFile();
  for (const entry of readdirSync(source, { recursive: true, encoding: "utf8" }).sort())
    if (statSync(join(source, entry)).isFile()) zip.addFile(join(source, entry), entry);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(target));
}

describe("importPaths", { timeout: 180_000 }, () => {
  it("stores a bundle, and the same again changes nothing", async () => {
    await writeBundle(join(folder.path, "x"));
    expect(await folder.run("x")).toEqual({
      cases: 1,
      studies: 1,
      series: 2,
      instances: 6,
      frames: 6,
      images: 6,
      unchanged: 0,
      refused: [],
    });
    const row = await theCase();
    expect(row).toMatchObject({ number: 1, title: "Ring lesion", age: "90+", sex: "F", imageCount: 6 });
    expect(row.state).toBe("ready");
    expect(row.patientKey).toMatch(/^[0-9a-f]{64}$/);
    expect(row.groupKey).toBe(row.patientKey);
    expect(row.images.map(({ chosenBy }) => chosenBy)).toEqual([
      ...["bundle", "bundle", "annotated"],
      ...["sampled", "sampled", "sampled"],
    ]);
    const [a, b] = row.images;
    expect(b?.parentId).toBe(a?.id);
    expect(row.series[0]?.instances.find(({ id }) => id === a?.instanceId)?.number).toBe(2);
    const kinds = row.passages.map(({ kind }) => kind).sort();
    expect(kinds).toEqual(["caption", "caption", "discussion", "findings", "history", "qa"]);
    expect(row.sourceRegions).toHaveLength(1);
    const drafts = row.draftSets.flatMap((set) => set.drafts);
    expect(drafts.filter(({ method }) => method === "bundle")).toHaveLength(1);
    expect(row.draftCount).toBe(drafts.length);
    expect(readdirSync(join(folder.dataDir, "incoming"))).toEqual([]);

    const before = await snapshot(db.client, folder.slug);
    expect(await folder.run("x")).toEqual({ ...nothing, unchanged: 7, refused: [] });
    expect(await snapshot(db.client, folder.slug)).toEqual(before);
    const events = await db.client.auditEvent.findMany({
      where: { projectId: row.projectId },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ action }) => action)).toEqual([
      ...["project.create", "case.import", "import.finish", "import.finish"],
    ]);
  });

  it("takes the same bundle from a zip, below a folder or not, and from its case.json", async () => {
    await writeBundle(join(folder.path, "x"));
    await zipOf(join(folder.path, "x"), join(folder.path, "flat.zip"));
    await zipOf(folder.path, join(folder.path, "deep.zip"));
    expect(await folder.run("flat.zip")).toMatchObject({ cases: 1, instances: 6, refused: [] });
    expect(await folder.run("x/case.json")).toEqual({ ...nothing, unchanged: 7, refused: [] });
    const deep = await folder.run("deep.zip");
    expect(deep).toEqual({
      ...nothing,
      unchanged: 7,
      refused: [{ file: "deep.zip/flat.zip", reason: "an archive inside an archive is not opened" }],
    });
  });

  it("reads a study that lies in several archives", async () => {
    for (const number of [1, 2, 3, 4]) {
      const at = join(folder.path, number % 2 ? "odd" : "even");
      writeSlice(join(at, String(number)), { uid: `1.2.${number}`, number });
    }
    for (const name of ["odd", "even"]) {
      await zipOf(join(folder.path, name), join(folder.path, `${name}.zip`));
      rmSync(join(folder.path, name), { recursive: true });
    }
    expect(await folder.run(".")).toMatchObject({
      cases: 1,
      series: 1,
      instances: 4,
      images: 4,
      refused: [],
    });
    const [series] = (await theCase()).series;
    expect(series?.stacks.map(({ positions }) => positions)).toEqual([4]);
  });

  it("keeps changed words beside the old ones", async () => {
    await writeBundle(join(folder.path, "x"));
    await folder.run("x");
    const before = await theCase();
    const sections = { ...wholeCase.sections, discussion: "A metastasis is likely." };
    const qa = [
      { image: "a", question: "Is it on the left?", answer: "Yes.", sourceQid: "7" },
      { image: "a", question: "Does it enhance?", answer: "Yes.", sourceQid: "8" },
    ];
    writeFileSync(join(folder.path, "x/case.json"), JSON.stringify({ ...wholeCase, sections, qa }));
    expect(await folder.run("x")).toEqual({ ...nothing, unchanged: 6, refused: [] });
    const after = await theCase();
    const discussions = after.passages.filter(({ kind }) => kind === "discussion");
    expect(discussions.map(({ text }) => text)).toEqual(["An abscess is likely.", "A metastasis is likely."]);
    expect(discussions[0]?.supersededById).toBe(discussions[1]?.id);
    expect(after.passages.filter(({ supersededById }) => supersededById)).toHaveLength(2);
    expect(after.passages).toHaveLength(before.passages.length + 3);
    const kept = new Set(after.draftSets.flatMap(({ drafts }) => drafts.map(({ id }) => id)));
    for (const { id } of before.draftSets.flatMap(({ drafts }) => drafts)) expect(kept).toContain(id);
    expect(after.images.map(({ id }) => id)).toEqual(before.images.map(({ id }) => id));
    expect(await folder.run("x")).toEqual({ ...nothing, unchanged: 7, refused: [] });
  });

  it("adds late slices to their series and renumbers nothing", async () => {
    for (const number of [2, 4, 6])
      writeSlice(join(folder.path, `a/${number}`), { uid: `1.2.${number}`, number });
    expect(await folder.run("a")).toMatchObject({ cases: 1, series: 1, instances: 3, images: 3 });
    const before = await theCase();
    for (const number of [1, 5])
      writeSlice(join(folder.path, `late/${number}`), { uid: `1.2.${number}`, number });
    writeSlice(join(folder.path, "late/other"), { uid: "1.2.90", series: "1.2.3.2", modality: "MR" });
    expect(await folder.run("late", "a")).toEqual({
      ...{ cases: 0, studies: 0, series: 1, instances: 3, frames: 3, images: 3 },
      unchanged: 3,
      refused: [],
    });
    const after = await theCase();
    expect(after.images.slice(0, 3)).toEqual(before.images);
    const [stack] = after.series[0]?.stacks ?? [];
    expect(stack?.id).toBe(before.series[0]?.stacks[0]?.id);
    const numberOf = new Map(after.series[0]?.instances.map(({ id, number }) => [id, number]));
    const frames = (stack?.frames ?? []) as [string][];
    expect(frames.map(([id]) => numberOf.get(id))).toEqual([1, 2, 4, 5, 6]);
    expect(after.modalities).toEqual(["CT", "MR"]);
  });

  it("refuses a known SOP Instance UID with other pixels and keeps the first", async () => {
    writeSlice(join(folder.path, "a.dcm"), { uid: "1.2.1", value: 10 });
    writeSlice(join(folder.path, "b.dcm"), { uid: "1.2.1", value: 10, patient: "CANARY-18" });
    writeSlice(join(folder.path, "c.dcm"), { uid: "1.2.1", value: 11 });
    const result = await folder.run(".");
    expect(result).toMatchObject({ cases: 1, instances: 1, unchanged: 1 });
    expect(result.refused).toEqual([
      { file: "c.dcm", reason: expect.stringContaining("same SOP Instance UID but other pixels") },
    ]);
    expect(await folder.run("c.dcm")).toMatchObject({ instances: 0, refused: [{ file: "c.dcm" }] });
  });

  it("leaves the other cases stored when one is bad, and nothing of the bad one", async () => {
    await writeBundle(join(folder.path, "good"));
    const spoil = async (name: string, change: object) => {
      await writeBundle(join(folder.path, name), { ...wholeCase, caseId: name, ...change });
    };
    const [first, second] = wholeCase.images;
    await spoil("bad-field", { images: [{ ...first, slice: 0 }] });
    await spoil("bad-slice", { images: [{ ...first, slice: 6 }] });
    await spoil("bad-key", { series: [{ id: "ct", files: ["ct"], keySlices: [9] }] });
    await spoil("bad-file", { images: [first, { ...second, file: "fig/2.png" }] });
    await spoil("bad-twin", { images: [first, { ...first, id: "c" }] });
    const region = { kind: "probe", points: [[17, 3]], label: "" };
    await spoil("bad-region", { images: [{ ...first, regions: [region] }, second] });
    await spoil("bad-licence", { source: { name: "Example", licence: "CC-BY-4.0" } });
    await spoil("cut-slice", {});
    const cut = join(folder.path, "cut-slice/ct/IM7.dcm");
    writeFileSync(cut, readFileSync(cut).subarray(0, 700));
    const result = await folder.run(
      "good",
      "bad-field",
      "bad-slice",
      "bad-key",
      "bad-file",
      "bad-twin",
      "bad-region",
      "bad-licence",
      "cut-slice",
    );
    const said = Object.fromEntries(result.refused.map(({ file, reason }) => [file, reason]));
    expect(said).toMatchObject({
      "bad-field/case.json": "images[0].slice must be at least 1",
      "bad-slice/case.json": "images[0].slice is 6, but the series has 5 slices",
      "bad-key/case.json": "series[0].keySlices[0] is 9, but the series has 5 slices",
      "bad-file/case.json": "images[1].file is not in the bundle: fig/2.png",
      "bad-twin/case.json": "images[1] is the same picture as images[0]",
      "bad-region/case.json": "images[0].regions[0].points[0] lies outside the image of 16 x 16 pixels",
      "bad-licence/case.json": expect.stringContaining('source.licence is "CC-BY-4.0"'),
      "cut-slice/case.json": expect.stringContaining(
        "series[0] counts slices, but one of its files was refused",
      ),
      "cut-slice/ct/IM7.dcm": expect.any(String),
    });
    expect(result).toMatchObject({ cases: 1, instances: 6 });
    expect(await db.client.caseRecord.count({ where: { project: { slug: folder.slug } } })).toBe(1);
    expect(await db.client.source.count({ where: { project: { slug: folder.slug } } })).toBe(1);
  });

  it("takes cases of text only and of images only", async () => {
    const { sections, ...rest } = { ...wholeCase, series: [], images: [], qa: [], drafts: [] };
    writeFileSync(join(folder.path, "case.json"), JSON.stringify({ ...rest, sections }));
    await writeBundle(join(folder.path, "y"), {
      ...rest,
      caseId: "y",
      series: wholeCase.series,
      title: null,
    });
    const result = await folder.run(".");
    expect(result).toMatchObject({ cases: 2, instances: 5 });
    expect(result.refused).toEqual([
      { file: join("y", "fig/1b.png"), reason: expect.stringContaining("case.json does not name it") },
    ]);
    const rows = await db.client.caseRecord.findMany({
      where: { project: { slug: folder.slug } },
      orderBy: { externalId: "asc" },
      select: { title: true, imageCount: true, draftCount: true },
    });
    expect(rows[0]).toMatchObject({ title: "Ring lesion", imageCount: 0 });
    expect(rows[0]?.draftCount).toBeGreaterThan(0);
    expect(rows[1]).toMatchObject({ title: "CT head", imageCount: 5, draftCount: 0 });
  });

  it("holds a case whose pixels may show who the patient is", async () => {
    writeSlice(join(folder.path, "1"), { uid: "1.2.1" });
    await folder.run(".");
    expect((await theCase()).state).toBe("ready");
    writeSlice(join(folder.path, "2"), { uid: "1.2.2", number: 2, burnedIn: true });
    await folder.run(".");
    expect(await theCase()).toMatchObject({ state: "held", holdReason: expect.any(String) });
  });

  it("writes nothing of a header that names a person, and keeps originals in quarantine only", async () => {
    writeSlice(join(folder.path, "1"), { uid: "1.2.77.1", study: "1.2.77" });
    await folder.run(".");
    const tables = await db.client.$queryRaw<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`;
    for (const { name } of tables) {
      const rows = await db.client.$queryRawUnsafe<{ row: string }[]>(
        `SELECT t::text AS row FROM "${name}" t`,
      );
      for (const { row } of rows) expect(row).not.toMatch(/canary|1\.2\.77/i);
    }
    const bytesOf = (store: string) => {
      const root = join(folder.dataDir, store);
      return readdirSync(root, { recursive: true, encoding: "utf8" })
        .map((file) => join(root, file))
        .filter((file) => statSync(file).isFile())
        .map((file) => readFileSync(file, "latin1"))
        .join("");
    };
    expect(bytesOf("objects")).not.toContain("Canary");
    expect(bytesOf("quarantine")).toContain("Canary");
    expect(
      await db.client.uidCrosswalk.count({ where: { projectId: (await theCase()).projectId } }),
    ).toBeGreaterThan(2);
  });

  it("keeps no originals where the project says so", async () => {
    rmSync(join(folder.dataDir, "quarantine"), { recursive: true, force: true });
    await folder.run();
    await db.client.project.update({
      where: { slug: folder.slug },
      data: { settings: { keepOriginals: false } },
    });
    writeSlice(join(folder.path, "1"), { uid: "1.2.1", value: 3 });
    expect(await folder.run(".")).toMatchObject({ instances: 1 });
    expect(() => readdirSync(join(folder.dataDir, "quarantine"))).toThrow("ENOENT");
  });

  it("makes a case of every lone picture, and says what is none", async () => {
    await writePicture(join(folder.path, "1.png"), 1);
    await writePicture(join(folder.path, "2.png"), 2);
    await writePicture(join(folder.path, "same.png"), 2);
    const files = { "page.png": "<!DOCTYPE html><p>", "empty.dcm": "", "note.dcm": "hello", LICENSE: "free" };
    for (const [name, text] of Object.entries({
      ...files,
      "list.csv": "a,b",
      "other.json": "{}",
      DICOMDIR: "x",
    }))
      writeFileSync(join(folder.path, name), text);
    const result = await folder.run(".");
    expect(result).toMatchObject({ cases: 2, series: 2, instances: 2, images: 2, unchanged: 1, studies: 0 });
    expect(result.refused).toEqual([
      { file: "empty.dcm", reason: "not an image: the file is empty" },
      { file: "note.dcm", reason: "not an image: the name says DICOM, the content is text" },
      { file: "page.png", reason: "not an image: the name says PNG, the content is an HTML page" },
    ]);
    expect(await folder.run(".", "gone")).toMatchObject({
      unchanged: 3,
      refused: [{}, {}, {}, { file: "gone", reason: "there is no such file or folder" }],
    });
  });

  it("counts a clip as one slice of many frames", async () => {
    const us = { study: "1.2.9", series: "1.2.9.1", modality: "US", z: null, frames: 8 };
    const bundle = (images: object[], keySlices: number[] = []) => ({
      ...{ schemaVersion: 1, caseId: "clip", source: { name: "Clips" } },
      series: [{ id: "us", files: ["us"], keySlices }],
      images,
    });
    writeSlice(join(folder.path, "us/1"), { ...us, uid: "1.2.9.1.1" });
    writeFileSync(join(folder.path, "case.json"), JSON.stringify(bundle([{ series: "us", slice: 3 }], [7])));
    expect(await folder.run(".")).toMatchObject({
      cases: 1,
      instances: 1,
      frames: 8,
      images: 2,
      refused: [],
    });
    expect((await theCase()).images.map(({ frame, chosenBy }) => [frame, chosenBy])).toEqual([
      [3, "bundle"],
      [7, "annotated"],
    ]);
    writeFileSync(
      join(folder.path, "case.json"),
      JSON.stringify(bundle([{ series: "us", slice: 1, frame: 9 }])),
    );
    expect(await folder.run(".")).toMatchObject({
      refused: [
        { file: "case.json", reason: "images[0].slice names frame 9, but there are 8 frames at slice 1" },
      ],
    });
  });
});
