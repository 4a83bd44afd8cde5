import type { FrameRef, InstanceMetadata } from "@/lib/cases/types";

/** What the page tells the decode worker itself, beside the tasks that the image library gives it: decode this frame. */
export interface EarlyFrame {
  readonly early: true;
  readonly frame: FrameRef;
  readonly url: string;
  readonly metadata: InstanceMetadata;
}

/** Stored values of one component, row by row. */
export type GreySamples = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Int16Array<ArrayBuffer>;

export interface DecodedGrey {
  readonly rows: number;
  readonly columns: number;
  readonly samples: GreySamples;
  /** Smallest and largest stored value of this frame. */
  readonly least: number;
  readonly most: number;
}

/** What the worker answers; null where it is not grey or could not be decoded: then it is loaded like any other. */
export interface EarlyAnswer {
  readonly early: true;
  readonly decoded: DecodedGrey | null;
}

/** The worker that the server's page has started, and the frame that it was given. */
export interface EarlyDecoder {
  readonly worker: Worker;
  readonly frame: FrameRef;
  readonly decoded: Promise<DecodedGrey | null>;
}

declare global {
  interface Window {
    earlyDecoder?: EarlyDecoder;
  }
}

export function isEarly(message: unknown): message is EarlyFrame | EarlyAnswer {
  return typeof message === "object" && message !== null && "early" in message;
}
