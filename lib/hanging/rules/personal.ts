import type { PersonalLayout, WantedImage } from "../schema";
import type { HangImage, Hanging, HungView } from "../types";

/** What makes images alike for a layout that is used on other cases. */
const traits = ["modality", "kind", "plane", "view", "side", "label"] as const;
type Traits = Pick<WantedImage, (typeof traits)[number]>;

const alike = (one: Traits, other: Traits) => traits.every((trait) => one[trait] === other[trait]);

/** What a person sees, as a layout for every case of this kind. */
export function keepArrangement(
  images: readonly HangImage[],
  seen: {
    readonly layout: PersonalLayout["layout"];
    readonly linked: boolean;
    readonly cells: readonly { readonly stackId: string | null; readonly view: HungView }[];
  },
  named: Pick<PersonalLayout, "id" | "name" | "kind" | "standard">,
): PersonalLayout {
  return {
    ...named,
    layout: seen.layout,
    linked: seen.linked,
    cells: seen.cells.map(({ stackId, view }): WantedImage | null => {
      const image = images.find((one) => one.stackId === stackId);
      if (!image) return null;
      const { modality, kind, plane, view: position, side, label } = image;
      const wanted = { modality, kind, plane, view: position, side, label };
      return {
        ...wanted,
        nth: images.filter((one) => alike(one, wanted)).indexOf(image),
        mirrored: view.mirrored ?? false,
        rotation: view.rotation ?? 0,
        align: view.align ?? null,
      };
    }),
  };
}

function likeness(image: HangImage, wanted: WantedImage): number {
  if (image.modality !== wanted.modality || image.kind !== wanted.kind) return 0;
  const weights = { plane: 8, view: 8, side: 8, label: 4 } as const;
  return (["plane", "view", "side", "label"] as const).reduce(
    (sum, trait) => sum + (image[trait] === wanted[trait] ? weights[trait] : 0),
    1,
  );
}

/** Hangs a case by a layout that was kept on another: each cell takes the image most like the one it held. */
export function hangByLayout(personal: PersonalLayout, images: readonly HangImage[], rule: Hanging): Hanging {
  const taken = new Set<string>();
  const views: Record<string, HungView> = {};
  const cells = personal.cells.map((wanted): string | null => {
    if (!wanted) return null;
    const free = images.filter((image) => !taken.has(image.stackId));
    const exact = images.filter((image) => alike(image, wanted))[wanted.nth];
    const [closest] = free.toSorted((a, b) => likeness(b, wanted) - likeness(a, wanted));
    const found =
      exact && !taken.has(exact.stackId)
        ? exact
        : closest && likeness(closest, wanted) > 0
          ? closest
          : undefined;
    if (!found) return null;
    taken.add(found.stackId);
    views[found.stackId] = {
      mirrored: wanted.mirrored,
      rotation: wanted.rotation,
      ...(wanted.align ? { align: wanted.align } : {}),
    };
    return found.stackId;
  });
  return { ...rule, layout: personal.layout, cells, views, linked: personal.linked };
}

/** The layout that a kind of case is opened with, if its reader kept one. */
export const standardLayout = (layouts: readonly PersonalLayout[], kind: string): PersonalLayout | null =>
  layouts.find((layout) => layout.kind === kind && layout.standard) ?? null;

/** The list with a layout put in: under its id, and as the only standard of its kind if it is one. */
export function withLayout(
  layouts: readonly PersonalLayout[],
  put: PersonalLayout,
): readonly PersonalLayout[] {
  const others = layouts
    .filter((layout) => layout.id !== put.id)
    .map((layout) => (put.standard && layout.kind === put.kind ? { ...layout, standard: false } : layout));
  return [...others, put];
}
