import { closeSync, openSync, rmSync, writeSync } from "node:fs";

export interface FramePlace {
  readonly offset: number;
  readonly length: number;
}

export interface FrameStore {
  readonly places: readonly FramePlace[];
  append(frame: Buffer): void;
  close(): void;
  /** Removes what was written: nothing half-written stays. */
  discard(): void;
}

/** Frames one after another in a new file. */
export function openFrameStore(path: string): FrameStore {
  const descriptor = openSync(path, "wx", 0o600);
  const places: FramePlace[] = [];
  let offset = 0;
  let open = true;
  const close = () => {
    if (open) closeSync(descriptor);
    open = false;
  };
  return {
    places,
    append(frame) {
      let done = 0;
      while (done < frame.length) done += writeSync(descriptor, frame, done);
      places.push({ offset, length: frame.length });
      offset += frame.length;
    },
    close,
    discard() {
      close();
      rmSync(path, { force: true });
    },
  };
}
