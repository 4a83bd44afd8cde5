import { DEMO_SOURCE, draftQuestion, draftText, humanQuestion } from "../bundle/compose";
import type { BundleRegion, CaseBundle, DemoCase, DemoFile } from "../bundle/types";
import { CYSTIC_MASS, LEFT_OVARY, MURAL_NODULE } from "../phantoms/pelvis/adnexa";
import { figurePanels, PANELS } from "../phantoms/pelvis/figure";
import { regionOn } from "../phantoms/planted";

const CAPTIONS: Readonly<Record<string, string>> = {
  "1a": "Sagittal T2-weighted image. A large unilocular cystic mass (red arrow) lies above the uterus and the bladder; its content (red asterisk) has the signal of fluid. A solid nodule of low signal is attached to the posterior wall (yellow arrow).",
  "1b": "Axial T2-weighted image. The cystic mass (red arrow) measures 82 mm across at this level and lies to the right of the midline. The mural nodule of 18 mm (yellow arrow) shows a lower signal than the fluid.",
  "1c": "Axial T2-weighted image at a lower level. The left ovary (white arrow) is normal and contains several follicles of high signal. It lies behind and to the left of the uterus.",
  "1d": "Axial fat-saturated T1-weighted image after gadolinium. The mural nodule (yellow arrow) enhances strongly, the thin wall of the mass (red arrow) enhances moderately and the content does not enhance.",
  "1e": "Axial diffusion-weighted image with a b value of 1000 s/mm2. The mural nodule (yellow arrow) has a high signal, whereas the fluid in the cyst has lost its signal.",
  "1f": "Axial map of the apparent diffusion coefficient. The mural nodule (yellow arrow) is dark, which confirms restricted diffusion. The fluid in the cyst is bright.",
};

const lesions = [
  [CYSTIC_MASS, "Cystic mass", ["1a", "1b", "1d"]],
  [MURAL_NODULE, "Mural nodule", ["1a", "1b", "1d", "1e", "1f"]],
  [LEFT_OVARY, "Left ovary", ["1c"]],
] as const;

function regionsOf(panel: (typeof PANELS)[number]): BundleRegion[] {
  const outlines = lesions.flatMap(([planted, label, panels]) => {
    const shown = (panels as readonly string[]).includes(panel.label);
    const region = shown ? regionOn(panel.plane, planted, label) : null;
    return region ? [region] : [];
  });
  const arrows = panel.marks.flatMap((mark): BundleRegion[] =>
    mark.kind === "arrow"
      ? [{ kind: "arrow", points: [mark.tip, mark.tail], label: `${mark.ink} arrow` }]
      : [],
  );
  return [...outlines, ...arrows];
}

const image = (label: string) => `fig${label}`;

