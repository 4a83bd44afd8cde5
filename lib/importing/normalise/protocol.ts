import type { NormaliseOutcome } from "./types";

/** What the parent asks of the child, one at a time. */
export interface ChildRequest {
  readonly id: number;
  readonly kind: "dicom" | "picture";
  readonly path: string;
  readonly name: string;
  readonly workDir: string;
  /** Hex. */
  readonly identityKey: string;
}

/** What the child says: once that it is ready, then one outcome per request. */
export type ChildMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "outcome"; readonly id: number; readonly outcome: NormaliseOutcome };
