import { DEMO_SOURCE, draftQuestion, draftText, humanQuestion, shuffledNames } from "../bundle/compose";
import type { BundleRegion, CaseBundle, DemoCase, DemoFile } from "../bundle/types";
import { type MrTechnique, mrImage } from "../dicom/mr";
import type { Examination } from "../dicom/objects";
import { ENDOMETRIOMA, endometriomaLayers, ovaryLayers, RIGHT_OVARY } from "../phantoms/pelvis/adnexa";
import { pelvisScanner } from "../phantoms/pelvis/scan";
import type { Sequence } from "../phantoms/pelvis/signals";
import { regionThrough } from "../phantoms/planted";
import { nearestSlice, type Plane, planesOf, type Stack } from "../pixels/plane";

const EXAM: Examination = {
  key: "demo-mr-01",
  modality: "MR",
  sex: "F",
  age: "031Y",
  description: "MR pelvis",
};

/** 4 degrees off the sagittal plane; positions grow towards the patient's right. */
const SAGITTAL: Stack = {
  center: [4, 2, 14],
  row: [0.0698, 0.9976, 0],
  column: [0, 0, -1],
  spacing: 0.64,
  side: 384,
  slices: 24,
  step: 4.8,
};
/** Tilted by 8 degrees, across the long axis of the pelvis. */
const AXIAL: Stack = {
  center: [0, 2, 10],
  row: [1, 0, 0],
  column: [0, 0.9903, 0.1392],
  spacing: 0.88,
  side: 384,
  slices: 24,
  step: 5,
};

interface MrSeries {
  readonly id: string;
  readonly description: string;
  readonly sequence: Sequence;
  readonly planes: readonly Plane[];
  readonly technique: MrTechnique;
}

const technique = (
  stack: Stack,
  repetitionTime: number,
  echoTime: number,
  echoTrain: number,
  center: number,
): MrTechnique => ({
  thickness: 4,
  step: stack.step,
  bodyPart: "PELVIS",
  repetitionTime,
  echoTime,
  echoTrain,
  window: { center, width: center * 2 },
});

const SERIES: readonly MrSeries[] = [
  {
    id: "t2sag",
    description: "T2 TSE sagittal",
    sequence: "T2",
    planes: planesOf(SAGITTAL),
    technique: technique(SAGITTAL, 4200, 102, 17, 480),
  },
  {
    id: "t2ax",
    description: "T2 TSE axial",
    sequence: "T2",
    planes: planesOf(AXIAL),
    technique: technique(AXIAL, 4600, 98, 17, 480),
  },
  {
    id: "t1ax",
    description: "T1 TSE axial",
    sequence: "T1",
    planes: planesOf(AXIAL),
    technique: technique(AXIAL, 560, 11, 3, 540),
  },
  {
    id: "t1fs",
    description: "T1 TSE FS axial",
    sequence: "T1FS",
    planes: planesOf(AXIAL),
    technique: technique(AXIAL, 600, 11, 3, 440),
  },
];

const planesFor = (id: string) => SERIES.find((series) => series.id === id)?.planes ?? [];
const cystSlice = (id: string) => nearestSlice(planesFor(id), ENDOMETRIOMA.center);
const OVARY_SLICE = nearestSlice(planesFor("t2sag"), RIGHT_OVARY.center);

function image(
  series: string,
  slice: number,
  figure: string,
  caption: string,
  planted = ENDOMETRIOMA,
  label = "Endometrioma",
): CaseBundle["images"][number] {
  const regions: BundleRegion[] = [regionThrough(planesFor(series)[slice - 1], planted, label)];
  return {
    id: `${series}-${slice}`,
    series,
    slice,
    frame: null,
    figure,
    panelOf: null,
    caption,
    modality: "MR",
    regions,
  };
}

const T2_SAGITTAL = `t2sag-${cystSlice("t2sag")}`;
const T2_AXIAL = `t2ax-${cystSlice("t2ax")}`;
const T1_FAT = `t1fs-${cystSlice("t1fs")}`;
const OVARY = `t2sag-${OVARY_SLICE}`;

