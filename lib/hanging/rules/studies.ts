import type { HangImage } from "../types";

export interface StudyImages {
  readonly studyId: string;
  readonly day: number | null;
  readonly images: readonly HangImage[];
}

/** The studies of a case, the newest first where their days are known, else in the order of the case. */
export function studiesOf(images: readonly HangImage[]): readonly StudyImages[] {
  const studies = new Map<string, HangImage[]>();
  for (const image of images) {
    if (image.studyId === null) continue;
    const list = studies.get(image.studyId);
    if (list) list.push(image);
    else studies.set(image.studyId, [image]);
  }
  const found = [...studies].map(([studyId, list]) => ({
    studyId,
    day: list.find((image) => image.studyDay !== null)?.studyDay ?? null,
    images: list,
  }));
  return daysTell(found) ? found.toSorted((a, b) => (b.day ?? 0) - (a.day ?? 0)) : found;
}

/** Whether it is known which study came first: every study has a day, and no two the same. */
export const daysTell = (studies: readonly Pick<StudyImages, "day">[]): boolean =>
  studies.every((study) => study.day !== null) &&
  new Set(studies.map((study) => study.day)).size === studies.length;

/** How much two images show the same thing: view and side of a projection, plane and label of a section. */
function likeness(one: HangImage, other: HangImage): number {
  if (one.modality !== other.modality) return 0;
  const points = [
    [one.plane === other.plane, 4],
    [one.view === other.view, 4],
    [one.side === other.side, 4],
    [one.label === other.label, 2],
    [one.kind === other.kind, 1],
  ] as const;
  return points.reduce((sum, [same, weight]) => sum + (same ? weight : 0), 0);
}

/** The image of another study that is most like one, if any has its modality. */
export function counterpart(image: HangImage, others: readonly HangImage[]): HangImage | null {
  const [best] = others.toSorted((a, b) => likeness(image, b) - likeness(image, a));
  return best && likeness(image, best) > 0 ? best : null;
}
