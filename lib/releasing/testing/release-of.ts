import type { ApprovedItem, ReleaseCase, ReleaseImage } from "../types";

/** A whole frame as the image of a release. */
export const imageOf = (id: string, more: Partial<ReleaseImage> = {}): ReleaseImage => ({
  id,
  file: `images/RR-00001-${id}.png`,
  figure: null,
  seriesUid: "2.25.1",
  instanceId: id,
  instanceUid: "2.25.2",
  frame: 1,
  crop: null,
  parentId: null,
  modality: "CT",
  bodyPart: null,
  labels: [],
  ...more,
});

/** A case of a release with these texts, captions of the first image unless they say otherwise. */
export function releaseOf(
  items: readonly Partial<ApprovedItem>[],
  images: readonly ReleaseImage[] = [imageOf("i1")],
): ReleaseCase {
  return {
    id: "case",
    label: "RR-00001",
    externalId: "x",
    groupKey: "g",
    sourceSplit: null,
    round: 1,
    language: "en",
    source: { name: "s", url: null, licence: "CC BY 4.0" },
    images,
    items: items.map((item, index) => ({
      id: `t${index}`,
      kind: "caption",
      imageId: "i1",
      payload: { form: "text", text: "A mass." },
      tier: "human",
      draft: null,
      decisions: [],
      ...item,
    })),
  };
}
