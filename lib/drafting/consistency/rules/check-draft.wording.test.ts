import { describe, expect, it } from "vitest";
import { checkDraft } from "./check-draft";

function flags(source: string, text: string, question?: string) {
  const input = { text, question, passages: [{ id: "p1", kind: "findings", text: source }] };
  return checkDraft(input).flags.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

const knee =
  "The anterior cruciate ligament is torn. The posterior cruciate ligament is intact. The spleen is involved. " +
  "There is a tear of the posterior horn of the medial meniscus; the lateral meniscus is normal.";
const chest =
  "The nodule of the right upper lobe has grown from 11 mm to 17 mm and crosses the fissure. The nodes are not enlarged. " +
  "Lung cancer is the leading consideration; an abscess is considered unlikely. The left lung is clear.";
const treated =
  "After plate fixation the fracture has healed. The sac measures 83 mm (71 mm a year ago). Nodules lie in the right lobe, two in all. " +
  "A fragment was removed from the right main bronchus.";

const velocity = "The peak velocity in the internal carotid artery is 245 cm/s.";

describe("checkDraft on what is said of which part", () => {
  it.each([
    [knee, "The posterior cruciate ligament is ruptured.", "negation: ruptured"],
    [knee, "Both menisci are intact.", "negation: intact"],
    [knee, "The spleen is unaffected.", "negation: unaffected"],
    [chest, "The left lung is consolidated.", "negation: consolidated"],
    [chest, "The nodule does not cross the fissure.", "negation: does not cross"],
    [chest, "The nodule is a proven lung cancer.", "certainty: proven lung cancer"],
    [chest, "The nodule of the right upper lobe has shrunk.", "temporal: shrunk"],
    [velocity, "The peak velocity is 245 mm/s.", "unit: 245 mm/s"],
    [treated, "Before plate fixation the fracture had healed.", "temporal: Before plate fixation"],
    [treated, "A fragment was removed from the left main bronchus.", "laterality: left"],
    [
      treated,
      "The fracture has healed after a fall from a ladder.",
      "unsupported: after a fall from a ladder",
    ],
  ])("%# flags %s / %s", (source, text, expected) => {
    expect(flags(source, text)).toContain(expected);
  });

  it.each([
    [knee, "The PCL is unremarkable, whereas the ACL is ruptured. No tear of the lateral meniscus is seen."],
    [
      chest,
      "There is no lymphadenopathy, and the lung on the left is unremarkable. The nodule is now 1.7 cm.",
    ],
    [chest, "Abscess is improbable; a malignant tumour of the lung is the first consideration."],
    [treated, "The sac has enlarged from 7.1 cm to 8.3 cm in a year. The right lobe contains two nodules."],
    ["No stricture with dilatation is seen.", "There is no dilatation ahead of a stricture."],
    ["Fever and raised markers are missing.", "An abscess is less likely without fever."],
    ["The heart is not enlarged and the mediastinum is not widened.", "Heart and mediastinum are normal."],
    ["Flow is seen beside the lesion and none within it.", "There is no flow within the lesion."],
    ["The lesion is bright with and without fat suppression.", "It is bright without fat suppression."],
    ["The wall is 5 mm thick; it was 4 mm in June 2020.", "The wall was 4 mm in June 2020 and 0.5 cm now."],
  ])("%# says nothing about %s / %s", (source, text) => {
    expect(flags(source, text)).toEqual([]);
  });
});

const veins =
  "The popliteal vein is filled with thrombus. The common femoral vein compresses fully. " +
  "The midline is shifted to the right by 6 mm. The iliac artery is stenosed. After stenting no residual stenosis is seen. " +
  "The nodule of the left lobe is stable. The cyst in the liver has enlarged.";

describe("checkDraft on where a finding is", () => {
  it.each([
    ["The popliteal vein contains no thrombus.", "negation: no thrombus"],
    ["The common femoral vein does not compress.", "negation: does not compress"],
    ["The midline is displaced to the left by 6 mm.", "laterality: to the left"],
    ["The cyst in the liver has become smaller.", "temporal: smaller"],
  ])("%# flags %s", (text, expected) => {
    expect(flags(veins, text)).toContain(expected);
  });

  it.each([
    ["No thrombus is found in the common femoral vein."],
    ["The iliac artery was treated with a stent without residual stenosis."],
    ["There is a 6 mm shift of the midline towards the right."],
    ["The nodule of the left lobe is unchanged, while the hepatic cyst is larger than before."],
  ])("%# says nothing about %s", (text) => {
    expect(flags(veins, text)).toEqual([]);
  });

  it("finds the same for an image whatever image was checked before it", () => {
    const passages = [{ id: "p1", kind: "findings", text: "The kidney contains no stone." }];
    const text = "A stone is seen in the kidney.";
    const of = (Laterality: string) => checkDraft({ text, passages, metadata: { Laterality } }).flags;
    expect(of("L")).toHaveLength(1);
    expect(of("R")).toHaveLength(1);
  });
});

const deeds =
  "Contrast does not enter the bursa. The tumour thrombus reaches the left renal vein but not the inferior vena cava. " +
  "The gastric varices no longer fill. " +
  "The lesion was not visible on the scan four weeks earlier. The umbilical venous catheter ends at T9. " +
  "There is no complete obstruction. The nodule is displaced but not invaded, and the nerve could not be identified.";

describe("checkDraft on what does what to what, and when", () => {
  it.each([
    ["Contrast passes into the bursa.", "negation: passes into the bursa"],
    ["The thrombus extends into the inferior vena cava.", "negation: extends into the inferior vena cava"],
    ["The lesion has been present unchanged for four weeks.", "temporal: unchanged"],
    ["The obstruction is complete.", "negation: obstruction"],
  ])("%# flags %s", (text, expected) => {
    expect(flags(deeds, text)).toContain(expected);
  });

  it.each([
    ["The bursa is spared: contrast does not reach it."],
    ["The UVC ends at T9."],
    ["The gastric varices are not opacified any more."],
    ["The lesion was absent on the earlier scan."],
    ["Obstruction is not complete."],
    ["The nodule is displaced without being invaded."],
  ])("%# says nothing about %s", (text) => {
    expect(flags(deeds, text)).toEqual([]);
  });
});

describe("checkDraft on arrows and asterisks", () => {
  const source =
    "Axial T2-weighted image of the pelvis. A solid tumour with cystic parts replaces the left ovary (red arrow). " +
    "The right ovary is normal (white arrow). Fluid fills the pouch of Douglas (asterisk).";

  it("flags both errors of the printed sample: the arrow on the normal ovary, the asterisk on the tumour", () => {
    const arrow = "What does the red arrow point to?";
    const asterisk = "What does the asterisk indicate?";
    expect(flags(source, "The red arrow points to the normal right ovary.", arrow)).toEqual([
      "marker: red arrow points to the normal right ovary",
    ]);
    expect(flags(source, "The asterisk marks the solid tumour.", asterisk)).toEqual([
      "marker: asterisk marks the solid tumour",
    ]);
    expect(flags(source, "The normal right ovary.", arrow)).toEqual(["marker: The normal right ovary."]);
    expect(flags(source, "The solid tumour.", asterisk)).toEqual(["marker: The solid tumour."]);
  });

  it("says nothing where each marks what the source says", () => {
    expect(flags(source, "The solid tumour of the left ovary.", "What does the red arrow point to?")).toEqual(
      [],
    );
    expect(flags(source, "Fluid in the pouch of Douglas.", "What does the asterisk indicate?")).toEqual([]);
  });
});
