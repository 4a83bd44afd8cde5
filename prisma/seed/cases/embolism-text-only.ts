import { DEMO_SOURCE, draftQuestion, draftText, humanQuestion } from "../bundle/compose";
import type { CaseBundle, DemoCase } from "../bundle/types";

const bundle: CaseBundle = {
  schemaVersion: 1,
  caseId: "demo-text-embolism",
  title: "Sudden dyspnoea after knee surgery",
  source: DEMO_SOURCE,
  patient: { key: "demo-6", age: "49Y", sex: "M" },
  group: "demo-6",
  language: "en",
  sections: {
    clinicalHistory:
      "49-year-old man with sudden dyspnoea and right-sided chest pain ten days after arthroscopic knee surgery. Heart rate 112 per minute, blood pressure 128/76 mmHg, oxygen saturation 91 % on room air. D-dimer 3.4 mg/L.",
    imagingFindings:
      "CT pulmonary angiography shows central filling defects in the right interlobar artery and in three segmental arteries of the right lower lobe, and one in a segmental artery of the left lower lobe. The right lower lobe contains a peripheral wedge-shaped consolidation of 28 mm with a central lucency. A small right pleural effusion is present. The ratio of the diameters of the right and left ventricle is 0.8 and the interventricular septum is not bowed.",
    discussion:
      "Central filling defects that are surrounded by contrast medium prove acute pulmonary embolism. The wedge-shaped consolidation that abuts the pleura is a pulmonary infarct; a central lucency and the missing air bronchogram distinguish it from pneumonia. The ratio of the ventricles is below 1.0 and the septum is straight, so there is no sign of right ventricular strain. Recent surgery and immobilisation are the likely cause.",
    differentialDiagnosis: ["Pneumonia", "Pulmonary artery sarcoma", "Chronic thromboembolic disease"],
    finalDiagnosis:
      "Acute bilateral pulmonary embolism with infarction of the right lower lobe, without right ventricular strain",
  },
  series: [],
  images: [],
  qa: [
    humanQuestion("txt-1", null, "Is there a sign of right ventricular strain?", {
      options: ["Yes", "No"],
      right: 1,
    }),
    humanQuestion(
      "txt-2",
      null,
      "Which features of the consolidation point to an infarct rather than pneumonia?",
      "It is wedge-shaped and abuts the pleura, has a central lucency and lacks an air bronchogram.",
      "An infarct is the territory of an occluded peripheral artery, so it is based on the pleura; necrotic and still aerated tissue gives the central lucency.",
    ),
  ],
  drafts: [
    draftText(
      "findings",
      null,
      "CT pulmonary angiography shows filling defects in the right interlobar artery, in three segmental arteries of the right lower lobe and in one of the left lower lobe. A wedge-shaped consolidation of 28 mm with a central lucency lies in the right lower lobe, with a small right pleural effusion. The ratio of the ventricles is 0.8.",
    ),
    draftText(
      "discussion",
      null,
      "Central filling defects prove acute pulmonary embolism. The peripheral wedge-shaped consolidation with a central lucency is a pulmonary infarct. The ventricular ratio of 0.8 and the straight septum argue against right ventricular strain. Recent surgery is the likely cause.",
    ),
    draftQuestion(null, "In which lobe is the infarct?", {
      options: ["Right upper lobe", "Right lower lobe", "Left lower lobe"],
      right: 1,
    }),
    draftQuestion(
      null,
      "What is the most likely cause of the embolism?",
      "Recent knee surgery with immobilisation.",
    ),
  ],
};

/** Text without a picture. */
export const EMBOLISM_TEXT_ONLY: DemoCase = { bundle, files: function* none() {} };
