import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { accounts, keepPicture, signIn, watchForErrors } from "./support";
import { commandLine, importForReader, query } from "./viewer-database";
import { chooseTool } from "./viewer-drawing";
import { type Picture, photograph } from "./viewer-screen";

const samples = process.env.SAMPLE_DATA_DIR ?? "";
/** REAL_INPUT=all opens every picture and every clip; otherwise a few of each. */
const everything = process.env.REAL_INPUT === "all";
const pictureFolders = ["vqa-rad", "figure1-covid", "medpix2"] as const;
const picturesOfEach = 8;
const clipsLookedAt = 3;
const project = `real-input-${Date.now()}`;

interface OracleSeries {
  readonly modality: string;
  readonly frames: number;
  readonly letters?: Readonly<Record<"top" | "bottom" | "left" | "right", string>>;
  readonly order?: readonly string[];
  readonly positions?: number;
  readonly pixelSpacing?: readonly [number, number];
  readonly values?: {
    readonly file: string;
    readonly at: readonly { readonly row: number; readonly col: number; readonly value: number }[];
  };
}

interface StoredInstance {
  readonly id: string;
  readonly caseId: string;
  readonly sourceHash: string;
  readonly metadata: {
    readonly rows: number;
    readonly columns: number;
    readonly samplesPerPixel: number;
    readonly pixelSpacing: readonly [number, number] | null;
  };
}

interface StoredStack {
  readonly kind: string;
  readonly positions: number;
  readonly times: number;
  /** Place of the stack in its case. */
  readonly place: number;
  readonly frames: readonly { readonly instanceId: string; readonly frame: number }[];
}

const oracle: Readonly<Record<string, readonly OracleSeries[]>> =
  samples && existsSync(samples) ? JSON.parse(readFileSync(join(samples, "oracle-series.json"), "utf8")) : {};
if (!samples) console.log("Real input is not tested: SAMPLE_DATA_DIR is not set.");

const hashOf = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");
const seriesFile = (folder: string, name: string) => join(samples, "dicom-series", folder, name);

function pictures(): readonly string[] {
  return pictureFolders.flatMap((folder) => {
    const root = join(samples, "cases", folder, "images");
    const names = readdirSync(root)
      .filter((name) => /\.(png|jpe?g)$/i.test(name))
      .sort();
    const step = everything ? 1 : Math.max(1, Math.floor(names.length / picturesOfEach));
    const chosen = names.filter((_, index) => index % step === 0);
    return (everything ? chosen : chosen.slice(0, picturesOfEach)).map((name) => join(root, name));
  });
}

const cell = (page: Page) => page.locator('[data-viewport="0"]');
const byHash = new Map<string, StoredInstance>();

async function stacksOf(caseId: string): Promise<readonly StoredStack[]> {
  const rows = await query<Omit<StoredStack, "place" | "frames"> & { frames: [string, number][] }>(
    `SELECT t."kind", t."positions", t."times", t."frames" FROM "Stack" t JOIN "Series" s ON s."id" = t."seriesId"
     WHERE s."caseId" = $1 ORDER BY s."position", t."position"`,
    [caseId],
  );
  return rows.map(({ frames, ...rest }, place) => ({
    ...rest,
    place,
    frames: frames.map(([instanceId, frame]) => ({ instanceId, frame })),
  }));
}

function instanceOf(path: string): StoredInstance {
  const instance = byHash.get(hashOf(path));
  if (!instance) throw new Error(`${path} is not in the project`);
  return instance;
}

async function openStack(page: Page, caseId: string, stack: StoredStack): Promise<void> {
  await page.goto(`/cases/${caseId}`);
  const first = cell(page);
  await expect(first).toHaveAttribute("data-ready", "true", { timeout: 30_000 });
  // Alone it is large enough that a whole pixel of the screen lies within one of the image.
  const layout = page.locator("[data-viewer]");
  while ((await layout.getAttribute("data-layout")) !== "1x1") await page.keyboard.press("g");
  const tile = page.getByRole("toolbar", { name: "Series" }).getByRole("button").nth(stack.place);
  await tile.click();
  await expect(tile).toHaveAttribute("aria-current", "true");
  await first.focus();
  await page.keyboard.press("0");
}

