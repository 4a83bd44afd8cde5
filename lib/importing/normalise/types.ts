import type { InstanceMetadata } from "@/lib/cases/types";

/** A file that cannot be taken, with one sentence a person can act on. `file` is as the person named it. */
export interface Refusal {
  readonly kind: "refused";
  readonly file: string;
  readonly reason: string;
}

/** What one DICOM object became: identity removed, UIDs remapped, frames re-encoded. Nothing in it names a person. */
export interface NormalisedInstance {
  readonly kind: "instance";
  readonly file: string;
  /** SHA-256 of the file as it came, hex. */
  readonly sourceHash: string;
  /** SHA-256 over the decoded frames as they came, in order, little endian, no padding, hex. */
  readonly pixelHash: string;
  readonly studyUid: string;
  readonly seriesUid: string;
  readonly sopInstanceUid: string;
  /** Original UID -> remapped UID pairs met in this file, for the encrypted crosswalk. */
  readonly crosswalk: readonly { readonly original: string; readonly remapped: string }[];
  /** HMAC of issuer and Patient ID; null where the header has none. */
  readonly patientKey: string | null;
  readonly patientAge: string | null;
  readonly patientSex: "F" | "M" | "O" | null;
  readonly instanceNumber: number | null;
  readonly acquisitionNumber: number | null;
  /** Seconds since midnight, only for ordering repeated positions; never stored as a time of day. */
  readonly orderingTime: number | null;
  /** Day of the study, shifted per patient: which study came first, and how many days lie between. */
  readonly studyDay?: number | null;
  readonly echoNumber: number | null;
  readonly diffusionBValue: number | null;
  readonly seriesNumber: number | null;
  /** Words of the imaging vocabulary found in Series Description; other words are dropped. */
  readonly seriesDescription: string | null;
  readonly bodyPart: string | null;
  /** A reason to hold the case until a person has looked: Burned In Annotation YES, screen captures and the like. */
  readonly identityRisk: string | null;
  readonly metadata: InstanceMetadata;
  /** Allow-listed header as DICOM JSON (PS3.18 F), UIDs remapped. */
  readonly header: Readonly<Record<string, unknown>>;
  /** The frames one after another in one file inside the work folder, and where each lies. */
  readonly objectFile: string;
  readonly frameOffsets: readonly { readonly offset: number; readonly length: number }[];
  /** WebP of the middle frame at the first window: longest side 1024, and a 128 px thumbnail. */
  readonly posterFile: string;
  readonly thumbnailFile: string;
}

export type NormaliseOutcome = NormalisedInstance | Refusal;
