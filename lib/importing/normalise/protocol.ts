import { join } from "node:path";
import type { NormaliseOutcome } from "./types";

/** What the parent asks of the child, one at a time. */
export interface ChildRequest {
  readonly id: number;
  readonly kind: "dicom" | "picture";
  readonly path: string;
  readonly name: string;
  readonly workDir: string;
  /** Name of what is written, unique; given by the parent so that it can clear up after a killed child. */
  readonly stem: string;
  /** Hex. */
  readonly identityKey: string;
}

/** What the child says: once that it is ready, then one outcome per request. */
export type ChildMessage =
  | { readonly kind: "ready" }
  | {
      readonly kind: "outcome";
      readonly id: number;
      readonly outcome: NormaliseOutcome;
      /** A decoder threw: its memory may be in any state, and this process must read no other file. */
      readonly spent: boolean;
    };

export interface WrittenFiles {
  readonly object: string;
  readonly poster: string;
  readonly thumbnail: string;
}

/** Where the files of one request are written. */
export function writtenFiles({ workDir, stem }: Pick<ChildRequest, "workDir" | "stem">): WrittenFiles {
  const place = (suffix: string) => join(workDir, `${stem}${suffix}`);
  return { object: place(".frames"), poster: place(".webp"), thumbnail: place(".thumb.webp") };
}
