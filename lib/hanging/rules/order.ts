import type { Plane } from "@/lib/cases/types";
import type { HangImage } from "../types";

/** The plane that is read first where it is not the axial one. */
const firstPlaneOf: Readonly<Record<string, Plane>> = {
  ANKLE: "sagittal",
  CERVIX: "sagittal",
  CSPINE: "sagittal",
  CTSPINE: "sagittal",
  KNEE: "sagittal",
  LSPINE: "sagittal",
  LSSPINE: "sagittal",
  SHOULDER: "coronal",
  SPINE: "sagittal",
  SSPINE: "sagittal",
  TLSPINE: "sagittal",
  TSPINE: "sagittal",
  UTERUS: "sagittal",
};

const planes: readonly Plane[] = ["axial", "coronal", "sagittal", "oblique"];

/** Place of an image's plane: the usual first plane of the body part, then axial, coronal, sagittal, oblique. */
export function planeRank(image: Pick<HangImage, "plane" | "bodyPart" | "modality">): number {
  if (image.plane === null) return planes.length + 1;
  const first = image.modality === "MR" ? firstPlaneOf[image.bodyPart ?? ""] : undefined;
  return image.plane === first ? -1 : planes.indexOf(image.plane);
}

const has = (image: Pick<HangImage, "words">, ...words: readonly string[]) =>
  words.some((word) => image.words.includes(word));

export const isLocalizer = (image: Pick<HangImage, "words">): boolean =>
  has(image, "localizer", "localiser", "scout", "survey", "topogram");

/** After contrast medium; "pre" and "without" keep a series before it. */
export const isEnhanced = (image: Pick<HangImage, "words">): boolean =>
  !has(image, "pre", "precontrast", "noncontrast", "unenhanced", "native") &&
  has(image, "contrast", "gd", "gad", "gadolinium", "post", "postcontrast", "enhanced", "dce");

/** Place of an MR sequence within its plane: T1, T2, FLAIR, diffusion, ADC, others, then all after contrast medium. */
export function sequenceRank(image: HangImage): number {
  if (image.modality !== "MR") return 0;
  const basic = has(image, "adc")
    ? 4
    : has(image, "dwi", "diffusion", "trace", "dti")
      ? 3
      : has(image, "flair")
        ? 2
        : has(image, "t2", "t2w", "t2wi", "stir", "t2*", "t2star")
          ? 1
          : has(image, "t1", "t1w", "t1wi", "mprage", "memprage", "spgr", "vibe")
            ? 0
            : 5;
  return isEnhanced(image) && basic !== 3 && basic !== 4 ? 10 + basic : basic;
}

/** Sorted by several ranks, the earlier ones first; what is equal keeps its order. */
export const byRanks = <T>(items: readonly T[], ...ranks: readonly ((item: T) => number)[]): readonly T[] =>
  items.toSorted((a, b) => {
    for (const rank of ranks) {
      const difference = rank(a) - rank(b);
      if (difference !== 0) return difference;
    }
    return 0;
  });

const natural = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** By figure label as people count: 1a, 1b, 2, 10; what has none comes last. */
export const byFigure = <T extends Pick<HangImage, "figure">>(items: readonly T[]): readonly T[] =>
  items.toSorted((a, b) => {
    if (a.figure === null || b.figure === null) return Number(a.figure === null) - Number(b.figure === null);
    return natural.compare(a.figure, b.figure);
  });
