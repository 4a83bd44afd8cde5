import { DEMO_SOURCE, NO_SECTIONS, shuffledNames } from "../bundle/compose";
import type { CaseBundle, DemoCase, DemoFile } from "../bundle/types";
import { ctImage } from "../dicom/ct";
import type { Examination } from "../dicom/objects";
import { HEAD_PLANES, headSlices } from "../phantoms/head/scan";

const EXAM: Examination = {
  key: "demo-ct-02",
  modality: "CT",
  sex: "O",
  age: "070Y",
  description: "CT head",
};
const SERIES = { key: "head", number: 2, description: "CT head without contrast 5 mm" };
const TECHNIQUE = {
  thickness: 5,
  bodyPart: "HEAD",
  contrast: null,
  kernel: "BRAIN",
  windows: [
    { name: "BRAIN", center: 36, width: 80 },
    { name: "BONE", center: 500, width: 2400 },
  ],
};
const FILES = shuffledNames(HEAD_PLANES.length, "head");

const bundle: CaseBundle = {
  schemaVersion: 1,
  caseId: "demo-ct-head",
  title: "Head CT without text",
  source: DEMO_SOURCE,
  patient: { key: null, age: null, sex: null },
  group: null,
  language: "en",
  sections: NO_SECTIONS,
  series: [{ id: "head", description: null, files: FILES, keySlices: [] }],
  images: [],
  qa: [],
  drafts: [],
};

function* files(): Generator<DemoFile> {
  let index = 0;
  for (const hounsfield of headSlices()) {
    const [path, plane] = [FILES[index], HEAD_PLANES[index]];
    index++;
    if (path && plane) yield { path, content: ctImage(EXAM, SERIES, index, plane, hounsfield, TECHNIQUE) };
  }
}

/** A series that nobody has described: a haematoma of the right basal ganglia is planted in it. */
export const HEAD_IMAGE_ONLY: DemoCase = { bundle, files };
