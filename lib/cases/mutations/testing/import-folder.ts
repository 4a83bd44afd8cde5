import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { writePicture, writeSlice } from "@/lib/importing/testing/make-slice";
import { importPaths } from "../import-paths";

interface ImportFolder {
  /** Fresh for every test. */
  readonly path: string;
  /** A project of its own for every test. */
  readonly slug: string;
  readonly dataDir: string;
  /** Imports paths below the folder, named relative to it. */
  run(...names: string[]): ReturnType<typeof importPaths>;
  runAs(slug: string, ...names: string[]): ReturnType<typeof importPaths>;
}

/** A folder and a project for each test, and a data folder for the file. Call at the top of a `.db.test.ts`. */
export function importFolder(): ImportFolder {
  const state = { path: "", slug: "", dataDir: "", count: 0 };
  const runAs = (projectSlug: string, ...names: string[]) =>
    importPaths(
      names.map((name) => ({ name, path: join(state.path, name) })),
      { projectSlug, actorId: null },
    );
  beforeAll(() => {
    state.dataDir = mkdtempSync(join(tmpdir(), "import-data-"));
    process.env.DATA_DIR = state.dataDir;
  });
  afterAll(() => rmSync(state.dataDir, { recursive: true, force: true }));
  beforeEach(() => {
    state.path = mkdtempSync(join(tmpdir(), "import-"));
    state.slug = `project-${++state.count}`;
    return () => rmSync(state.path, { recursive: true, force: true });
  });
  return {
    get path() {
      return state.path;
    },
    get slug() {
      return state.slug;
    },
    get dataDir() {
      return state.dataDir;
    },
    run: (...names) => runAs(state.slug, ...names),
    runAs,
  };
}

/** A whole case: five slices under unsorted names, a picture, texts, a question, a draft, a region. */
export const wholeCase = {
  schemaVersion: 1,
  caseId: "case-1",
  title: "Ring lesion",
  source: { name: "Example", licence: "CC0-1.0" },
  patient: { key: "P-7", age: "93", sex: "F" },
  sections: {
    clinicalHistory: "Headache for three weeks.",
    imagingFindings: "A ring lesion of 18 mm lies beside the left ventricle.",
    discussion: "An abscess is likely.",
  },
  series: [{ id: "ct", files: ["ct"], keySlices: [3] }],
  images: [
    {
      id: "a",
      series: "ct",
      slice: 2,
      figure: "1a",
      caption: "The lesion on the left.",
      regions: [{ kind: "probe", points: [[4.5, 5.5]], label: "lesion" }],
    },
    { id: "b", file: "fig/1b.png", figure: "1b", panelOf: "a", caption: "A drawing of it." },
  ],
  qa: [{ image: "a", question: "Where is the lesion?", answer: "On the left.", sourceQid: "7" }],
  drafts: [{ kind: "caption", image: "a", text: "A lesion on the left side.", model: "m" }],
};

export async function writeBundle(at: string, value: object = wholeCase, series = "1.2.3.1"): Promise<void> {
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, "case.json"), JSON.stringify(value));
  for (let number = 1; number <= 5; number++)
    writeSlice(join(at, `ct/IM${(number * 7) % 11}.dcm`), {
      uid: `${series}.${number}`,
      series,
      number,
      value: number * 50,
    });
  await writePicture(join(at, "fig/1b.png"), 10);
}
