import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";

const run = promisify(execFile);

/** A grey square with a bright disc: two of them make a case that opens at once. */
async function drawDisc(path: string, column: number): Promise<void> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="192"><rect width="256" height="192" fill="#333"/><circle cx="${column}" cy="90" r="36" fill="#bbb"/></svg>`;
  await sharp(Buffer.from(svg)).png().toFile(path);
}

async function writeCase(folder: string, number: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await Promise.all([drawDisc(join(folder, "a.png"), 90), drawDisc(join(folder, "b.png"), 160)]);
  const images = ["a", "b"].map((id) => ({
    id,
    file: `${id}.png`,
    figure: `1${id}`,
    caption: `Source caption ${id}.`,
    modality: "other",
  }));
  const drafts = [
    ...images.map(({ id }) => ({
      kind: "caption",
      image: id,
      text: `A disc in picture ${id}. It is bright.`,
    })),
    { kind: "findings", text: "Two discs of the same size are seen. No third one." },
    { kind: "discussion", text: "A disc this bright is drawn, not found." },
  ].map((draft) => ({ ...draft, model: "example-1", promptVersion: "1" }));
  const bundle = {
    schemaVersion: 1,
    caseId: `disc-${number}`,
    title: `Disc ${number}`,
    source: { name: "Drawn discs", licence: "CC0-1.0", externalModelAllowed: true },
    sections: {
      clinicalHistory: "A drawing, made for a test.",
      imagingFindings: "Two discs of the same size.",
      discussion: "Discs are drawn.",
    },
    images,
    drafts,
  };
  writeFileSync(join(folder, "case.json"), JSON.stringify(bundle));
}

/** Two cases whose drafts contradict what their source says: a wrong side, and beside it a wrong measure. */
async function writeFlagged(folder: string, number: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await drawDisc(join(folder, "a.png"), 90);
  const caption = "Axial CT. A cyst of 24 mm lies in the right kidney.";
  const drafts = [
    { kind: "caption", image: "a", text: "Axial CT shows a cyst of 24 mm in the left kidney." },
    { kind: "findings", text: "The right kidney holds a cyst of 42 mm." },
    { kind: "discussion", text: "A simple cyst of the right kidney needs no treatment." },
  ].map((draft) => ({ ...draft, model: "example-1", promptVersion: "1" }));
  const bundle = {
    schemaVersion: 1,
    caseId: `flagged-${number}`,
    title: `Flagged ${number}`,
    source: { name: "Drawn discs", licence: "CC0-1.0", externalModelAllowed: true },
    sections: {
      clinicalHistory: "Chance finding.",
      imagingFindings: "The right kidney holds a cyst of 24 mm.",
      discussion: "A simple cyst of the right kidney needs no treatment.",
    },
    images: [{ id: "a", file: "a.png", figure: "1a", caption, modality: "CT" }],
    drafts,
  };
  writeFileSync(join(folder, "case.json"), JSON.stringify(bundle));
}

/** A picture nobody wrote about: only a history, a modality and a part of the body. */
async function writeWordless(folder: string, number: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await drawDisc(join(folder, "a.png"), 90);
  const bundle = {
    schemaVersion: 1,
    caseId: `wordless-${number}`,
    title: `Wordless ${number}`,
    source: { name: "Drawn discs", licence: "CC0-1.0", externalModelAllowed: true },
    sections: { clinicalHistory: "A drawn cyst of the kidney." },
    images: [{ id: "a", file: "a.png", figure: "1a", modality: "CT" }],
  };
  writeFileSync(join(folder, "case.json"), JSON.stringify(bundle));
}

/** Imports drawn cases into a project of the server under test, through the command line. */
export const importDiscs = (slug: string, count: number) => importWritten(slug, count, writeCase);
export const importWordless = (slug: string, count: number) => importWritten(slug, count, writeWordless);
export const importFlagged = (slug: string, count: number) => importWritten(slug, count, writeFlagged);

async function importWritten(
  slug: string,
  count: number,
  write: (folder: string, number: number) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "discs-"));
  try {
    for (let number = 1; number <= count; number += 1) await write(join(folder, `case-${number}`), number);
    const words = ["cli/run.mjs", "import", folder, "--project", slug, "--json"];
    const env = {
      ...process.env,
      DATA_DIR: process.env.DATA_DIR ?? process.env.E2E_DATA_DIR,
      DATABASE_URL: "",
    };
    const { stdout } = await run(process.execPath, words, { env });
    const told = JSON.parse(stdout) as { readonly cases: number; readonly refused: readonly unknown[] };
    if (told.cases !== count || told.refused.length > 0) throw new Error(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
