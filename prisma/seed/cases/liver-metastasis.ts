import { DEMO_SOURCE, draftQuestion, draftText, humanQuestion, shuffledNames } from "../bundle/compose";
import type { CaseBundle, DemoCase, DemoFile } from "../bundle/types";
import { ctImage } from "../dicom/ct";
import type { Examination } from "../dicom/objects";
import { HEPATIC_CYST, METASTASIS, RENAL_CYST } from "../phantoms/abdomen/lesions";
import { ABDOMEN_PLANES, abdomenSlices } from "../phantoms/abdomen/scan";
import { regionThrough } from "../phantoms/planted";
import { nearestSlice } from "../pixels/plane";

const EXAM: Examination = {
  key: "demo-ct-01",
  modality: "CT",
  sex: "F",
  age: "057Y",
  description: "CT abdomen",
};
const SERIES = { key: "ct", number: 2, description: "CT abdomen portal venous 3 mm" };
const TECHNIQUE = {
  thickness: 3,
  bodyPart: "ABDOMEN",
  contrast: "Iodinated contrast",
  kernel: "SOFT",
  windows: [
    { name: "ABDOMEN", center: 40, width: 400 },
    { name: "LIVER", center: 90, width: 160 },
    { name: "LUNG", center: -550, width: 1600 },
    { name: "BONE", center: 350, width: 1800 },
  ],
};

const LESION_SLICE = nearestSlice(ABDOMEN_PLANES, METASTASIS.center);
const UPPER_SLICE = LESION_SLICE + 4;
const CYST_SLICE = nearestSlice(ABDOMEN_PLANES, HEPATIC_CYST.center);
const KIDNEY_SLICE = nearestSlice(ABDOMEN_PLANES, RENAL_CYST.center);
const FILES = shuffledNames(ABDOMEN_PLANES.length, "ct");

const plane = (slice: number) => ABDOMEN_PLANES[slice - 1];
const MASS = `s${LESION_SLICE}`;
const CYST = `s${CYST_SLICE}`;
const KIDNEY = `s${KIDNEY_SLICE}`;

const image = (
  slice: number,
  figure: string,
  caption: string | null,
  regions: CaseBundle["images"][number]["regions"],
) => ({
  id: `s${slice}`,
  series: "ct",
  slice,
  frame: null,
  figure,
  panelOf: null,
  caption,
  modality: "CT",
  regions,
});

