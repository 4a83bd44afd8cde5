import type { Refusal } from "../normalise/types";
import type { IncomingCase } from "../types";
import { type CaseFacts, caseFacts } from "./case-facts";
import { filesOfSeries } from "./files-of-series";
import { pictureGroups } from "./picture-groups";
import { type PlannedDraft, planDrafts } from "./plan-drafts";
import { type ImagePlan, planImages } from "./plan-images";
import { type InstancePlan, planInstances } from "./plan-instances";
import { planPassages } from "./plan-passages";
import { type PlannedRegion, planRegions } from "./plan-regions";
import { planStacks } from "./plan-stacks";
import type { MakeId, PlannedPassage, PlannedStack, StoredCase } from "./plan-types";

export interface CasePlan {
  readonly facts: CaseFacts;
  readonly instances: InstancePlan;
  /** Of every series that got something new; the other stacks stay as they are. */
  readonly stacks: readonly PlannedStack[];
  readonly images: ImagePlan;
  readonly passages: readonly PlannedPassage[];
  readonly regions: readonly PlannedRegion[];
  readonly drafts: readonly PlannedDraft[];
  readonly refused: readonly Refusal[];
}

export type PlanOutcome =
  | { readonly ok: true; readonly plan: CasePlan }
  | { readonly ok: false; readonly reason: string };

interface SeriesStacks {
  readonly ok: true;
  readonly stacksOf: ReadonlyMap<string, readonly PlannedStack[]>;
  /** Series row id -> the bundle's id of it. */
  readonly names: ReadonlyMap<string, string>;
}

/** Finds the stacks that each series of the bundle means. One series of a bundle is one series of the files. */
function stacksOfBundle(
  incoming: IncomingCase,
  instances: InstancePlan,
  stacks: readonly PlannedStack[],
): SeriesStacks | { readonly ok: false; readonly reason: string } {
  const stacksOf = new Map<string, readonly PlannedStack[]>();
  const names = new Map<string, string>();
  const paths = [...incoming.hashes.keys()];
  for (const [index, series] of (incoming.bundle?.series ?? []).entries()) {
    const found = new Set(
      filesOfSeries(series, paths).flatMap((path) => instances.byFile.get(path)?.seriesId ?? []),
    );
    const [id] = found;
    if (id === undefined)
      return { ok: false, reason: `series[${index}].files hold no image that can be shown` };
    if (found.size > 1)
      return { ok: false, reason: `series[${index}].files belong to ${found.size} different series` };
    const other = names.get(id);
    if (other !== undefined)
      return { ok: false, reason: `series[${index}].files belong to the same series as those of ${other}` };
    names.set(id, series.id);
    stacksOf.set(
      series.id,
      stacks.filter((stack) => stack.seriesId === id),
    );
  }
  return { ok: true, stacksOf, names };
}

/** What has to be written so that the case holds what came in. Nothing is written here; nothing that is there is lost. */
export function planCase(incoming: IncomingCase, stored: StoredCase | null, makeId: MakeId): PlanOutcome {
  const { bundle } = incoming;
  const paths = [...incoming.hashes.keys()];
  const groups = bundle
    ? pictureGroups(bundle, (index) => {
        const series = bundle.series[index];
        return series ? filesOfSeries(series, paths) : [];
      })
    : new Map();
  const placed = planInstances(incoming, groups, stored, makeId);
  const stacks = placed.allSeries.flatMap((series) =>
    planStacks(
      series,
      placed.all.filter((instance) => instance.seriesId === series.id),
      (stored?.stacks ?? []).filter((stack) => stack.seriesId === series.id),
      makeId,
    ),
  );
  const meant = stacksOfBundle(incoming, placed, stacks);
  if (!meant.ok) return meant;
  const series = placed.series.map((entry) => ({
    ...entry,
    externalId: meant.names.get(entry.id) ?? entry.externalId,
  }));
  const images = planImages(
    bundle,
    stacks,
    { stacksOf: meant.stacksOf, instanceOf: (path) => placed.byFile.get(path)?.id ?? null },
    { images: stored?.images ?? [], begun: stored?.begun ?? false },
    makeId,
  );
  if (!images.ok) return images;
  const { ofBundle } = images.plan;
  const regions = bundle
    ? planRegions(bundle, ofBundle, placed.all, stored?.regionHashes ?? new Set(), makeId)
    : { ok: true as const, regions: [] };
  if (!regions.ok) return regions;
  const passages = bundle ? planPassages(bundle, ofBundle, stored?.passages ?? [], makeId) : [];
  const superseded = new Set(passages.map((passage) => passage.supersedes));
  const standing = (stored?.passages ?? []).filter((passage) => !superseded.has(passage.id));
  return {
    ok: true,
    plan: {
      facts: caseFacts(incoming, placed, stored),
      instances: { ...placed, series },
      stacks,
      images: images.plan,
      passages,
      regions: regions.regions,
      drafts:
        bundle && !stored?.draftSet?.frozen
          ? planDrafts(
              { bundle, images: ofBundle, passages: [...passages, ...standing] },
              stored?.draftSet?.hashes ?? new Set(),
              makeId,
            )
          : [],
      refused: placed.refused,
    },
  };
}