async function expectFrame(page: Page, wanted: { instanceId: string; frame: number } | undefined) {
  await expect(cell(page)).toHaveAttribute("data-frame", `${wanted?.instanceId}:${wanted?.frame}`);
  await expect(cell(page)).toHaveAttribute("data-ready", "true");
}

/** A value as the probe writes it. */
function written(value: number): string {
  return (Math.abs(value) < 100 ? value.toFixed(1) : value.toFixed(0)).replace("-", "\u2212");
}

interface OnScreen {
  readonly left: number;
  readonly top: number;
  readonly across: number;
  readonly down: number;
}

/** Where an image that just fits must lie: in the middle, in its true aspect. */
async function placeOf(page: Page, { metadata }: StoredInstance): Promise<OnScreen> {
  const box = await cell(page).boundingBox();
  if (!box) throw new Error("there is no viewport");
  const [row, column] = metadata.pixelSpacing ?? [1, 1];
  const scale = Math.min(box.width / (metadata.columns * column), box.height / (metadata.rows * row));
  const across = scale * column;
  const down = scale * row;
  return {
    left: box.x + (box.width - metadata.columns * across) / 2,
    top: box.y + (box.height - metadata.rows * down) / 2,
    across,
    down,
  };
}

async function probeReads(
  page: Page,
  instance: StoredInstance,
  at: { row: number; col: number; value: number },
) {
  const place = await placeOf(page, instance);
  const x = place.left + (at.col + 0.5) * place.across;
  const y = place.top + (at.row + 0.5) * place.down;
  const labels = cell(page).locator("[data-region]");
  const before = await labels.count();
  await chooseTool(page, "probe");
  await page.mouse.click(Math.round(x), Math.round(y));
  await expect(labels).toHaveCount(before + 1);
  // A region without a number is still being drawn.
  await expect(labels.filter({ hasText: /ROI \d/ })).toHaveCount(before + 1);
  await expect(
    labels.filter({ hasText: new RegExp(`(^|[^\\d.\u2212])${written(at.value)}( |$)`, "m") }),
  ).not.toHaveCount(0);
}

type Colour = readonly [number, number, number];

/** The mean colour of an image as it is seen, without overlays. */
async function meanSeen(page: Page, instance: StoredInstance): Promise<Colour> {
  const overlays = page.getByRole("button", { name: /^Overlays/ });
  await overlays.click();
  await page.mouse.move(5, 5);
  const picture = await photograph(page);
  await overlays.click();
  const place = await placeOf(page, instance);
  const bound = (start: number, length: number, edge: number, size: number) =>
    [Math.max(0, Math.ceil(start - edge)), Math.min(size, Math.floor(start + length - edge))] as const;
  const { rows, columns } = instance.metadata;
  return meanOf(
    picture,
    bound(place.left, columns * place.across, picture.left, picture.width),
    bound(place.top, rows * place.down, picture.top, picture.height),
  );
}

function meanOf(
  { pixels, width }: Picture,
  [left = 0, right = 0]: readonly number[],
  [top = 0, bottom = 0]: readonly number[],
): Colour {
  const sum = [0, 0, 0];
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++)
      for (const channel of [0, 1, 2])
        sum[channel] = (sum[channel] ?? 0) + (pixels[(y * width + x) * 3 + channel] ?? 0);
  const count = Math.max(1, (right - left) * (bottom - top));
  return [(sum[0] ?? 0) / count, (sum[1] ?? 0) / count, (sum[2] ?? 0) / count];
}

function expectAlike(seen: Colour, source: readonly number[], what: string): void {
  for (const [channel, value] of seen.entries())
    expect.soft(Math.abs(value - (source[channel] ?? 0)), `${what}, channel ${channel}`).toBeLessThan(6);
}

// Recording every step takes most of the time where there is no graphics processor.
test.use({ trace: "off" });

