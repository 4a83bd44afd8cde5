import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { dicomFile } from "../prisma/seed/dicom/encode";
import { commonAttributes } from "../prisma/seed/dicom/objects";
import { uidOf } from "../prisma/seed/dicom/uid";
import { openCase } from "./room";
import { accounts, keepPicture, signIn, watchForErrors } from "./support";
import { casesOf, importForReader } from "./viewer-database";

const side = 64;

interface Scan {
  readonly study: string;
  readonly description: string;
  readonly slices: number;
  /** Height of the lowest slice and distance of slices, millimetres. */
  readonly lowest: number;
  readonly apart: number;
}

/** Two examinations of one patient whose tables stood elsewhere, with slices of different thickness. */
const now: Scan = { study: "linked-now", description: "Now axial", slices: 20, lowest: -400, apart: 2 };
const prior: Scan = { study: "linked-prior", description: "Prior axial", slices: 9, lowest: 50, apart: 5 };

function slice(scan: Scan, number: number): Buffer {
  const values = new Uint16Array(side * side).fill(100 + number * 20);
  return dicomFile({
    ...commonAttributes(
      { key: scan.study, modality: "CT", sex: "O", age: "050Y", description: scan.description },
      { key: "s1", number: 1, description: scan.description },
      number,
    ),
    SOPClassUID: "1.2.840.10008.5.1.4.1.1.2",
    ImageType: ["ORIGINAL", "PRIMARY", "AXIAL"],
    FrameOfReferenceUID: uidOf(`${scan.study}/frame`),
    ImagePositionPatient: [-32, -32, scan.lowest + scan.apart * number],
    ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
    PixelSpacing: [1, 1],
    SliceThickness: scan.apart,
    PatientPosition: "HFS",
    SamplesPerPixel: 1,
    PhotometricInterpretation: "MONOCHROME2",
    Rows: side,
    Columns: side,
    BitsAllocated: 16,
    BitsStored: 12,
    HighBit: 11,
    PixelRepresentation: 0,
    RescaleIntercept: 0,
    RescaleSlope: 1,
    RescaleType: "HU",
    WindowCenter: 300,
    WindowWidth: 600,
    PixelData: new Uint8Array(values.buffer),
  });
}

function writeCase(folder: string): void {
  const root = join(folder, "linked");
  mkdirSync(root, { recursive: true });
  const series = [now, prior].map((scan) => {
    const files = Array.from({ length: scan.slices }, (_, index) => `${scan.study}-${index + 1}.dcm`);
    for (const [index, name] of files.entries()) writeFileSync(join(root, name), slice(scan, index + 1));
    return { id: scan.study, files };
  });
  const bundle = {
    schemaVersion: 1,
    caseId: "linked",
    title: "Now and prior",
    source: { name: "Linked phantoms", licence: "CC0-1.0" },
    series,
    images: [{ id: "marked", series: now.study, slice: 1 }],
  };
  writeFileSync(join(root, "case.json"), JSON.stringify(bundle));
}

const cell = (page: Page, index: number) => page.locator(`[data-viewport="${index}"]`);
const sliceOf = async (page: Page, index: number) =>
  Number(await cell(page, index).getAttribute("data-slice"));

/** A case of two studies may open with its viewports together. */
async function together(page: Page, wanted: boolean): Promise<void> {
  const button = page.getByRole("button", { name: "Synced" });
  if ((await button.getAttribute("aria-pressed")) !== String(wanted)) await button.click();
  await expect(button).toHaveAttribute("aria-pressed", String(wanted));
}

/** Imports the case of two studies into a project of its own and opens it. */
async function openNowAndPrior(page: Page, project: string): Promise<ReturnType<typeof watchForErrors>> {
  const folder = mkdtempSync(join(tmpdir(), "reading-room-linked-"));
  try {
    writeCase(folder);
    await importForReader(project, accounts.readerOne, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const [caseId] = (await casesOf(project)).values();
  const watch = watchForErrors(page);
  await signIn(page, accounts.readerOne);
  await openCase(page, caseId ?? "");
  return watch;
}

/** The viewports of the study of twenty slices and of the other. */
async function longerAndShorter(page: Page): Promise<readonly [number, number]> {
  return ((await cell(page, 0).textContent()) ?? "").includes("/ 20") ? [0, 1] : [1, 0];
}

test("now and prior open scrolled together by the share of their series, and part on demand", async ({
  page,
}) => {
  const watch = await openNowAndPrior(page, `together-${Date.now()}`);
  for (const index of [0, 1]) await expect(cell(page, index)).toHaveAttribute("data-ready", "true");
  const button = page.getByRole("button", { name: "Synced" });
  await expect(button).toHaveAttribute("aria-pressed", "true");
  const [first, second] = await longerAndShorter(page);
  await cell(page, first).focus();
  await expect(cell(page, second)).toContainText("Synced by share of series");
  await expect(cell(page, first)).not.toContainText("Synced");
  await page.keyboard.press("End");
  await expect.poll(() => sliceOf(page, second)).toBe(9);
  await page.keyboard.press("Home");
  await expect.poll(() => sliceOf(page, second)).toBe(1);
  // The sixth of twenty is five nineteenths of the way: the third of nine.
  for (let step = 0; step < 5; step++) await page.keyboard.press("ArrowDown");
  await expect.poll(() => sliceOf(page, second)).toBe(3);
  await keepPicture(page, "linked-opened");
  await button.click();
  await expect(cell(page, second)).not.toContainText("Synced");
  await cell(page, first).focus();
  await page.keyboard.press("End");
  await expect.poll(() => sliceOf(page, first)).toBe(20);
  expect(await sliceOf(page, second)).toBe(3);
  expect(watch.errors).toEqual([]);
});

test("now and prior are scrolled by millimetres from matched slices, and windowed together", async ({
  page,
}) => {
  const watch = await openNowAndPrior(page, `linked-${Date.now()}`);
  await page.getByRole("radio", { name: "Two viewports" }).check({ force: true });
  await expect(cell(page, 1)).toHaveAttribute("data-ready", "true");
  await together(page, false);
  const [first, second] = await longerAndShorter(page);
  await cell(page, first).focus();
  await page.keyboard.press("Home");
  for (let step = 0; step < 5; step++) await page.keyboard.press("ArrowDown");
  await expect.poll(() => sliceOf(page, first)).toBe(6);
  await cell(page, second).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  const from = 2;
  await expect.poll(() => sliceOf(page, second)).toBe(from);
  await together(page, true);
  await cell(page, first).focus();
  // Five slices of 2 mm are two of 5 mm.
  for (let step = 0; step < 5; step++) await page.keyboard.press("ArrowDown");
  await expect.poll(() => sliceOf(page, second)).toBe(from + 2);
  await page.getByRole("button", { name: "Viewports together" }).click();
  await page.getByRole("menuitemradio", { name: "Window together" }).click();
  await page.getByLabel("Window preset").selectOption({ label: "Bone" });
  for (const index of [first, second])
    await expect(cell(page, index)).toHaveAttribute("data-window", "2500 480");
  await keepPicture(page, "linked-now-prior");
  await together(page, false);
  await cell(page, first).focus();
  await page.keyboard.press("End");
  await expect.poll(() => sliceOf(page, first)).toBe(20);
  expect(await sliceOf(page, second)).toBe(from + 2);
  expect(watch.errors).toEqual([]);
});
