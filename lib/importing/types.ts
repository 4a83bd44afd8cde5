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
  /** Path below the bundle's folder; for a bare file its name. */
  readonly file: string;
  readonly name: string;
  /** Where the original lies now. */
  readonly path: string;
  readonly kind: "dicom" | "picture";
  readonly normalised: NormalisedInstance;
}

/** Where a case came from; cases of one name and site share a row. Undefined: the case does not say. */
export interface CaseSource {
  readonly name: string;
  readonly site: string;
  readonly url?: string | undefined;
  readonly licence?: string | undefined;
  readonly externalModelAllowed?: boolean | undefined;
}

/** What the person who runs an import says of it. It fills what cases leave out and changes no source that is there. */
export interface RunSource {
  /** Name and site of files that come without a bundle; a bundle names its own. */
  readonly name?: string | undefined;
  readonly site?: string | undefined;
  readonly url?: string | undefined;
  readonly licence?: string | undefined;
  readonly externalModelAllowed?: boolean | undefined;
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
  /** Day of the study on the patient's own shifted calendar. */
  readonly studyDay?: number;
}

export interface NormaliseRequest {
  readonly name: string;
  readonly path: string;
}

/** What an importer may ask of the import that runs it. */
export interface ImportTools {
  /** SHA-256 of a file, hex. */
  readonly hash: (path: string) => Promise<string>;
  /** Which of these hashes some instance of the project was made from. */
  readonly storedHashes: (hashes: readonly string[]) => Promise<ReadonlySet<string>>;
  /** The instances a case has: hashes of the files they came from, and their uids. */
  readonly storedInstances: (
    source: CaseSource,
    externalId: string,
  ) => Promise<readonly { readonly sourceHash: string; readonly uid: string }[]>;
  /** One outcome per file, in the order asked. */
  readonly normalise: (
    kind: "dicom" | "picture",
    files: readonly NormaliseRequest[],
  ) => Promise<readonly NormaliseOutcome[]>;
}

/** What an importer made of what it was given. */
export type Imported =
  | { readonly kind: "case"; readonly incoming: IncomingCase }
  | { readonly kind: "unchanged"; readonly file: string; readonly hash: string }
  | Refusal;

/** What the importers choose from: a folder with `case.json`, or a lone file and what its content says it is. */
export type ImportUnit =
  | { readonly kind: "bundle"; readonly bundle: FoundBundle }
  | { readonly kind: "dicom" | "picture"; readonly file: FoundFile };

/** One source format. */
export interface Importer {
  readonly id: string;
  readonly label: string;
  readonly takes: (unit: ImportUnit) => boolean;
  /** Reads units that it takes; what cannot be taken comes as refusals, never as an exception. */
  readonly read: (units: readonly ImportUnit[], tools: ImportTools) => AsyncGenerator<Imported>;
}

/** What an import made, as it is printed. Counts are of what is new. */
export interface ImportResult {
  readonly cases: number;
  readonly studies: number;
  readonly series: number;
  readonly instances: number;
  readonly frames: number;
  readonly images: number;
  /** Files that hold what is stored already. */
  readonly unchanged: number;
  readonly refused: readonly { readonly file: string; readonly reason: string }[];
}