const bundle: CaseBundle = {
  schemaVersion: 1,
  caseId: "demo-mr-pelvis",
  title: "Left adnexal cyst on pelvic MR",
  source: DEMO_SOURCE,
  patient: { key: "demo-3", age: "31Y", sex: "F" },
  group: "demo-3",
  language: "en",
  sections: {
    clinicalHistory:
      "31-year-old woman with painful menstruation for three years and infertility. Ultrasound showed a cyst of the left ovary with fine internal echoes. MR imaging of the pelvis was requested for characterisation.",
    imagingFindings:
      "The left ovary contains a cyst of 52 x 44 x 48 mm with a thin wall of low signal. On T1-weighted images the content is brighter than fat, and it stays bright when fat is suppressed. On T2-weighted images the dependent, posterior part of the content is darker than the anterior part (shading), and a small focus of very low signal lies at the posterior left wall. Three small follicles are seen at the medial border of the cyst. The right ovary is normal and measures 32 x 22 x 26 mm. The uterus is anteverted, its junctional zone is not thickened. There is no free fluid.",
    discussion:
      "High T1 signal that persists with fat suppression proves blood products and excludes a mature teratoma, whose fat would lose its signal. Shading on T2-weighted images reflects repeated haemorrhage with a high content of iron and protein and is typical of an endometrioma; a small focus of very low T2 signal within the cyst adds specificity. A haemorrhagic functional cyst may look alike, but it rarely shows shading and it resolves within a few cycles. No mural nodule is seen that would suggest malignant change. Deep endometriosis should be looked for at the uterosacral ligaments and the rectum.",
    differentialDiagnosis: ["Haemorrhagic functional cyst", "Mature cystic teratoma", "Mucinous cystadenoma"],
    finalDiagnosis: "Endometrioma of the left ovary",
  },
  series: SERIES.map(({ id, description }) => ({
    id,
    description,
    files: [id],
    keySlices: id === "t2sag" ? [cystSlice(id), OVARY_SLICE] : [cystSlice(id)],
  })),
  images: [
    image(
      "t2sag",
      cystSlice("t2sag"),
      "1a",
      "Sagittal T2-weighted image through the left side of the pelvis. An ovarian cyst of 48 mm in height has a thin dark wall; the posterior part of its content is darker than the anterior part, a sign known as shading.",
    ),
    image(
      "t2ax",
      cystSlice("t2ax"),
      "1b",
      "Axial T2-weighted image. The cyst of the left ovary measures 52 mm across and shows shading towards the back. Three small follicles of high signal lie along its medial border.",
    ),
    image(
      "t1ax",
      cystSlice("t1ax"),
      "1c",
      "Axial T1-weighted image at the same level. The content of the left ovarian cyst is homogeneous and brighter than subcutaneous fat, in keeping with blood products.",
    ),
    image(
      "t1fs",
      cystSlice("t1fs"),
      "1d",
      "Axial T1-weighted image with fat suppression at the same level. The content of the left ovarian cyst stays bright although the subcutaneous fat is dark, so the signal is due to blood and not to fat.",
    ),
    image(
      "t2sag",
      OVARY_SLICE,
      "1e",
      "Sagittal T2-weighted image through the right side of the pelvis. The right ovary is of normal size and contains several follicles of high signal.",
      RIGHT_OVARY,
      "Right ovary",
    ),
  ],
  qa: [
    humanQuestion("mr-1", T1_FAT, "Does the content of the cyst lose signal when fat is suppressed?", {
      options: ["Yes", "No"],
      right: 1,
    }),
    humanQuestion("mr-2", T2_AXIAL, "Which ovary contains the cyst?", {
      options: ["Left", "Right", "Both"],
      right: 0,
    }),
    humanQuestion(
      "mr-3",
      T2_SAGITTAL,
      "What is shading and what causes it?",
      "A gradual loss of T2 signal towards the dependent part of the cyst, caused by old blood with a high content of iron and protein.",
      "Repeated bleeding concentrates iron and protein, which shorten T2; the denser part of the fluid settles posteriorly while the patient lies on her back.",
    ),
  ],
  drafts: [
    draftText(
      "caption",
      T2_SAGITTAL,
      "Sagittal T2-weighted MR image shows a left ovarian cyst, 48 mm in height, with a thin dark wall. The posterior part of the content is darker than the anterior part (shading).",
    ),
    draftText(
      "caption",
      T2_AXIAL,
      "Axial T2-weighted MR image shows a left ovarian cyst of 52 mm with shading towards the back. Three small follicles lie along its medial border.",
    ),
    draftText(
      "caption",
      `t1ax-${cystSlice("t1ax")}`,
      "Axial T1-weighted MR image at the same level shows homogeneous content of the left ovarian cyst, brighter than subcutaneous fat. This is in keeping with blood products.",
    ),
    draftText(
      "caption",
      T1_FAT,
      "Axial T2-weighted MR image with fat suppression at the same level. The content of the left ovarian cyst stays bright although subcutaneous fat is dark.",
    ),
    draftText(
      "caption",
      OVARY,
      "Sagittal T2-weighted MR image through the right side of the pelvis shows a normal right ovary with several follicles of high signal.",
    ),
    draftText(
      "findings",
      null,
      "The left ovary contains a thin-walled cyst of 52 x 44 x 48 mm. Its content is bright on T1-weighted images with and without fat suppression and shows shading on T2-weighted images. The right ovary measures 32 x 22 x 26 mm and is normal. The junctional zone of the uterus is not thickened. There is no free fluid.",
    ),
    draftText(
      "discussion",
      null,
      "High T1 signal that persists with fat suppression proves blood and excludes a mature teratoma. Together with shading on T2-weighted images this is typical of an endometrioma. A haemorrhagic functional cyst is less likely. There is no mural nodule that would suggest malignant change.",
    ),
    draftQuestion(T2_AXIAL, "How large is the cyst from side to side?", {
      options: ["22 mm", "36 mm", "52 mm", "88 mm"],
      right: 2,
    }),
    draftQuestion(
      T1_FAT,
      "Why is the cyst not a mature teratoma?",
      "Its content stays bright when fat is suppressed; the fat of a teratoma would become dark.",
      "Fat suppression removes the signal of fat but not that of blood products, and the cyst keeps its high T1 signal.",
    ),
    draftQuestion(OVARY, "Is the right ovary enlarged?", { options: ["Yes", "No"], right: 1 }),
  ],
};

function* files(): Generator<DemoFile> {
  const scan = pelvisScanner([...ovaryLayers(RIGHT_OVARY), ...endometriomaLayers()], 31);
  for (const [order, { id, description, sequence, planes, technique: how }] of SERIES.entries()) {
    const names = shuffledNames(planes.length, id);
    for (const [index, plane] of planes.entries()) {
      const signal = scan(sequence, plane, order * 100 + index);
      const header = { key: id, number: order + 2, description };
      yield { path: names[index] ?? id, content: mrImage(EXAM, header, index + 1, plane, signal, how) };
    }
  }
}

/** Four oblique MR series of a pelvis. One caption draft names the wrong sequence. */
export const ENDOMETRIOMA_CASE: DemoCase = { bundle, files };