test.describe("real input", () => {
  test.skip(!samples, "SAMPLE_DATA_DIR is not set");

  let page: Page;
  let watch: ReturnType<typeof watchForErrors>;

  test.beforeAll(async ({ browser, baseURL }) => {
    test.setTimeout(300_000);
    await importForReader(project, accounts.readerTwo, join(samples, "dicom-series"), ...pictures());
    await commandLine("user", "set-role", accounts.admin.email, "--project", project, "--role", "admin");
    const rows = await query<StoredInstance & { state: string }>(
      `SELECT i."id", s."caseId", i."sourceHash", i."metadata", c."state" FROM "Instance" i
       JOIN "Series" s ON s."id" = i."seriesId" JOIN "CaseRecord" c ON c."id" = s."caseId"
       JOIN "Project" p ON p."id" = c."projectId" WHERE p."slug" = $1`,
      [project],
    );
    for (const row of rows) byHash.set(row.sourceHash, row);
    // Held for words burned into the picture: somebody has looked, and there is nobody in them.
    const held = new Set(rows.filter(({ state }) => state === "held").map(({ caseId }) => caseId));
    page = await browser.newPage();
    await signIn(page, accounts.admin);
    for (const id of held) {
      const headers = { Origin: baseURL ?? "" };
      const answer = await page.request.post(`/api/cases/${id}/release-hold`, {
        data: { reason: "No name is in it." },
        headers,
      });
      expect(answer.status()).toBe(200);
    }
    await page.close();
    page = await browser.newPage();
    watch = watchForErrors(page);
    await signIn(page, accounts.readerTwo);
  });
  test.afterAll(() => page?.close());

  for (const [folder, parts] of Object.entries(oracle))
    for (const [index, part] of parts.entries()) {
      const { order = [] } = part;
      if (order.length === 0) continue;
      test(`${folder}, part ${index + 1}: ${part.modality} in order, letters, values`, async () => {
        const instances = order.map((name) => instanceOf(seriesFile(folder, name)));
        const [first] = instances;
        if (!first) throw new Error("an empty series");
        const stack = (await stacksOf(first.caseId)).find(({ frames }) =>
          frames.some(({ instanceId }) => instanceId === first.id),
        );
        if (!stack) throw new Error("no stack shows the first slice");
        const times = order.length / (part.positions ?? order.length);
        expect(stack).toMatchObject({ positions: part.positions ?? order.length, times });
        expect(stack.frames.map(({ instanceId }) => instanceId)).toEqual(instances.map(({ id }) => id));
        if (part.pixelSpacing)
          for (const [axis, size] of part.pixelSpacing.entries())
            expect(first.metadata.pixelSpacing?.[axis]).toBeCloseTo(size, 4);

        await openStack(page, first.caseId, stack);
        for (const [key, value] of Object.entries(part.letters ?? {}))
          await expect(cell(page).locator(`[data-letter="${key}"]`)).toHaveText(value);
        await keepPicture(page, `real-${folder}-${index + 1}`);
        await page.keyboard.press("End");
        // Where there is one position, the ends are those of time.
        await expectFrame(page, stack.frames.at(stack.positions === 1 ? -1 : -times));
        await page.keyboard.press("Home");
        await expectFrame(page, stack.frames[0]);
        if (times > 1) {
          await expect(cell(page).getByText(`t 1 / ${times}`)).toBeVisible();
          await page.keyboard.press("ArrowRight");
          await expectFrame(page, stack.frames[1]);
          await expect(cell(page)).toHaveAttribute("data-time", "2");
          await page.keyboard.press("ArrowLeft");
        }
        if (part.values) {
          const probed = instanceOf(seriesFile(folder, part.values.file));
          const place = stack.frames.findIndex(({ instanceId }) => instanceId === probed.id);
          for (let step = 0; step < Math.floor(place / times); step++) await page.keyboard.press("ArrowDown");
          for (let step = 0; step < place % times; step++) await page.keyboard.press("ArrowRight");
          await expectFrame(page, stack.frames[place]);
          for (const at of part.values.at.slice(0, 2)) await probeReads(page, probed, at);
        }
        expect(watch.errors).toEqual([]);
      });
    }

  test("ultrasound clips are clips and play", async () => {
    test.setTimeout(everything ? 600_000 : 120_000);
    const folder = "us-stress-echo-clips";
    const names = readdirSync(join(samples, "dicom-series", folder));
    const { caseId } = instanceOf(seriesFile(folder, names[0] ?? ""));
    const stacks = await stacksOf(caseId);
    expect(stacks.map(({ kind }) => kind)).toEqual(names.map(() => "clip"));
    expect(stacks.reduce((sum, { frames }) => sum + frames.length, 0)).toBe(oracle[folder]?.[0]?.frames);
    const step = everything ? 1 : Math.ceil(stacks.length / clipsLookedAt);
    for (const stack of stacks.filter((_, index) => index % step === 0)) {
      await openStack(page, caseId, stack);
      await page.keyboard.press("Home");
      await expectFrame(page, stack.frames[0]);
      await cell(page).getByRole("button", { name: "Play", exact: true }).click();
      await expect(cell(page)).not.toHaveAttribute("data-frame", /:1$/, { timeout: 10_000 });
      await cell(page).getByRole("button", { name: "Pause", exact: true }).click();
      await expect(cell(page)).toHaveAttribute("data-ready", "true");
      await keepPicture(page, `real-clip-${stack.place + 1}`);
    }
    expect(watch.errors).toEqual([]);
  });

  test("colour DICOM has its colours; an object without geometry opens", async () => {
    const folder = join(samples, "dicom-series");
    const files = [
      ...readdirSync(join(folder, "ct-head-philips-study-extra")).map((name) =>
        join(folder, "ct-head-philips-study-extra", name),
      ),
      ...readdirSync(join(folder, "gsps-overlay-pair")).map((name) =>
        join(folder, "gsps-overlay-pair", name),
      ),
    ];
    let colours = 0;
    for (const file of files) {
      const instance = byHash.get(hashOf(file));
      if (!instance) continue;
      const stack = (await stacksOf(instance.caseId)).find(({ frames }) =>
        frames.some(({ instanceId }) => instanceId === instance.id),
      );
      if (!stack) throw new Error(`no stack shows ${file}`);
      const colour = instance.metadata.samplesPerPixel === 3;
      if (!colour && stack.frames.length > 1) continue;
      await openStack(page, instance.caseId, stack);
      const place = stack.frames.findIndex(({ instanceId }) => instanceId === instance.id);
      await page.keyboard.press("Home");
      for (let step = 0; step < place; step++) await page.keyboard.press("ArrowRight");
      await expectFrame(page, stack.frames[place]);
      await keepPicture(page, `real-object-${colours}-${instance.metadata.rows}`);
      if (!colour) continue;
      colours += 1;
      // Uncompressed, interleaved, and the last element of the file.
      const { rows, columns } = instance.metadata;
      const bytes = readFileSync(file);
      const pixels = bytes.subarray(bytes.length - (rows * columns * 3 + ((rows * columns) % 2)));
      const source = meanOf(
        { left: 0, top: 0, width: columns, height: rows, pixels },
        [0, columns],
        [0, rows],
      );
      expectAlike(await meanSeen(page, instance), source, file);
    }
    expect(colours).toBeGreaterThan(0);
    expect(watch.errors).toEqual([]);
  });

  test("pictures open in their colours", async () => {
    test.setTimeout(everything ? 1_200_000 : 180_000);
    for (const file of pictures()) {
      const instance = instanceOf(file);
      await page.goto(`/cases/${instance.caseId}`);
      await expect(cell(page)).toHaveAttribute("data-ready", "true", { timeout: 30_000 });
      const { channels } = await sharp(file).flatten().toColourspace("srgb").stats();
      const source = [0, 1, 2].map((channel) => (channels[channel] ?? channels[0])?.mean ?? 0);
      expectAlike(await meanSeen(page, instance), source, file);
      if (everything) await keepPicture(page, `real-picture-${instance.caseId}`);
    }
    expect(watch.errors).toEqual([]);
  });
});
