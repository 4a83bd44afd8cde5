import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { writePicture, writeSlice } from "@/lib/importing/testing/make-slice";
import { importPaths } from "./import-paths";

const db = testDatabase();
let folder = "";
let slug = "";
let projects = 0;

const bundleOf = (extra: object = {}) => ({
  schemaVersion: 1,
  caseId: "case-1",
  title: "Ring lesion",
  source: { name: "Example", licence: "CC0-1.0" },
  patient: { key: "P-7", age: "93", sex: "F" },
  sections: { imagingFindings: "A ring lesion of 18 mm.", discussion: "An abscess is likely." },
  series: [{ id: "ct", files: ["ct"], keySlices: [3] }],
  images: [
    {
      id: "a",
      series: "ct",
      slice: 2,
      figure: "1a",
      caption: "The lesion.",
      regions: [{ kind: "probe", points: [[4.5, 5.5]], label: "lesion" }],
    },
    { id: "b", file: "fig/1b.png", figure: "1b", panelOf: "a", caption: "A drawing." },
  ],
  qa: [{ image: "a", question: "Where?", answer: "Left", sourceQid: "7" }],
  drafts: [{ kind: "caption", image: "a", text: "A lesion on the left.", model: "m" }],
  ...extra,
});

function writeBundle(at: string, value: object, slices = 5): void {
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, "case.json"), JSON.stringify(value));
  for (let number = 1; number <= slices; number++)
    writeSlice(join(at, `ct/IM${(number * 7) % 11}.dcm`), {
      uid: `1.2.3.1.${number}`,
      number,
      value: number * 50,
    });
}

const run = (...paths: string[]) =>
  importPaths(
    paths.map((name) => ({ name, path: join(folder, name) })),
    { projectSlug: slug, actorId: null },
  );

beforeAll(() => {
  process.env.DATA_DIR = mkdtempSync(join(tmpdir(), "import-data-"));
});
afterAll(() => {
  rmSync(process.env.DATA_DIR ?? "", { recursive: true, force: true });
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "import-"));
  slug = `project-${++projects}`;
  return () => rmSync(folder, { recursive: true, force: true });
});

const theCase = () =>
  db.client.caseRecord.findFirstOrThrow({
    where: { project: { slug } },
    include: {
      source: true,
      images: { orderBy: { position: "asc" }, include: { labels: true } },
      passages: { orderBy: { createdAt: "asc" } },
      series: { orderBy: { position: "asc" }, include: { stacks: true, instances: true } },
      sourceRegions: true,
      draftSets: { include: { drafts: true } },
    },
  });

describe("importPaths", () => {
  it("stores a bundle, and the same again changes nothing", async () => {
    writeBundle(join(folder, "x"), bundleOf());
    await writePicture(join(folder, "x/fig/1b.png"), 10);
    const first = await run("x");
    expect(first).toEqual({
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
    expect(row).toMatchObject({
      number: 1,
      title: "Ring lesion",
      age: "90+",
      sex: "F",
      state: "ready",
      imageCount: 6,
    });
    expect(row.patientKey).toMatch(/^[0-9a-f]{64}$/);
    expect(row.groupKey).toBe(row.patientKey);
    expect(row.images.map(({ chosenBy }) => chosenBy)).toEqual([
      "bundle",
      "bundle",
      "annotated",
      "sampled",
      "sampled",
      "sampled",
    ]);
    const [a, b] = row.images;
    expect(b?.parentId).toBe(a?.id);
    const slice = row.series[0]?.instances.find(({ id }) => id === a?.instanceId);
    expect(slice?.number).toBe(2);
    expect(row.passages.map(({ kind }) => kind).sort()).toEqual([
      "caption",
      "caption",
      "discussion",
      "findings",
      "qa",
    ]);
    expect(row.sourceRegions).toHaveLength(1);
    expect(row.draftCount).toBeGreaterThan(1);
    const drafts = row.draftSets[0]?.drafts ?? [];
    expect(drafts.filter(({ method }) => method === "bundle")).toHaveLength(1);
    expect(readdirSync(join(process.env.DATA_DIR ?? "", "incoming"))).toEqual([]);
    const again = await run("x");
    expect(again).toEqual({
      cases: 0,
      studies: 0,
      series: 0,
      instances: 0,
      frames: 0,
      images: 0,
      unchanged: 7,
      refused: [],
    });
    const events = await db.client.auditEvent.findMany({
      where: { projectId: row.projectId },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ action }) => action)).toEqual([
      "project.create",
      "case.import",
      "import.finish",
      "import.finish",
    ]);
  });
});
