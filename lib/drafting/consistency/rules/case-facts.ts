import type { CaseFacts, CheckFacts, CheckMetadata, KnownFacts } from "../types";
import { regionMeasures } from "./region-measures";

type Spacing = readonly [number, number];

/** An image of a case as far as a text can contradict it. */
export interface FactsImage {
  readonly id: string;
  readonly instanceId: string;
  readonly frame: number;
  /** The figure that it is a panel of. */
  readonly parentId: string | null;
  readonly metadata: CheckMetadata;
}

export interface FactsRegion {
  readonly instanceId: string;
  readonly frame: number;
  readonly kind: string;
  readonly points: readonly (readonly [number, number])[];
  /** Row spacing, then column spacing in millimetres; null where lengths are not millimetres. */
  readonly spacing: Spacing | null;
}

const measuresOf = (regions: readonly FactsRegion[]) =>
  regions.flatMap((region) => regionMeasures(region, region.spacing));

/** The fields that all images have the same. */
function common(images: readonly FactsImage[]): CheckMetadata {
  const [first, ...others] = images;
  const fields = Object.entries(first?.metadata ?? {}).filter(([field, value]) =>
    others.every(({ metadata }) => metadata[field as keyof CheckMetadata] === value),
  );
  return Object.fromEntries(fields);
}

const kinOf = (image: FactsImage, images: readonly FactsImage[]) =>
  images.filter(({ id, parentId }) => id === image.parentId || parentId === image.id).map(({ id }) => id);

/** What is known of a case: of each image, and of all of them where a text speaks of the whole case. */
export function caseFacts(
  passages: CaseFacts["passages"],
  patient: Pick<CheckMetadata, "patientAge" | "patientSex">,
  images: readonly FactsImage[],
  regions: readonly FactsRegion[],
): CaseFacts {
  const on = ({ instanceId, frame }: FactsImage) =>
    regions.filter((region) => region.instanceId === instanceId && region.frame === frame);
  const known = (metadata: CheckMetadata, within: readonly FactsRegion[]): KnownFacts => ({
    metadata: { ...metadata, ...patient },
    measuresMm: measuresOf(within),
  });
  return {
    passages,
    whole: known(common(images), regions),
    byImage: Object.fromEntries(
      images.map((image) => [image.id, { ...known(image.metadata, on(image)), kin: kinOf(image, images) }]),
    ),
  };
}

/** One list per image and case: the checks read the passages of a list once for all texts held against it. */
const passageLists = new WeakMap<CaseFacts, Map<string | null, CheckFacts["passages"]>>();

/** A text of an image may say other things than the captions of other images; one of the case is held against all. */
function passagesOf(facts: CaseFacts, imageId: string | null): CheckFacts["passages"] | null {
  if (facts.passages === null) return null;
  const lists = passageLists.get(facts) ?? new Map<string | null, CheckFacts["passages"]>();
  passageLists.set(facts, lists);
  const known = lists.get(imageId);
  if (known) return known;
  const near = new Set([null, imageId, ...(imageId === null ? [] : (facts.byImage[imageId]?.kin ?? []))]);
  const list = facts.passages
    .filter((passage) => imageId === null || near.has(passage.imageId))
    .map(({ id, kind, text }) => ({ id, kind, text }));
  lists.set(imageId, list);
  return list;
}

/**
 * What a text of an image, or of the whole case, is held against; null where its language is not checked.
 * @param own the reader's own regions: what they measure supports a text too.
 */
export function factsOf(
  facts: CaseFacts,
  imageId: string | null,
  own: readonly FactsRegion[] = [],
): CheckFacts | null {
  const passages = passagesOf(facts, imageId);
  if (passages === null) return null;
  const { metadata, measuresMm } = (imageId === null ? undefined : facts.byImage[imageId]) ?? facts.whole;
  return { passages, metadata, measuresMm: [...measuresMm, ...measuresOf(own)] };
}

/** An age such as "34 y" or "034Y" in the form of Patient's Age (PS3.5 6.2, AS); undefined for others, such as "90+". */
export function dicomAge(age: string | null): string | undefined {
  const [, number = "", unit = "Y"] = /^0*(\d{1,3})\s*(y|m|w|d)?[a-z]*$/i.exec(age?.trim() ?? "") ?? [];
  return number === "" ? undefined : `${number.padStart(3, "0")}${unit.toUpperCase()}`;
}
