import type { VoiFunction } from "@/lib/core/dicom/choose-window";
import type { UptakeFactor } from "@/lib/core/dicom/uptake";

/** Plane geometry of one frame in the patient coordinate system, millimetres, LPS (PS3.3 C.7.6.2.1.1). */
export interface FrameGeometry {
  /** Centre of the first pixel transmitted: Image Position (Patient). */
  readonly position: readonly [number, number, number];
  /** Row direction cosines, then column direction cosines: Image Orientation (Patient). */
  readonly orientation: readonly [number, number, number, number, number, number];
}

export interface WindowSetting {
  readonly center: number;
  readonly width: number;
  readonly explanation: string | null;
}

/** Where the millimetres of a pixel come from; `null` spacing means lengths are in pixels. */
export type SpacingSource =
  | "pixel-spacing"
  /** Pixel Spacing of a projection that does not say whether it was corrected for magnification (PS3.3 10.7.1.1). */
  | "uncertain-pixel-spacing"
  | "imager-pixel-spacing"
  | "nominal-scanned"
  | "pixel-aspect-ratio"
  | "ultrasound-region";

/** One region of Sequence of Ultrasound Regions (PS3.3 C.8.5.5), pixel bounds inclusive, deltas in `unit` per pixel. */
export interface UltrasoundRegion {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly unitX: number;
  readonly unitY: number;
  readonly deltaX: number;
  readonly deltaY: number;
}

/** All that a viewer needs to draw an instance, and nothing that names a person. Stored as JSON with the instance. */
export interface InstanceMetadata {
  readonly sopClassUid: string;
  readonly modality: string;
  readonly rows: number;
  readonly columns: number;
  readonly samplesPerPixel: 1 | 3;
  readonly bitsAllocated: 8 | 16;
  readonly bitsStored: number;
  readonly pixelRepresentation: 0 | 1;
  /** Of the stored frames, after palette and colour space were resolved. JPEG frames kept as they came say YBR_FULL_422. */
  readonly photometricInterpretation: "MONOCHROME1" | "MONOCHROME2" | "RGB" | "YBR_FULL_422";
  readonly frameCount: number;
  /** The frame that the poster is made of, counted from 1: the first of a clip; absent = the middle one. */
  readonly posterFrame?: number;
  /** Transfer syntax of each stored frame: HTJ2K lossless, or the source's own where that was lossy. */
  readonly frameTransferSyntaxUid: string;
  readonly sourceTransferSyntaxUid: string;
  /** What a frame's bytes are on the wire. Pictures (figures) are instances too: one frame, image/png. */
  readonly frameMediaType: "image/jphc" | "image/jpeg" | "image/jp2" | "image/jls" | "image/png";
  /** The source had been compressed with loss (own codec, or Lossy Image Compression 01). */
  readonly lossy: boolean;
  readonly rescale: {
    readonly slope: number;
    readonly intercept: number;
    readonly type: string | null;
  } | null;
  /** Unit that PET and NM values are in before any uptake factor, e.g. "Bq/ml"; null where the header has none. */
  readonly valueUnit?: string | null;
  /** Uptake values of PET; `rescale` and `windows` already count in the first. Factors are over the values before. */
  readonly uptake?: readonly UptakeFactor[];
  readonly windows: readonly WindowSetting[];
  readonly voiFunction: VoiFunction;
  /** Row spacing, then column spacing (PS3.3 10.7.1.3), millimetres; for an aspect ratio only, relative units. */
  readonly pixelSpacing: readonly [number, number] | null;
  readonly spacingSource: SpacingSource | null;
  readonly radiographicMagnification: number | null;
  readonly sliceThickness: number | null;
  readonly spacingBetweenSlices: number | null;
  readonly frameOfReferenceUid: string | null;
  readonly patientPosition: string | null;
  readonly laterality: string | null;
  readonly viewPosition: string | null;
  /** Patient Orientation (0020,0020): row and column direction letters of images without plane geometry. */
  readonly patientOrientation: readonly [string, string] | null;
  /** One entry per frame, or a single entry for all; null where the object has no plane geometry. */
  readonly geometry: readonly FrameGeometry[] | null;
  /** One per frame: temporal position index (1 up) of dynamic and multi-echo data; null where none. */
  readonly temporal: readonly number[] | null;
  /** Image Type reduced to imaging words (ORIGINAL, PRIMARY, AXIAL ...); parts a series into stacks. */
  readonly imageType?: readonly string[];
  /** Milliseconds per frame of a clip (Frame Time, else Recommended Display / Cine Rate). */
  readonly frameTime: number | null;
  readonly ultrasoundRegions: readonly UltrasoundRegion[];
  /** Technique lines for the corner of the viewport: TR, TE, kVp and the like, numbers only. */
  readonly technique: Readonly<Record<string, number>>;
  /** Smallest and largest stored value over all frames, before rescale. */
  readonly smallestValue: number;
  readonly largestValue: number;
}

/** A frame of an instance: `frame` counts from 1 as in DICOM (PS3.3 10.3 Referenced Frame Number). */
export interface FrameRef {
  readonly instanceId: string;
  readonly frame: number;
}

/** One place in a stack: its frame, where its bytes are, its indices (0 up) along position and time. */
export interface StackFrame extends FrameRef {
  readonly position: number;
  readonly time: number;
}

export type Plane = "axial" | "coronal" | "sagittal" | "oblique";

