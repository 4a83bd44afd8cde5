import type { Plane } from "@/lib/cases/types";
import type { PassageKind } from "@/lib/reading/types";
import type { PlannedInstance } from "../types";

/** Makes an id for a row; an argument, so that a plan can be tested. */
export type MakeId = () => string;

export interface PlannedSeries {
  readonly id: string;
  readonly uid: string;
  readonly kind: "dicom" | "figure";
  readonly studyId: string | null;
  readonly externalId: string | null;
  readonly number: number | null;
  readonly modality: string;
  readonly description: string | null;
  readonly bodyPart: string | null;
  readonly position: number;
}

/** instance, frame from 1, position from 0, time from 0: the form in which a stack keeps its frames. */
export type FramePlace = readonly [instanceId: string, frame: number, position: number, time: number];

export interface PlannedStack {
  readonly id: string;
  readonly seriesId: string;
  readonly signature: string;
  readonly label: string;
  readonly kind: "volume" | "clip" | "single" | "figure";
  readonly plane: Plane | null;
  readonly positions: number;
  readonly times: number;
  readonly notice: string | null;
  readonly frames: readonly FramePlace[];
  readonly position: number;
}

export interface PlannedImage {
  readonly id: string;
  readonly instanceId: string;
  readonly frame: number;
  readonly figure: string | null;
  readonly parentId: string | null;
  readonly externalId: string | null;
  readonly chosenBy: "annotated" | "sampled" | "bundle";
  readonly position: number;
}

export interface PlannedPassage {
  readonly id: string;
  readonly kind: PassageKind;
  readonly imageId: string | null;
  readonly position: number;
  readonly text: string;
  readonly qa: Readonly<Record<string, unknown>> | null;
  readonly language: string;
  readonly contentHash: string;
  /** The passage that this one takes the place of. */
  readonly supersedes: string | null;
}

export interface StoredPassage {
  readonly id: string;
  readonly kind: string;
  readonly imageId: string | null;
  readonly position: number;
  readonly text: string;
  readonly contentHash: string;
  readonly sourceQid: string | null;
}

export interface StoredImage extends Omit<PlannedImage, "parentId"> {
  readonly parentId: string | null;
}

/** What the database has of a case before an import touches it. */
export interface StoredCase {
  readonly id: string;
  readonly state: string;
  readonly holdReason: string | null;
  readonly contentHash: string | null;
  /** Somebody has begun to read: the choice of sampled slices stays as it is. */
  readonly begun: boolean;
  readonly studies: readonly { readonly id: string; readonly uid: string }[];
  readonly series: readonly PlannedSeries[];
  readonly instances: readonly PlannedInstance[];
  readonly stacks: readonly PlannedStack[];
  readonly images: readonly StoredImage[];
  /** The round that is read now; drafts belong to it. */
  readonly round: number;
  /** Those that nothing supersedes. */
  readonly passages: readonly StoredPassage[];
  readonly regionHashes: ReadonlySet<string>;
  readonly draftSet: {
    readonly id: string;
    readonly frozen: boolean;
    readonly hashes: ReadonlySet<string>;
  } | null;
}
