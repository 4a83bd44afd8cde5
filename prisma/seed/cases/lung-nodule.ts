import { DEMO_SOURCE, draftQuestion, draftText, ellipseRegion, humanQuestion } from "../bundle/compose";
import type { CaseBundle, DemoCase, DemoFile } from "../bundle/types";
import { chestRadiograph } from "../dicom/dx";
import type { Examination } from "../dicom/objects";
import { chestRadiographPixels, nodulePixels, RADIOGRAPH } from "../phantoms/chest/radiograph";

const EXAM: Examination = {
  key: "demo-dx-01",
  modality: "DX",
  sex: "M",
  age: "066Y",
  description: "Chest radiograph",
};
const SERIES = { key: "pa", number: 1, description: "Chest PA" };
const FILE = "cxr/DX0001.dcm";
const IMAGE = "pa";

const nodule = nodulePixels();

const bundle: CaseBundle = {
  schemaVersion: 1,
  caseId: "demo-cr-chest",
  title: "Nodule on a chest radiograph",
  source: DEMO_SOURCE,
  patient: { key: "demo-4", age: "66Y", sex: "M" },
  group: "demo-4",
  language: "en",
  sections: {
    clinicalHistory:
      "66-year-old man, smoker with 40 pack-years, before elective hip replacement. He has a chronic cough that has not changed, and no fever or weight loss. No earlier radiographs are available.",
    imagingFindings:
      "Postero-anterior chest radiograph in good inspiration. A round nodule of 24 mm projects over the left lower zone, lateral to the heart. Its margin is slightly lobulated and it contains no visible calcification. The right lung is clear. The heart is not enlarged and the mediastinum is not widened. The costophrenic angles are sharp and no pleural effusion is seen. The ribs are intact.",
    discussion:
      "A solitary nodule of more than 20 mm with a lobulated margin in a heavy smoker of this age is suspected lung cancer until shown otherwise. Benign calcification or a stable size over two years would speak against it, but neither can be shown here. CT of the chest with contrast is the next step; PET/CT and tissue sampling follow according to its result. A nipple shadow can mimic a nodule in the lower zones, but it is usually smaller and is found on both sides.",
    differentialDiagnosis: ["Granuloma", "Hamartoma", "Solitary metastasis", "Nipple shadow"],
    finalDiagnosis: "Solitary pulmonary nodule of the left lower zone, suspected bronchial carcinoma",
  },
  series: [{ id: "cxr", description: "Chest PA", files: [FILE], keySlices: [1] }],
  images: [
    {
      id: IMAGE,
      series: "cxr",
      slice: 1,
      frame: null,
      figure: "1",
      panelOf: null,
      caption:
        "Postero-anterior chest radiograph. A solitary round nodule of 24 mm with a slightly lobulated margin projects over the left lower zone. Lungs and pleura are otherwise clear and the heart is of normal size.",
      modality: "DX",
      regions: [ellipseRegion(nodule, nodule.radius, nodule.radius, "Nodule")],
    },
  ],
  qa: [
    humanQuestion("cxr-1", IMAGE, "In which zone does the nodule project?", {
      options: ["Right upper zone", "Right lower zone", "Left upper zone", "Left lower zone"],
      right: 3,
    }),
    humanQuestion("cxr-2", IMAGE, "Is there a pleural effusion?", { options: ["Yes", "No"], right: 1 }),
    humanQuestion(
      "cxr-3",
      null,
      "What should be done next?",
      "CT of the chest with contrast medium.",
      "The nodule is larger than 20 mm and lobulated in a patient with a high risk of lung cancer, and there are no earlier images to prove that it is stable.",
    ),
  ],
  drafts: [
    draftText(
      "caption",
      IMAGE,
      "Postero-anterior chest radiograph shows a solitary round nodule of 34 mm with a slightly lobulated margin in the left lower zone. The lungs and pleura are otherwise clear.",
    ),
    draftText(
      "findings",
      null,
      "A round nodule of 24 mm with a slightly lobulated margin projects over the left lower zone, lateral to the heart. It is not visibly calcified. The right lung is clear. Heart size and mediastinum are normal. There is no pleural effusion and the ribs are intact.",
    ),
    draftText(
      "discussion",
      null,
      "A lobulated nodule of more than 20 mm in a heavy smoker is suspected lung cancer. Without earlier images a stable size cannot be shown. CT of the chest with contrast is the next step, followed by PET/CT and tissue sampling according to its result.",
    ),
    draftQuestion(IMAGE, "Is the nodule calcified?", {
      options: ["Yes", "No visible calcification"],
      right: 1,
    }),
    draftQuestion(
      IMAGE,
      "What is the most important differential diagnosis of the nodule?",
      "Lung cancer.",
      "The nodule is larger than 20 mm and lobulated, and the patient is 66 years old and has smoked for 40 pack-years.",
    ),
    draftQuestion(IMAGE, "Is the heart enlarged?", { options: ["Yes", "No"], right: 1 }),
  ],
};

function* files(): Generator<DemoFile> {
  yield {
    path: FILE,
    content: chestRadiograph(EXAM, SERIES, { values: chestRadiographPixels(), ...RADIOGRAPH }),
  };
}

/** Chest radiograph with a nodule; the caption draft has a wrong size. */
export const LUNG_NODULE_CASE: DemoCase = { bundle, files };
