import { selectSlices } from "@/lib/core/dicom/select-slices";
import type { CaseBundle } from "../schema";
import type { MakeId, PlannedImage, PlannedStack, StoredImage } from "./plan-types";
import { resolveSlice } from "./resolve-slice";

interface Wanted {
  readonly instanceId: string;
  readonly frame: number;
  readonly chosenBy: PlannedImage["chosenBy"];
  readonly figure: string | null;
  readonly externalId: string | null;
}

export interface ImagePlan {
  readonly fresh: readonly PlannedImage[];
  /** Stored images that the bundle now names, or names otherwise. */
  readonly renamed: readonly PlannedImage[];
  readonly all: readonly PlannedImage[];
  /** The image of each entry of the bundle's list. */
  readonly ofBundle: readonly PlannedImage[];
}

export type ImageOutcome =
  | { readonly ok: true; readonly plan: ImagePlan }
  | { readonly ok: false; readonly reason: string };

const keyOf = (place: { readonly instanceId: string; readonly frame: number }) =>
  `${place.instanceId}:${place.frame}`;

interface Places {
  /** Stacks of a bundle's series, in order, by the series' id. */
  readonly stacksOf: ReadonlyMap<string, readonly PlannedStack[]>;
  /** Instance by path. */
  readonly instanceOf: (path: string) => string | null;
}

type Named =
  | { readonly ok: true; readonly wanted: readonly Wanted[] }
  | { readonly ok: false; readonly reason: string };

/** What the bundle names: its images in their order, then key slices that are no images yet. */
function namedByBundle(bundle: CaseBundle, places: Places): Named {
  const wanted: Wanted[] = [];
  const taken = new Map<string, string>();
  const take = (
    at: string,
    place: { instanceId: string; frame: number },
    rest: Omit<Wanted, "instanceId" | "frame">,
  ) => {
    taken.set(keyOf(place), at);
    wanted.push({ instanceId: place.instanceId, frame: place.frame, ...rest });
  };
  for (const [index, image] of bundle.images.entries()) {
    const at = `images[${index}]`;
    let place: { instanceId: string; frame: number };
    if (image.file != null) {
      const instanceId = places.instanceOf(image.file);
      if (instanceId === null) return { ok: false, reason: `${at}.file was not taken: ${image.file}` };
      place = { instanceId, frame: 1 };
    } else {
      const stacks = places.stacksOf.get(image.series ?? "") ?? [];
      const found = resolveSlice(stacks, image.slice ?? 1, image.frame ?? null);
      if (!found.ok) return { ok: false, reason: `${at}.slice ${found.reason}` };
      place = found;
    }
    const other = taken.get(keyOf(place));
    if (other) return { ok: false, reason: `${at} is the same picture as ${other}` };
    take(at, place, { chosenBy: "bundle", figure: image.figure ?? null, externalId: image.id ?? null });
  }
  for (const [index, series] of bundle.series.entries())
    for (const [place, slice] of series.keySlices.entries()) {
      const at = `series[${index}].keySlices[${place}]`;
      const found = resolveSlice(places.stacksOf.get(series.id) ?? [], slice, null);
      if (!found.ok) return { ok: false, reason: `${at} ${found.reason}` };
      if (!taken.has(keyOf(found)))
        take(at, found, { chosenBy: "annotated", figure: null, externalId: null });
    }
  return { ok: true, wanted };
}

/** Slices of a stack that nobody named: evenly spread over a volume up to the limit, the middle frame of a clip. */
function sampledOf(
  stack: PlannedStack,
  chosen: ReadonlySet<string>,
  open: boolean,
  limit: number,
): readonly Wanted[] {
  const marked = new Set<number>();
  for (const [instanceId, frame, position] of stack.frames)
    if (chosen.has(`${instanceId}:${frame}`)) marked.add(position);
  if (marked.size > 0 && (!open || stack.positions === 1)) return [];
  const indexes =
    stack.positions === 1
      ? [Math.floor(stack.times / 2)]
      : selectSlices(stack.positions, marked, limit)
          .filter((slice) => slice.chosenBy === "sampled")
          .map((slice) => slice.index * stack.times);
  return indexes.flatMap((index): Wanted[] => {
    const place = stack.frames[index];
    if (!place) return [];
    return [{ instanceId: place[0], frame: place[1], chosenBy: "sampled", figure: null, externalId: null }];
  });
}

/**
 * The images of a case: those the bundle names, its key slices, and up to 20 slices of every volume. An image that is
 * stored keeps its id and place; new ones come after it.
 */
export function planImages(
  bundle: CaseBundle | null,
  stacks: readonly PlannedStack[],
  places: Places,
  stored: { readonly images: readonly StoredImage[]; readonly begun: boolean },
  makeId: MakeId,
  limit = 20,
): ImageOutcome {
  const named = bundle ? namedByBundle(bundle, places) : { ok: true as const, wanted: [] };
  if (!named.ok) return named;
  const there = new Map(stored.images.map((image) => [keyOf(image), image]));
  const chosen = new Set([...there.keys(), ...named.wanted.map(keyOf)]);
  const wanted = [
    ...named.wanted,
    ...stacks.flatMap((stack) => sampledOf(stack, chosen, !stored.begun, limit)),
  ];
  let position = Math.max(-1, ...stored.images.map((image) => image.position)) + 1;
  const made = wanted.map((entry): PlannedImage => {
    const old = there.get(keyOf(entry));
    return old
      ? { ...old, figure: entry.figure, externalId: entry.externalId, chosenBy: entry.chosenBy }
      : { id: makeId(), parentId: null, position: position++, ...entry };
  });
  const ofBundle = made.slice(0, bundle?.images.length ?? 0);
  const withParents = made.map((image, index) => {
    const panelOf = bundle?.images[index]?.panelOf;
    const parent = panelOf == null ? undefined : ofBundle.find((other) => other.externalId === panelOf);
    return parent && parent.id !== image.id ? { ...image, parentId: parent.id } : image;
  });
  const differs = (image: PlannedImage, old: StoredImage) =>
    image.figure !== old.figure ||
    image.externalId !== old.externalId ||
    image.chosenBy !== old.chosenBy ||
    image.parentId !== old.parentId;
  const renamed = withParents.filter((image) => {
    const old = there.get(keyOf(image));
    return old && differs(image, old);
  });
  const touched = new Set(withParents.map((image) => image.id));
  return {
    ok: true,
    plan: {
      fresh: withParents.filter((image) => !there.has(keyOf(image))),
      renamed,
      all: [...stored.images.filter((image) => !touched.has(image.id)), ...withParents],
      ofBundle: withParents.slice(0, bundle?.images.length ?? 0),
    },
  };
}
