import type { Plane } from "./types";

/** Words of a Series Description that name a technique, and how a reader writes them. */
const TECHNIQUES: ReadonlyMap<string, string> = new Map([
  ["t1", "T1"],
  ["t1w", "T1"],
  ["t2", "T2"],
  ["t2w", "T2"],
  ["t2*", "T2*"],
  ["pd", "PD"],
  ["pdw", "PD"],
  ["flair", "FLAIR"],
  ["stir", "STIR"],
  ["dwi", "DWI"],
  ["adc", "ADC"],
  ["dti", "DTI"],
  ["swi", "SWI"],
  ["gre", "GRE"],
  ["epi", "EPI"],
  ["bold", "BOLD"],
  ["fmri", "fMRI"],
  ["tof", "TOF"],
  ["mra", "MRA"],
  ["mrcp", "MRCP"],
  ["cta", "CTA"],
  ["mip", "MIP"],
  ["mprage", "MPRAGE"],
  ["memprage", "MPRAGE"],
  ["space", "SPACE"],
  ["fse", "FSE"],
  ["tse", "TSE"],
  ["bone", "bone"],
  ["lung", "lung"],
  ["arterial", "arterial"],
  ["venous", "venous"],
  ["portal", "portal"],
  ["delayed", "delayed"],
  ["contrast", "contrast"],
  ["gd", "contrast"],
  ["gad", "contrast"],
  ["post", "post"],
  ["pre", "pre"],
  ["localizer", "localizer"],
  ["localiser", "localizer"],
  ["scout", "localizer"],
  ["survey", "localizer"],
  ["doppler", "Doppler"],
]);

const PLANE_WORDS = new Set(["axial", "coronal", "sagittal", "oblique"]);

interface LabelSource {
  readonly modality: string;
  /** Series Description after it was reduced to imaging words. */
  readonly description: string | null;
  readonly plane: Plane | null;
  readonly kind: "volume" | "clip" | "single";
  readonly imageType: readonly string[];
  readonly echoNumber: number | null;
  readonly diffusionBValue: number | null;
}

/** What the rail and the viewport corner call a stack: technique words, else the modality, and the plane. "T2 axial" */
export function stackLabel(source: LabelSource): string {
  const words = (source.description ?? "").toLowerCase().split(/[\s_\-/,;()]+/);
  const techniques = new Set(words.flatMap((word) => TECHNIQUES.get(word) ?? []));
  if (source.imageType.some((value) => /^(LOCALIZER|SCOUT|SURVEY|REF_SURVIEW)$/.test(value))) {
    techniques.add("localizer");
  }
  const names = [...techniques].slice(0, 4);
  const subject =
    source.modality === "MR" && names.length > 0 ? names : [source.modality || "Image", ...names];
  const details = [
    source.diffusionBValue === null ? [] : [`b ${Math.round(source.diffusionBValue)}`],
    source.echoNumber === null ? [] : [`echo ${source.echoNumber}`],
    source.plane !== null && PLANE_WORDS.has(source.plane) ? [source.plane] : [],
    // Views that repeat a place are no film.
    source.kind === "clip" && !techniques.has("localizer") ? ["clip"] : [],
  ].flat();
  return [...subject, ...details].join(" ");
}
