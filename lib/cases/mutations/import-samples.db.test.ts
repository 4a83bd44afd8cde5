import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { fileHash } from "@/lib/importing/normalise/file-hash";
import { importPaths } from "./import-paths";
import { importFolder } from "./testing/import-folder";

const sample = process.env.SAMPLE_DATA_DIR ?? "";
const skipped = !existsSync(join(sample, "oracle-series.json"));
if (skipped) console.log("SAMPLE_DATA_DIR is not set: imports of real series and pictures are not tested.");

const db = testDatabase();
const folder = importFolder();

const withoutPicture = new Set(["SEG", "RTPLAN", "RTSTRUCT", "PR"]);

interface OracleSeries {
  readonly modality: string;
  readonly instances: number;
  readonly frames: number;
  readonly positions?: number;
  /** File names in anatomical order, then time. */
  readonly order?: readonly string[];
}

const importSample = (...paths: string[]) =>
  importPaths(
    paths.map((name) => ({ name, path: join(sample, name) })),
    { projectSlug: folder.slug, actorId: null },
  );

const seriesOf = () =>
  db.client.series.findMany({
    where: { case: { project: { slug: folder.slug } } },
    orderBy: { position: "asc" },
    include: { stacks: { orderBy: { position: "asc" } }, instances: true },
  });

/** Base names of a folder's files, by the instance made from each. */
async function fileNames(name: string): Promise<ReadonlyMap<string, string>> {
  const root = join(sample, "dicom-series", name);
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const byHash = new Map(
    await Promise.all(
      files.map(async (file) => [await fileHash(join(file.parentPath, file.name)), file.name] as const),
    ),
  );
  const instances = (await seriesOf()).flatMap((series) => series.instances);
  return new Map(instances.map(({ id, sourceHash }) => [id, byHash.get(sourceHash) ?? "?"]));
}

describe.skipIf(skipped)("real DICOM series", () => {
  const oracle: Record<string, OracleSeries[]> = skipped
    ? {}
    : JSON.parse(readFileSync(join(sample, "oracle-series.json"), "utf8"));

  it.each(Object.entries(oracle))(
    "%s: series, frames and order",
    { timeout: 120_000 },
    async (name, expected) => {
      const result = await importSample(join("dicom-series", name));
      const images = expected.filter(({ modality }) => !withoutPicture.has(modality));
      const series = (await seriesOf()).filter(({ kind }) => kind === "dicom");
      expect(series).toHaveLength(images.length);
      const files = await fileNames(name);
      for (const { instances, frames, positions, order = [] } of images) {
        const found = series.find((entry) => entry.instances.length === instances);
        const stacks = found?.stacks ?? [];
        expect(stacks.flatMap((stack) => stack.frames)).toHaveLength(frames);
        if (order.length === 0) continue;
        const named = stacks.map((stack) => (stack.frames as [string][]).map(([id]) => files.get(id)));
        expect(named).toContainEqual(order);
        const stack = stacks.find((_, index) => named[index]?.length === order.length);
        expect([stack?.positions, stack?.times]).toEqual([positions, order.length / (positions ?? 1)]);
      }
      for (const { file, reason } of result.refused) {
        expect(file).toMatch(/\.dcm$/);
        expect(reason).toMatch(/hold no picture|not shown/);
      }
    },
  );

  it("one study from two folders has three series", { timeout: 120_000 }, async () => {
    const result = await importSample(
      "dicom-series/ct-head-philips-study-extra",
      "dicom-series/ct-head-philips-5mm",
    );
    expect(result).toMatchObject({ cases: 1, studies: 1, series: 3, instances: 35, refused: [] });
    const again = await importSample("dicom-series/ct-head-philips-5mm");
    expect(again).toMatchObject({ cases: 0, instances: 0, images: 0, unchanged: 28 });
  });

  it("24 clips are 24 stacks with an image each", { timeout: 120_000 }, async () => {
    await importSample("dicom-series/us-stress-echo-clips");
    const [series, ...others] = await seriesOf();
    expect(others).toEqual([]);
    expect(series?.stacks.map(({ kind }) => kind)).toEqual(Array(24).fill("clip"));
    expect(await db.client.image.count({ where: { case: { project: { slug: folder.slug } } } })).toBe(24);
  });
});

describe.skipIf(skipped)("real pictures", () => {
  it.each(["vqa-rad", "figure1-covid", "medpix2"])("all of %s open", { timeout: 120_000 }, async (name) => {
    const files = readdirSync(join(sample, "cases", name, "images"));
    const result = await importSample(join("cases", name, "images"));
    expect(result.refused).toEqual([]);
    expect(result.cases + result.unchanged).toBe(files.length);
    expect(result.instances).toBe(result.cases);
  });
});

describe.skipIf(skipped)("broken DICOM files", () => {
  it("are refused or taken, and each is accounted for", { timeout: 300_000 }, async () => {
    const files = readdirSync(join(sample, "dicom-bad"), { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile(),
    );
    const result = await importSample("dicom-bad");
    const taken = await db.client.instance.count({
      where: { series: { case: { project: { slug: folder.slug } } } },
    });
    expect(taken).toBe(result.instances);
    for (const { reason } of result.refused) expect(reason).not.toMatch(/undefined|\[object|Error:/);
    const names = files.map(({ name }) => name);
    const rows = await db.client.importFile.findMany({
      where: { import: { project: { slug: folder.slug } } },
    });
    const kept = JSON.stringify(rows);
    for (const name of names) expect(kept).not.toContain(name);
    console.log(
      `dicom-bad: ${files.length} files, ${taken} taken, ${result.unchanged} unchanged, ${result.refused.length} refused`,
    );
    expect(
      await db.client.stack.count({ where: { series: { case: { project: { slug: folder.slug } } } } }),
    ).toBeGreaterThan(0);
    const again = await importSample("dicom-bad");
    expect(again).toMatchObject({ cases: 0, studies: 0, series: 0, instances: 0, images: 0 });
  });
});
