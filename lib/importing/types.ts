import type { InstanceMetadata } from "@/lib/cases/types";
import type { NormalisedInstance, NormaliseOutcome, Refusal } from "./normalise/types";
import type { CaseBundle } from "./schema";

/** A file met on the walk. `name` is what the person would call it, `path` is where its bytes lie now. */
export interface FoundFile {
  readonly name: string;
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** The files of one folder with a `case.json`, or one file that belongs to no bundle. */
export interface FoundBundle {
  readonly kind: "bundle";
  /** Name of the folder, "" where the bundle is the root itself. */
  readonly folder: string;
  readonly description: FoundFile;
  readonly files: readonly FoundFile[];
}

export type Found = FoundBundle | { readonly kind: "file"; readonly file: FoundFile } | Refusal;

/** A picture of a case, normalised; `uid` is made of where it stood and what it holds. */
export interface IncomingInstance {
  readonly file: string;
  readonly kind: "dicom" | "picture";
  readonly normalised: NormalisedInstance;
}

/** Where a case came from; cases of one name and site share a row. */
export interface CaseSource {
  readonly name: string;
  readonly site: string;
  readonly url: string | null;
  readonly licence: string | null;
  readonly externalModelAllowed: boolean;
}

/** A case on its way in, the same for every importer. Nothing of it has been written yet. */
export interface IncomingCase {
  /** What a refusal of the whole case is reported under. */
  readonly name: string;
  readonly source: CaseSource;
  readonly externalId: string;
  readonly contentHash: string | null;
  /** Texts, chosen images, regions and drafts; null for bare files. */
  readonly bundle: CaseBundle | null;
  /** Files by their path below the bundle's folder, with the SHA-256 of what they hold. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly instances: readonly IncomingInstance[];
}

/** An instance the case has: stored before, or on its way in. */
export interface PlannedInstance {
  readonly id: string;
  readonly seriesId: string;
  readonly uid: string;
  readonly number: number | null;
  readonly sourceHash: string;
  readonly pixelHash: string;
  readonly metadata: InstanceMetadata;
  readonly header: Readonly<Record<string, unknown>>;
  readonly ordering: InstanceOrdering;
}

/** What the order of a stack needs beside the metadata. */
export interface InstanceOrdering {
  readonly acquisitionNumber: number | null;
  readonly orderingTime: number | null;
  readonly echoNumber: number | null;
  readonly diffusionBValue: number | null;
}

export interface NormaliseRequest {
  readonly name: string;
  readonly path: string;
  readonly kind: "dicom" | "picture";
}

/** Turns files into normalised instances, in the order asked, under memory and time limits. */
export type Normalise = (
  files: readonly NormaliseRequest[],
  workFolder: string,
) => AsyncIterable<NormaliseOutcome>;