/** Frames of one orientation, echo and phase in anatomical order, or one clip, or the pictures of one figure. */
export interface StackView {
  readonly id: string;
  readonly seriesId: string;
  /** What the rail and the viewport corner call it, e.g. "T2 axial"; made of technique words, never of a person's. */
  readonly label: string;
  readonly modality: string;
  readonly kind: "volume" | "clip" | "single" | "figure";
  readonly plane: Plane | null;
  readonly bodyPart: string | null;
  /** Position-major, then time: index = position * times + time where both exist. */
  readonly frames: readonly StackFrame[];
  readonly positions: number;
  readonly times: number;
  /** Something the reader must know: a gap in the series, frames that were refused. */
  readonly notice: string | null;
  /** Series description, reduced to imaging words. */
  readonly description?: string | null;
  readonly studyId?: string | null;
  /** Day of the study on the patient's own calendar: only differences mean something. */
  readonly studyDay?: number | null;
  /** A panel: only this part of its one frame belongs to it. */
  readonly crop?: Crop;
}

/** Part of an image, whole pixels. */
export type Crop = readonly [left: number, top: number, width: number, height: number];

/** An image of the case: the unit that captions, questions and releases hang on. */
export interface ImageView extends FrameRef {
  readonly id: string;
  readonly stackId: string;
  /** Figure label such as "1a"; null for a sampled slice. */
  readonly figure: string | null;
  readonly chosenBy: "annotated" | "sampled" | "bundle";
  readonly order: number;
  /** The image that this one is a panel of. */
  readonly parentId?: string | null;
  /** The part of the frame that this image is; absent = all of it. */
  readonly crop?: Crop;
  /** What a model calls the image, where one was asked. */
  readonly modelLabel?: ModelLabel;
}

/** A word of a model about an image or a question: no fact, and never shown without who says it. */
export interface ModelLabel {
  /** Code of a kind of image, or knowledge | inference. */
  readonly label: string;
  /** The model, and the prompt that asked it. */
  readonly labeller: string;
}

/** One line of the worklist. `state` is the reader's own view: nothing of other readers' work is in it. */
export interface WorklistRow {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly modalities: readonly string[];
  readonly bodyParts: readonly string[];
  readonly imageCount: number;
  readonly decided: number;
  readonly total: number;
  readonly state: "new" | "in-progress" | "submitted" | "unusable" | "held";
  readonly dueAt: string | null;
  readonly thumbnailUrl: string | null;
  readonly textSource: "human" | "none";
  /** 0 is usual; more comes earlier. */
  readonly priority: number;
  /** The person put it at the end of their list until then, ISO 8601; null = it stands in its place. */
  readonly deferredUntil: string | null;
  /** For who plans the reading, in the list of all cases; null for everybody else. */
  readonly readers: { readonly wanted: number; readonly submitted: number } | null;
}

/** How far the person's day is: what they submitted, and what of their list is due. Instants, ISO 8601. */
export interface WorklistDay {
  readonly submitted: readonly string[];
  readonly due: readonly { readonly at: string; readonly count: number }[];
}

export interface WorklistCounts {
  readonly open: number;
  readonly submitted: number;
  readonly held: number;
  readonly modalities: Readonly<Record<string, number>>;
  readonly bodyParts: Readonly<Record<string, number>>;
  readonly states: Readonly<Record<string, number>>;
}

export interface WorklistFilters {
  readonly project: string | null;
  readonly search: string;
  readonly modalities: readonly string[];
  readonly bodyParts: readonly string[];
  readonly states: readonly string[];
  readonly after: string | null;
  /** Every case of the project, not only the person's own and free ones; for who plans the reading. */
  readonly all?: boolean;
}

export interface WorklistPage {
  readonly project: {
    readonly id: string;
    readonly slug: string;
    readonly name: string;
    readonly role: string;
  } | null;
  readonly projects: readonly { readonly slug: string; readonly name: string; readonly role: string }[];
  readonly rows: readonly WorklistRow[];
  readonly counts: WorklistCounts;
  readonly day: WorklistDay;
  /** Pass as `after` for the next page; null = the last. */
  readonly next: string | null;
  readonly user: { readonly id: string; readonly name: string };
}

/** Why a case is withheld, for who may let it go: what was said of it, by whom, and its pictures. */
export interface CaseHold {
  /** The words of the import, or of the last report. */
  readonly reason: string;
  /** Newest first; empty where the import held it. */
  readonly reports: readonly { readonly reporter: string; readonly reason: string; readonly at: string }[];
  /** Those with a reason of their own first, up to a limit. */
  readonly pictures: readonly {
    readonly posterUrl: string;
    readonly label: string;
    readonly reason: string | null;
  }[];
  readonly pictureCount: number;
}

/** The preview beside the worklist. */
export interface CasePreview {
  readonly row: WorklistRow;
  readonly history: string | null;
  readonly thumbnails: readonly { readonly url: string; readonly label: string | null }[];
  readonly counts: Readonly<
    Record<"caption" | "findings" | "discussion" | "qa", readonly [decided: number, total: number]>
  >;
  readonly keySlices: number;
  readonly regions: number;
  readonly source: string;
  readonly lastSaved: string | null;
  /** Null where the case is not held, or the person may not let it go. */
  readonly hold: CaseHold | null;
}

/** A source with what may be done with it, and how many cases it has, counted up to a horizon. */
export interface SourceRow {
  readonly id: string;
  readonly name: string;
  readonly site: string;
  readonly url: string | null;
  readonly licence: string | null;
  readonly externalModelAllowed: boolean;
  readonly cases: number;
}

export type ActionRefusal =
  | { readonly ok: false; readonly reason: "signed-out" | "not-found" }
  | { readonly ok: false; readonly reason: "invalid"; readonly path: string; readonly message: string };

declare const gate: unique symbol;

/** The id of a case that its asker may read now. Only the gate in `lib/cases/data` makes one. */
export type ReadableCaseId = string & { readonly [gate]: "readable-case" };
