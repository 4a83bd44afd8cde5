/** A modality class of the curation rules: how a label says it, how prose says it, and how a draft says it. */
interface Modality {
  readonly word: string;
  readonly label: RegExp;
  readonly mention: RegExp;
}

export const modalities: readonly Modality[] = [
  {
    word: "CT",
    label: /^ct\b|computed tomo/i,
    mention: /\b(?:PET[/-])?CT\b|\bCTA\b|\bHRCT\b|computed tomogra|\bcomputer(?:ized|ised)? tomogra/i,
  },
  {
    word: "MR",
    label: /^mr/i,
    mention: /\bMRI?\b|\bMRA\b|\bMRCP\b|magnetic resonance|\bFLAIR\b|\bT[12](?:W|WI)?\b/,
  },
  {
    word: "Ultrasound",
    label: /^(?:us|ultraso|sono|echo)/i,
    mention: /ultraso|sonogra|echocardiogra|\bdoppler\b/i,
  },
  { word: "Mammography", label: /^(?:mg|mammo)/i, mention: /mammogra/i },
  {
    word: "PET/SPECT",
    label: /^(?:pt|nm|pet|spect|nuclear)\b/i,
    mention: /\bPET\b|\bSPECT\b|scintigra|bone scan/i,
  },
  {
    word: "Angiography",
    label: /^(?:xa|dsa|angio)/i,
    mention: /\bDSA\b|(?<!CT |MR |tomography )\bangiogra/i,
  },
  {
    word: "X-ray",
    label: /^(?:cr|dx|dr|rg|rf|x-?ray|xr|radiogr|plain)/i,
    mention: /\bx-?rays?\b|radiograph|plain films?\b|\bCXR\b|\borthopantomogra/i,
  },
  {
    word: "Histopathology",
    label: /^(?:sm|histo|patho|micro)/i,
    mention: /histolog|histopatho|microscop|\bstain/i,
  },
];

export const planes = ["axial", "coronal", "sagittal", "oblique"] as const;

const planeMention: Readonly<Record<string, RegExp>> = {
  axial: /\b(?:axial|transverse|transaxial)\b/i,
  coronal: /\bcoronal\b/i,
  sagittal: /\bsagittal\b/i,
  oblique: /\boblique\b/i,
};

const bodyParts =
  "abdomen ankle aorta bladder brain breast chest elbow face foot hand head heart hip kidney knee liver mandible neck orbit pancreas pelvis prostate shoulder skull spine sternum thorax thyroid uterus wrist".split(
    " ",
  );

/** The class of a modality label or DICOM modality code; null for one that is not in the list, such as OT. */
export function modalityOf(label: string | null): string | null {
  return modalities.find((modality) => label !== null && modality.label.test(label.trim()))?.word ?? null;
}

/** The modality classes that a sentence names. */
export function modalitiesIn(text: string): string[] {
  return modalities.filter((modality) => modality.mention.test(text)).map((modality) => modality.word);
}

export function planeOf(label: string | null): string | null {
  const lower = label?.trim().toLowerCase() ?? "";
  return planes.find((plane) => planeMention[plane]?.test(lower)) ?? null;
}

export function planesIn(text: string): string[] {
  return planes.filter((plane) => planeMention[plane]?.test(text));
}

export function bodyPartOf(label: string | null): string | null {
  const lower = label?.trim().toLowerCase() ?? "";
  return bodyParts.find((part) => lower === part) ?? null;
}
