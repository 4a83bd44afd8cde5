import { DEMO_SOURCE, draftQuestion, draftText, ellipseRegion, humanQuestion } from "../bundle/compose";
import type { CaseBundle, DemoCase, DemoFile } from "../bundle/types";
import type { Examination } from "../dicom/objects";
import { ultrasoundClip } from "../dicom/us";
import { CLIP, cystPixels, SECTOR, ultrasoundPixels } from "../phantoms/ultrasound/clip";

const EXAM: Examination = {
  key: "demo-us-01",
  modality: "US",
  sex: "F",
  age: "045Y",
  description: "Ultrasound of the liver",
};
const SERIES = { key: "clip", number: 1, description: "Liver colour Doppler clip" };
const FILE = "clip/US0001.dcm";
const FRAME = 8;
const IMAGE = `f${FRAME}`;
const cyst = cystPixels(FRAME);

const bundle: CaseBundle = {
  schemaVersion: 1,
  caseId: "demo-us-liver",
  title: "Hepatic lesion on ultrasound",
  source: DEMO_SOURCE,
  patient: { key: "demo-5", age: "45Y", sex: "F" },
  group: "demo-5",
  language: "en",
  sections: {
    clinicalHistory:
      "45-year-old woman with upper abdominal discomfort after meals for some weeks. Liver enzymes and blood count are normal. Ultrasound of the abdomen was requested to look for gallstones.",
    imagingFindings:
      "The liver is of normal echogenicity and homogeneous. The right lobe contains a round anechoic lesion of 34 x 30 mm with a sharp, smooth margin and without a perceptible wall, septa or solid parts. The tissue behind it is brighter (posterior acoustic enhancement) and fine shadows run from its edges. Colour Doppler shows flow in a hepatic vein (blue) and in a portal branch (red) beside the lesion and none within it. The diaphragm moves freely with breathing.",
    discussion:
      "An anechoic, sharply defined lesion without a wall and with posterior acoustic enhancement is a simple hepatic cyst. The lack of septa, of mural nodules and of internal flow makes a cystic neoplasm or a hydatid cyst unlikely. Simple cysts are common, seldom cause complaints at this size and need no follow-up.",
    differentialDiagnosis: ["Hydatid cyst", "Mucinous cystic neoplasm", "Necrotic metastasis", "Biloma"],
    finalDiagnosis: "Simple cyst of the right hepatic lobe",
  },
  series: [{ id: "clip", description: "Liver colour Doppler", files: [FILE], keySlices: [] }],
  images: [
    {
      id: IMAGE,
      series: "clip",
      slice: 1,
      frame: FRAME,
      figure: "1",
      panelOf: null,
      caption:
        "Ultrasound of the right hepatic lobe with colour Doppler, one frame of a clip. A round anechoic lesion of 34 x 30 mm has a sharp margin and posterior acoustic enhancement. Flow is seen in a hepatic vein (blue) and a portal branch (red) beside it, none within it.",
      modality: "US",
      regions: [ellipseRegion(cyst, cyst.halfX, cyst.halfY, "Cyst")],
    },
  ],
  qa: [
    humanQuestion("us-1", IMAGE, "Which artefact is seen behind the lesion?", {
      options: ["Acoustic shadow", "Posterior acoustic enhancement", "Comet tail", "Mirror image"],
      right: 1,
    }),
    humanQuestion(
      "us-2",
      IMAGE,
      "What does posterior acoustic enhancement say about the content of the lesion?",
      "It is fluid.",
      "Fluid weakens the sound less than the liver around it, so echoes from behind the lesion are stronger than their neighbours at the same depth.",
    ),
  ],
  drafts: [
    draftText(
      "caption",
      IMAGE,
      "Colour Doppler ultrasound of the right hepatic lobe shows a round anechoic lesion of 34 x 30 mm with a sharp margin and posterior acoustic enhancement. Flow is seen in the neighbouring vessels but not within the lesion.",
    ),
    draftText(
      "findings",
      null,
      "The liver is homogeneous and of normal echogenicity. The left lobe contains a round anechoic lesion of 34 x 30 mm without wall, septa or solid parts. There is posterior acoustic enhancement. Colour Doppler shows no flow within the lesion.",
    ),
    draftText(
      "discussion",
      null,
      "An anechoic lesion with a sharp margin and posterior acoustic enhancement is a simple cyst. Without septa, nodules or internal flow a cystic neoplasm is unlikely. No follow-up is needed.",
    ),
    draftQuestion(IMAGE, "Is there flow within the lesion?", { options: ["Yes", "No"], right: 1 }),
    draftQuestion(
      IMAGE,
      "Why is a solid tumour unlikely?",
      "The lesion is anechoic, has no solid parts or internal flow, and shows posterior acoustic enhancement.",
      "Solid tissue returns echoes and often contains vessels; enhancement behind a lesion is typical of fluid.",
    ),
    draftQuestion(IMAGE, "Which vessel beside the lesion is coded blue?", {
      options: ["A hepatic vein", "A portal branch", "The aorta"],
      right: 0,
    }),
  ],
};

function* files(): Generator<DemoFile> {
  const clip = { ...CLIP, pixels: ultrasoundPixels(), region: SECTOR };
  yield { path: FILE, content: ultrasoundClip(EXAM, SERIES, clip) };
}

/** Colour Doppler clip of 30 frames with a simple cyst; the findings draft names the wrong lobe. */
export const HEPATIC_CYST_CLIP: DemoCase = { bundle, files };
