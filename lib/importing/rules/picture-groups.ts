import type { CaseBundle } from "../schema";

/** Pictures that are shown as one stack: the panels of a figure, or the slices of a series of pictures. */
export interface PictureGroup {
  /** Series uid within the case. */
  readonly uid: string;
  readonly label: string;
  readonly modality: string | null;
  readonly seriesId: string | null;
}

/** "2" of "2b", "S3" of "S3 left"; the label itself where it has no number. */
const figureNumber = (figure: string) => /^\D*\d+/.exec(figure)?.[0] ?? figure;

/**
 * Which group each picture of a bundle belongs to, by its path: named by a series, else by the figure it is a panel of,
 * else by the number of its figure label, else alone.
 */
export function pictureGroups(
  bundle: CaseBundle,
  filesOf: (seriesIndex: number) => readonly string[],
): ReadonlyMap<string, PictureGroup> {
  const groups = new Map<string, PictureGroup>();
  for (const [index, series] of bundle.series.entries())
    for (const path of filesOf(index))
      groups.set(path, {
        uid: `series-${series.id}`,
        label: series.description ?? series.id,
        modality: null,
        seriesId: series.id,
      });
  for (const image of bundle.images) {
    if (image.file == null || groups.has(image.file)) continue;
    const whole = bundle.images.find((other) => other.id != null && other.id === image.panelOf);
    const name = whole?.figure ?? image.panelOf ?? image.figure;
    const number = name == null ? null : figureNumber(name);
    groups.set(image.file, {
      uid: number === null ? `picture-${image.file}` : `figure-${number}`,
      label: number === null ? "Picture" : /^\d/.test(number) ? `Figure ${number}` : number,
      modality: image.modality ?? null,
      seriesId: null,
    });
  }
  return groups;
}