const bundle: CaseBundle = {
  schemaVersion: 1,
  caseId: "demo-ct-liver",
  title: "Focal lesion of the right hepatic lobe",
  source: DEMO_SOURCE,
  patient: { key: "demo-1", age: "57Y", sex: "F" },
  group: "demo-1",
  language: "en",
  sections: {
    clinicalHistory:
      "57-year-old woman, two years after resection of a sigmoid adenocarcinoma (pT3 N1). No complaints. Carcinoembryonic antigen has risen from 2.1 to 14 ng/mL over six months. Restaging CT of the abdomen was requested.",
    imagingFindings:
      "The liver is of normal size and has a smooth contour. Segment VII of the right lobe contains a solitary, well-defined, hypoattenuating lesion of 42 x 34 mm in the axial plane, about 30 HU in the centre, with a thin continuous rim that enhances more than the surrounding parenchyma. The lesion does not reach the capsule and the hepatic and portal veins are patent. A round 12 mm lesion of water attenuation without a wall lies in the left lobe. The left kidney carries an exophytic 22 mm lesion of water attenuation at its lateral border. Gallbladder, spleen, pancreas and adrenal glands are normal. There are no enlarged lymph nodes and there is no ascites.",
    discussion:
      "In a patient with previous colorectal cancer and a rising carcinoembryonic antigen, a solitary hypoattenuating liver lesion with continuous rim enhancement in the portal venous phase is a metastasis until proven otherwise. The centre is denser than fluid, which speaks against a cyst, and the rim is continuous rather than nodular, which speaks against a haemangioma. An abscess can look alike, but fever and raised inflammatory markers are missing. The lesions of the left lobe and of the left kidney are simple cysts and need no follow-up. MR imaging with a hepatocyte-specific agent should follow before resection, because it shows small additional metastases better than CT.",
    differentialDiagnosis: ["Hepatic abscess", "Intrahepatic cholangiocarcinoma", "Atypical haemangioma"],
    finalDiagnosis: "Solitary metastasis of colorectal adenocarcinoma in segment VII of the liver",
  },
  series: [
    {
      id: "ct",
      description: "CT abdomen portal venous",
      files: FILES,
      keySlices: [KIDNEY_SLICE, LESION_SLICE, UPPER_SLICE, CYST_SLICE].sort((a, b) => a - b),
    },
  ],
  images: [
    image(
      LESION_SLICE,
      "1a",
      "Axial contrast-enhanced CT in the portal venous phase at the level of the portal bifurcation. A solitary hypoattenuating lesion of 42 x 34 mm in segment VII of the right hepatic lobe has a thin, continuous, enhancing rim.",
      [regionThrough(plane(LESION_SLICE), METASTASIS, "Metastasis")],
    ),
    image(
      CYST_SLICE,
      "1b",
      "Axial contrast-enhanced CT 15 mm above figure 1a. A round, sharply defined lesion of water attenuation, 12 mm in diameter, lies in the left hepatic lobe and shows neither wall nor enhancement. The upper part of the lesion of the right lobe is still visible.",
      [
        regionThrough(plane(CYST_SLICE), HEPATIC_CYST, "Hepatic cyst"),
        regionThrough(plane(CYST_SLICE), METASTASIS, "Metastasis"),
      ],
    ),
    image(
      KIDNEY_SLICE,
      "1c",
      "Axial contrast-enhanced CT at the level of the renal hila. An exophytic cyst of 22 mm and water attenuation arises from the lateral border of the left kidney. Both kidneys enhance normally.",
      [regionThrough(plane(KIDNEY_SLICE), RENAL_CYST, "Renal cyst")],
    ),
    image(UPPER_SLICE, "1d", null, [regionThrough(plane(UPPER_SLICE), METASTASIS, "Metastasis")]),
  ],
  qa: [
    humanQuestion("ct-1", MASS, "Which hepatic segment contains the rim-enhancing lesion?", {
      options: ["Segment II", "Segment IVb", "Segment VII", "Caudate lobe"],
      right: 2,
    }),
    humanQuestion("ct-2", MASS, "Is the enhancement of the rim continuous or nodular?", {
      options: ["Continuous", "Nodular and interrupted"],
      right: 0,
    }),
    humanQuestion(
      "ct-3",
      null,
      "Which findings make a metastasis more likely than a simple cyst?",
      "The centre measures about 30 HU, which is more than fluid, and a continuous rim enhances; the patient has had colorectal cancer and her carcinoembryonic antigen is rising.",
      "A simple cyst measures close to 0 HU and has no perceptible wall. Attenuation above that of fluid together with rim enhancement points to solid tumour with central necrosis.",
    ),
    humanQuestion("ct-4", KIDNEY, "On which side is the renal cyst?", {
      options: ["Left", "Right"],
      right: 0,
    }),
  ],
  drafts: [
    draftText(
      "caption",
      MASS,
      "Axial portal venous phase CT shows a solitary hypoattenuating lesion in segment VII of the right hepatic lobe. It measures 42 x 34 mm and has a thin continuous enhancing rim.",
    ),
    draftText(
      "caption",
      CYST,
      "Axial contrast-enhanced CT shows a round lesion of water attenuation in the right hepatic lobe, 12 mm in diameter. It has no wall and does not enhance.",
    ),
    draftText(
      "caption",
      KIDNEY,
      "Axial contrast-enhanced CT at the level of the renal hila shows an exophytic cyst of 22 mm at the lateral border of the left kidney. Both kidneys enhance normally.",
    ),
    draftText(
      "findings",
      null,
      "The liver is of normal size with a smooth contour. A solitary hypoattenuating lesion of 42 x 34 mm with a continuous enhancing rim lies in segment VII. A 12 mm simple cyst lies in the left lobe, and a 22 mm simple cyst at the lateral border of the left kidney. Hepatic and portal veins are patent. There are no enlarged lymph nodes and there is no ascites.",
    ),
    draftText(
      "discussion",
      null,
      "A solitary rim-enhancing hypoattenuating liver lesion in a patient with previous colorectal cancer and rising carcinoembryonic antigen is most likely a metastasis. The continuous rim argues against a haemangioma and the attenuation of about 30 HU against a cyst. An abscess is less likely without fever. MR imaging with a hepatocyte-specific agent is advised before resection.",
    ),
    draftQuestion(MASS, "What is the size of the lesion in segment VII?", {
      options: ["12 mm", "22 x 18 mm", "42 x 34 mm", "65 x 50 mm"],
      right: 2,
    }),
    draftQuestion(MASS, "Does the lesion enhance homogeneously?", { options: ["Yes", "No"], right: 1 }),
    draftQuestion(
      MASS,
      "What is the most likely diagnosis of the lesion in the right hepatic lobe?",
      "A metastasis of the known colorectal cancer.",
      "The lesion is solitary and hypoattenuating with a continuous enhancing rim, the patient had a sigmoid adenocarcinoma, and the carcinoembryonic antigen is rising.",
    ),
    draftQuestion(KIDNEY, "Which kidney carries the cyst?", {
      options: ["Left kidney", "Right kidney"],
      right: 1,
    }),
  ],
};

function* files(): Generator<DemoFile> {
  let index = 0;
  for (const hounsfield of abdomenSlices()) {
    const [path, where] = [FILES[index], ABDOMEN_PLANES[index]];
    index++;
    if (path && where) yield { path, content: ctImage(EXAM, SERIES, index, where, hounsfield, TECHNIQUE) };
  }
}

/** Portal venous CT of 48 slices: metastasis in segment VII, a hepatic and a renal cyst. Two drafts have a wrong side. */
export const LIVER_METASTASIS: DemoCase = { bundle, files };