const bundle: CaseBundle = {
  schemaVersion: 1,
  caseId: "demo-figure-adnexa",
  title: "Cystic adnexal mass with a mural nodule",
  source: DEMO_SOURCE,
  patient: { key: "demo-2", age: "24Y", sex: "F" },
  group: "demo-2",
  language: "en",
  sections: {
    clinicalHistory:
      "24-year-old woman with increasing pelvic discomfort for four months. Ultrasound showed a cystic mass of the right adnexa with a solid component. CA 125 was 61 U/mL (normal below 35). MR imaging of the pelvis was requested.",
    imagingFindings:
      "A unilocular cystic mass of 88 x 74 x 80 mm lies in the right side of the pelvis, above the uterus. Its content has the signal of simple fluid and does not enhance. A solid nodule of 18 mm is attached to the posterior wall; it has an intermediate to low T2 signal, enhances strongly and restricts diffusion. A second nodule of 9 mm lies on the right posterolateral wall. The wall is thin and smooth elsewhere. The left ovary is normal and contains follicles. There is no ascites, and there are no enlarged lymph nodes or peritoneal implants.",
    discussion:
      "Enhancing solid tissue that is not dark on T2-weighted and on diffusion-weighted images raises the suspicion of malignancy in an adnexal cystic mass. In a young woman with a unilocular mass, few small nodules and no peritoneal disease, a serous borderline tumour is more likely than an invasive carcinoma. A cystadenofibroma would show a nodule of very low T2 signal and would not restrict diffusion. The normal left ovary makes fertility-sparing surgery possible.",
    differentialDiagnosis: [
      "Cystadenofibroma",
      "Serous cystadenocarcinoma",
      "Clear cell carcinoma in an endometrioma",
    ],
    finalDiagnosis: "Serous borderline tumour of the right ovary",
  },
  series: [],
  images: PANELS.map((panel) => ({
    id: image(panel.label),
    file: `figure/${panel.label}.png`,
    figure: panel.label,
    panelOf: null,
    caption: CAPTIONS[panel.label] ?? null,
    modality: "MR",
    regions: regionsOf(panel),
  })),
  qa: [
    humanQuestion("fig-1", image("1b"), "What does the yellow arrow mark?", {
      options: ["The bladder", "The mural nodule", "The left ovary", "The content of the cyst"],
      right: 1,
    }),
    humanQuestion("fig-2", image("1c"), "What does the white arrow mark?", {
      options: ["The normal left ovary", "The mural nodule", "The cystic mass", "The uterus"],
      right: 0,
    }),
    humanQuestion(
      "fig-3",
      image("1f"),
      "Does the mural nodule restrict diffusion, and how can it be told?",
      "Yes. It is bright on the image with a high b value and dark on the map of the apparent diffusion coefficient.",
      "Fluid can be bright on diffusion-weighted images because of its long T2; only a low apparent diffusion coefficient proves restriction.",
    ),
  ],
  drafts: [
    draftText(
      "caption",
      image("1a"),
      "Sagittal T2-weighted MR image shows a large unilocular cystic mass (red arrow) above the uterus and the bladder, with fluid content (red asterisk). A solid nodule of low signal adheres to its posterior wall (yellow arrow).",
    ),
    draftText(
      "caption",
      image("1b"),
      "Axial T2-weighted MR image shows the cystic mass (red arrow), 82 mm across at this level, to the right of the midline. A mural nodule of 18 mm (yellow arrow) has a lower signal than the fluid.",
    ),
    draftText(
      "caption",
      image("1c"),
      "Axial T2-weighted MR image at a lower level shows a normal left ovary with several follicles of high signal (red arrow). It lies behind and to the left of the uterus.",
    ),
    draftText(
      "caption",
      image("1d"),
      "Axial fat-saturated T1-weighted MR image after gadolinium shows strong enhancement of the mural nodule (yellow arrow) and moderate enhancement of the thin wall (red arrow). The content does not enhance.",
    ),
    draftText(
      "caption",
      image("1e"),
      "Axial diffusion-weighted MR image with a b value of 1000 s/mm2 shows a high signal of the mural nodule (yellow arrow). The fluid has lost its signal.",
    ),
    draftText(
      "caption",
      image("1f"),
      "The axial map of the apparent diffusion coefficient shows a dark mural nodule (yellow arrow), which confirms restricted diffusion. The fluid in the cyst is bright.",
    ),
    draftText(
      "findings",
      null,
      "A unilocular cystic mass of 88 x 74 x 80 mm with fluid content lies in the right side of the pelvis. An 18 mm nodule of the posterior wall enhances strongly and restricts diffusion; a second nodule of 9 mm lies on the right posterolateral wall. The left ovary is normal. There is no ascites and there are no peritoneal implants.",
    ),
    draftText(
      "discussion",
      null,
      "Enhancing mural nodules that restrict diffusion make a cystic adnexal mass suspicious. In a young woman with a unilocular mass and no peritoneal disease a borderline tumour is more likely than carcinoma. A cystadenofibroma would be very dark on T2-weighted images. These features are diagnostic of a borderline tumour.",
    ),
    draftQuestion(image("1a"), "What does the red asterisk indicate?", {
      options: ["The solid tumour", "The content of the cyst", "The bladder", "The uterus"],
      right: 0,
    }),
    draftQuestion(image("1d"), "Does the content of the cyst enhance?", { options: ["Yes", "No"], right: 1 }),
    draftQuestion(
      image("1c"),
      "Is the left ovary normal?",
      "Yes, the left ovary is of normal size and contains several follicles.",
      "Follicles of high T2 signal are seen in the ovary that the white arrow marks, and there is no mass on this side.",
    ),
  ],
};

async function* files(): AsyncGenerator<DemoFile> {
  for await (const { label, png } of figurePanels()) yield { path: `figure/${label}.png`, content: png };
}

/** A figure of six MR panels with arrows. One caption draft has the wrong arrow, one question the wrong asterisk. */
export const CYSTIC_MASS_FIGURE: DemoCase = { bundle, files };
