/** A section of guidance as the retrieval store reads it, one per line of `guidelines.jsonl`. */
export interface Guideline {
  readonly id: string;
  readonly source: string;
  readonly title: string;
  readonly clean_text: string;
  readonly url: string | null;
}

const SOURCE = "Reading Room demo guidance (synthetic)";
const NOTE =
  "This text was written for the demonstration of Reading Room. It is synthetic and not for clinical use.";

const guideline = (id: string, title: string, paragraphs: readonly string[]): Guideline => ({
  id: `demo-guideline-${id}`,
  source: SOURCE,
  title,
  clean_text: [NOTE, ...paragraphs].join("\n\n"),
  url: null,
});

/** Synthetic reporting guidance, so that retrieval has something to find. */
export const DEMO_GUIDELINES: readonly Guideline[] = [
  guideline("liver-ct", "Reporting focal liver lesions on CT", [
    "State the phase of contrast first: a lesion can only be judged against the enhancement that liver, arteries and veins have at that moment. In the portal venous phase normal parenchyma measures roughly 100 to 120 HU and most metastases of gastrointestinal tumours are darker than that.",
    "Describe every lesion by segment, by two diameters measured at right angles in the axial plane, by attenuation against liver and fluid, by its margin, and by the pattern of enhancement. Continuous rim enhancement suggests a metastasis or an abscess. Interrupted nodular enhancement that equals the blood pool suggests a haemangioma. A lesion of 0 to 20 HU without a wall is a cyst and needs no further description than its place and size.",
    "Report the number of lesions up to five and name the largest. Say whether the hepatic and portal veins are patent, whether a lesion reaches the capsule, and whether there are enlarged nodes at the porta or ascites. Compare with earlier examinations and give dates.",
    "Recommend MR imaging with a hepatocyte-specific agent before resection of presumed metastases, and for any lesion larger than 10 mm that CT cannot name in a patient with known cancer.",
  ]),
  guideline("renal-cyst", "Describing cystic renal lesions", [
    "A renal lesion is called a simple cyst when it is round, sharply defined, of water attenuation (below 20 HU), without a perceptible wall, septa or calcification, and when it does not enhance. Enhancement is a rise of more than 20 HU between the unenhanced and the nephrographic phase; a rise of 10 to 20 HU is equivocal and may be caused by beam hardening.",
    "Give the side, the pole or the middle third, and the border of the kidney from which the cyst arises, followed by its largest diameter. Mention whether it is exophytic, because this affects how well it is seen with ultrasound.",
    "Simple cysts need no follow-up at any size. Thin septa, a few fine calcifications, or attenuation above 70 HU on unenhanced images are still benign features. Thick or enhancing septa and nodules call for a dedicated examination.",
    "Side errors are the commonest error of such reports. Read the sentence again with the image in view before it is signed: in axial images the patient's left is on the right of the picture.",
    "If only a portal venous phase is available, a homogeneous lesion of less than 20 HU may be called a cyst, and one of more than 20 HU should be called indeterminate rather than solid. Do not measure close to the edge of the lesion or near calcifications, and use a region that covers at least half of its area.",
  ]),
  guideline("adnexa-mr", "MR imaging of adnexal masses", [
    "Begin with the question whether the mass arises from the ovary. Follicles around a mass, a beak of ovarian tissue, or an ovary that cannot be found elsewhere point to an ovarian origin. A normal ovary on the same side excludes it. Always describe the other ovary as well.",
    "Name the components: fluid, blood, fat, thin septa, solid tissue. High T1 signal is either fat or blood; fat suppression separates the two. Solid tissue is tissue that enhances; clot and debris do not. Solid tissue that is very dark on T2-weighted images and dark on diffusion-weighted images with a high b value is almost always fibrous and benign.",
    "Solid tissue that is not dark on these images should be judged by its time course of enhancement against the outer myometrium. Enhancement that is as early as that of myometrium raises the risk further. Report peritoneal nodules, ascites beyond the pelvis, and enlarged nodes.",
    "Papillary projections in a cyst of a young woman suggest a borderline tumour. The report should give the size of the largest solid part, since it has more weight than the size of the whole mass. Avoid the word diagnostic; give the most likely entity and one or two alternatives.",
  ]),
  guideline("endometriosis-mr", "MR imaging signs of endometriosis", [
    "The protocol contains T2-weighted images in at least two planes and T1-weighted images without and with fat suppression. The patient should fast and an agent against bowel movement should be given. A moderately filled bladder helps.",
    "An endometrioma is a cyst with T1 signal equal to or higher than fat that persists with fat suppression. Shading means a gradual loss of T2 signal towards the dependent part of the cyst, from old blood rich in iron and protein. A discrete dark spot on T2-weighted images next to the wall is less sensitive but more specific than shading.",
    "Measure each endometrioma in three dimensions, state the side, and say whether the ovaries touch each other behind the uterus. Search for deep disease at the uterosacral ligaments, the torus, the rectosigmoid, the vagina and the bladder, in that order. Deep disease is fibrotic tissue of low T2 signal, with or without bright foci.",
    "A nodule in the wall of an endometrioma that enhances on subtraction images suggests malignant change. Loss of shading and growth in pregnancy may be decidualisation, which keeps the signal of the endometrium in all sequences.",
  ]),
  guideline("nodule-cxr", "Pulmonary nodule on a chest radiograph", [
    "A nodule is a round opacity of up to 30 mm; larger ones are masses. Give the side, the zone (upper, middle or lower), the relation to heart, hilum and ribs, the diameter and the margin. Say whether calcium is visible and of what pattern: central, laminated or popcorn calcification is benign.",
    "Before calling a nodule, exclude the common imitators. A nipple shadow lies in the lower zones at the fifth or sixth anterior rib, is often seen on both sides, and has a sharp lateral and a blurred medial border. Healing fractures and the first costochondral junction lie on ribs. Skin lesions and electrodes are recognised by inspection of the patient.",
    "Compare with earlier radiographs. A solid nodule that has not grown for two years is very likely benign. Without earlier images, CT is recommended for every nodule in a patient over 35 years of age or with a history of smoking or cancer.",
    "Look again at the places where nodules are missed: the apices behind the clavicles, the hila, the area behind the heart, and the lung below the domes of the diaphragm. Report what is absent as well: effusion, enlarged nodes, destroyed ribs.",
    "Magnification matters little on a postero-anterior view at two metres, but sizes from different projections must not be compared.",
  ]),
  guideline("liver-us", "Ultrasound of cystic liver lesions", [
    "A simple hepatic cyst is anechoic, sharply defined, without a perceptible wall, and shows posterior acoustic enhancement. Thin shadows from its edges are caused by refraction and must not be read as calcification. No flow is seen within it with colour Doppler when scale and gain are set for slow flow.",
    "Measure two diameters at right angles, give the segment or at least the lobe, and state the distance to the nearest large vessel when an intervention is considered. Record a clip during quiet breathing; a lesion that moves with the liver lies in it.",
    "Septa, mural nodules, debris, daughter cysts or a thick wall take a lesion out of the category of simple cysts. Multiple septa with solid parts suggest a mucinous cystic neoplasm and should be examined with contrast-enhanced ultrasound or MR imaging. Floating membranes suggest a hydatid cyst; ask about travel and contact with animals before any puncture.",
    "By convention, flow towards the probe is red and flow away from it is blue, unless the scale is inverted. Check the colour bar before a vessel is named. In a normal liver, portal branches have bright walls, hepatic veins do not.",
    "Reverberation can fill the near part of a cyst with false echoes. Harmonic imaging, another angle, or a shift of the focus removes them.",
  ]),
  guideline("embolism-ct", "Reporting CT pulmonary angiography", [
    "State first whether the examination is diagnostic: the pulmonary trunk should measure more than 200 HU and motion should not hide the segmental arteries. Then say clearly whether embolism is present, absent, or cannot be judged at a named level.",
    "An acute embolus is a central filling defect surrounded by contrast medium, or an artery that is occluded and wider than its neighbours. Webs, bands, and eccentric thrombus with calcification are chronic. Name the most proximal level on each side and the lobes involved; a score of clot burden is not needed.",
    "Report the ratio of the largest diameters of the right and the left ventricle measured in the axial plane. A ratio of 1.0 or more, bowing of the septum, or reflux of contrast medium into the hepatic veins suggests right ventricular strain and must reach the referring physician at once.",
    "An infarct is a peripheral consolidation based on the pleura, often with a central lucency and without an air bronchogram. A small effusion on the same side is common. If no embolus is seen, look for other causes of dyspnoea and chest pain: pneumonia, pneumothorax, aortic dissection, pericardial effusion, rib fractures.",
  ]),
  guideline("head-ct", "Unenhanced head CT in acute neurological deficit", [
    "Read the images in a brain window of about 80 HU, in a narrower window of about 40 HU for early ischaemia, and in a bone window. Begin with blood: fresh clot measures 50 to 80 HU and is brighter than grey matter. State its compartment (epidural, subdural, subarachnoid, intraventricular, parenchymal), side, place and size in three planes; half the product of the three diameters approximates the volume in millilitres.",
    "Describe the mass effect: shift of the midline in millimetres at the level of the septum, compression of the ventricle on the same side, state of the basal cisterns, and dilatation of the opposite temporal horn. Blood in the ventricles and hydrocephalus change management and belong in the first sentence of the conclusion.",
    "Haematomas of the basal ganglia and thalamus in older patients with high blood pressure are usually hypertensive. A lobar place, several bleeds, or a patient without hypertension calls for CT angiography and later MR imaging.",
    "If no blood is seen, compare both insular ribbons and lentiform nuclei, follow the middle cerebral arteries for a dense segment, and look for loss of grey and white matter contrast. Calcifications of the pineal gland, the choroid plexus and the pallidum are normal findings in adults and should not be taken for haemorrhage.",
  ]),
];
