/** A direction or a point in the patient coordinate system (LPS, PS3.3 C.7.6.2.1.1); points in millimetres. */
export type PatientVector = readonly [number, number, number];

/** Row direction cosines, then column direction cosines: Image Orientation (Patient). */
export type Orientation = readonly [number, number, number, number, number, number];

/** Centre of the first pixel and direction of rows and columns of one frame. */
export interface PlaneGeometry {
  readonly position: PatientVector;
  readonly orientation: Orientation;
}

export type Plane = "axial" | "coronal" | "sagittal" | "oblique";

/** What grouping needs to know of an instance's metadata; any fuller description of an instance will do. */
export interface StackMetadata {
  readonly sopClassUid: string;
  readonly modality: string;
  readonly rows: number;
  readonly columns: number;
  readonly samplesPerPixel: number;
  readonly frameCount: number;
  readonly pixelSpacing: readonly [number, number] | null;
  readonly frameOfReferenceUid: string | null;
  readonly sliceThickness: number | null;
  /** One entry per frame, or a single entry for all. */
  readonly geometry: readonly PlaneGeometry[] | null;
  /** One temporal index per frame, 1 up. */
  readonly temporal: readonly number[] | null;
  /** Values of Image Type, e.g. ORIGINAL, PRIMARY, AXIAL. */
  readonly imageType?: readonly string[];
}

/** An instance of one series as the grouping sees it. */
export interface StackInput {
  readonly id: string;
  readonly metadata: StackMetadata;
  readonly instanceNumber: number | null;
  readonly acquisitionNumber: number | null;
  /** Seconds since midnight. */
  readonly orderingTime: number | null;
  readonly echoNumber: number | null;
  readonly diffusionBValue: number | null;
}

/** One place in a stack; `frame` counts from 1, `position` and `time` from 0. */
export interface GroupedFrame {
  readonly instanceId: string;
  readonly frame: number;
  readonly position: number;
  readonly time: number;
}

/** A stack without database ids. `frames` is position-major: index = position * times + time. */
export interface GroupedStack {
  readonly label: string;
  readonly modality: string;
  readonly kind: "volume" | "clip" | "single";
  readonly plane: Plane | null;
  readonly frames: readonly GroupedFrame[];
  readonly positions: number;
  readonly times: number;
  /** Distance between neighbouring positions along the normal, millimetres; null below two positions. */
  readonly spacing: number | null;
  readonly notice: string | null;
}
