import type { NormalisedInstance, Refusal } from "../normalise/types";
import type { IncomingCase, IncomingInstance, PlannedInstance } from "../types";
import type { PictureGroup } from "./picture-groups";
import { pictureUid } from "./picture-uid";
import type { MakeId, PlannedSeries, StoredCase } from "./plan-types";

export interface InstancePlan {
  readonly studies: readonly { readonly id: string; readonly uid: string }[];
  readonly series: readonly PlannedSeries[];
  /** New ones with what the files became; all are those of the case afterwards. */
  readonly fresh: readonly { readonly instance: PlannedInstance; readonly from: IncomingInstance }[];
  readonly allSeries: readonly PlannedSeries[];
  readonly all: readonly PlannedInstance[];
  /** Instance by the path of the file that holds it. */
  readonly byFile: ReadonlyMap<string, PlannedInstance>;
  /** Files that turned out to hold what is stored already. */
  readonly unchanged: readonly string[];
  readonly refused: readonly Refusal[];
}

const sameUidOtherPixels =
  "another file with the same SOP Instance UID but other pixels came first; that one is kept";

const bare: PictureGroup = { uid: "picture", label: "Picture", modality: null, seriesId: null };

function instanceOf(
  from: IncomingInstance,
  seriesId: string,
  uid: string,
  number: number | null,
  modality: string | null,
  makeId: MakeId,
): PlannedInstance {
  const { normalised } = from;
  const { sourceHash, pixelHash, metadata, header } = normalised;
  const { acquisitionNumber, orderingTime, echoNumber, diffusionBValue, studyDay } = normalised;
  return {
    id: makeId(),
    seriesId,
    uid,
    number,
    sourceHash,
    pixelHash,
    metadata: modality === null ? metadata : { ...metadata, modality },
    header,
    ordering: {
      acquisitionNumber,
      orderingTime,
      echoNumber,
      diffusionBValue,
      ...(studyDay == null ? {} : { studyDay }),
    },
  };
}

const seriesOf = (normalised: NormalisedInstance, id: string, studyId: string, position: number) =>
  ({
    id,
    uid: normalised.seriesUid,
    kind: "dicom",
    studyId,
    externalId: null,
    number: normalised.seriesNumber,
    modality: normalised.metadata.modality,
    description: normalised.seriesDescription,
    bodyPart: normalised.bodyPart,
    position,
  }) satisfies PlannedSeries;

/** Sorts what came in under studies and series, those the case has and new ones. Series keep the place they once got. */
export function planInstances(
  incoming: IncomingCase,
  groups: ReadonlyMap<string, PictureGroup>,
  stored: StoredCase | null,
  makeId: MakeId,
): InstancePlan {
  const studyIds = new Map((stored?.studies ?? []).map((study) => [study.uid, study.id]));
  const series = new Map((stored?.series ?? []).map((entry) => [entry.uid, entry]));
  const all = new Map((stored?.instances ?? []).map((entry) => [`${entry.seriesId} ${entry.uid}`, entry]));
  const known = { studies: new Set(studyIds.keys()), series: new Set(series.keys()) };
  const fresh: { instance: PlannedInstance; from: IncomingInstance }[] = [];
  const unchanged: string[] = [];
  const refused: Refusal[] = [];
  const alias = new Map<string, PlannedInstance>();
  const sizes = new Map<string, number>();
  for (const { seriesId } of all.values()) sizes.set(seriesId, (sizes.get(seriesId) ?? 0) + 1);

  const numbered = (from: IncomingInstance) => from.normalised.seriesNumber ?? Number.MAX_SAFE_INTEGER;
  const ordered = incoming.instances.toSorted((a, b) =>
    a.kind === "dicom" && b.kind === "dicom"
      ? numbered(a) - numbered(b)
      : a.kind < b.kind
        ? -1
        : a.kind > b.kind
          ? 1
          : 0,
  );
  for (const from of ordered) {
    const { normalised } = from;
    const group = from.kind === "picture" ? (groups.get(from.file) ?? bare) : null;
    const uid = group ? group.uid : normalised.seriesUid;
    let parent = series.get(uid);
    if (!parent) {
      if (group)
        parent = {
          id: makeId(),
          uid,
          kind: "figure",
          studyId: null,
          externalId: group.seriesId,
          number: null,
          modality: group.modality ?? normalised.metadata.modality,
          description: group.label,
          bodyPart: null,
          position: series.size,
        };
      else {
        const studyId = studyIds.get(normalised.studyUid) ?? makeId();
        studyIds.set(normalised.studyUid, studyId);
        parent = seriesOf(normalised, makeId(), studyId, series.size);
      }
      series.set(uid, parent);
    }
    const instanceUid = group
      ? pictureUid(incoming.bundle ? from.file : "", normalised.sourceHash)
      : normalised.sopInstanceUid;
    const key = `${parent.id} ${instanceUid}`;
    const there = all.get(key);
    if (there && there.pixelHash !== normalised.pixelHash)
      refused.push({ kind: "refused", file: from.file, reason: sameUidOtherPixels });
    else if (there) {
      unchanged.push(from.file);
      alias.set(normalised.sourceHash, there);
    } else {
      const place = (sizes.get(parent.id) ?? 0) + 1;
      sizes.set(parent.id, place);
      const number = group ? place : normalised.instanceNumber;
      const instance = instanceOf(from, parent.id, instanceUid, number, group?.modality ?? null, makeId);
      all.set(key, instance);
      fresh.push({ instance, from });
    }
  }

  const bySource = new Map([...all.values()].map((entry) => [entry.sourceHash, entry]));
  const byUid = new Map([...all.values()].map((entry) => [entry.uid, entry]));
  const byFile = new Map<string, PlannedInstance>();
  for (const [path, hash] of incoming.hashes) {
    const found = byUid.get(pictureUid(path, hash)) ?? bySource.get(hash) ?? alias.get(hash);
    if (found) byFile.set(path, found);
  }
  return {
    studies: [...studyIds].filter(([uid]) => !known.studies.has(uid)).map(([uid, id]) => ({ id, uid })),
    series: [...series.values()].filter((entry) => !known.series.has(entry.uid)),
    allSeries: [...series.values()],
    fresh,
    all: [...all.values()],
    byFile,
    unchanged,
    refused,
  };
}
