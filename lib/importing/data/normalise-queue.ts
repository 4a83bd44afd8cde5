import {
  type NormaliseFile,
  type NormaliseOptions,
  normaliseFiles,
  normalisePictures,
} from "../normalise/run";
import type { NormaliseOutcome } from "../normalise/types";
import type { NormaliseRequest } from "../types";

type Kind = "dicom" | "picture";

interface Waiting {
  readonly file: NormaliseFile;
  readonly resolve: (outcome: NormaliseOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/** Files of one kind on their way to the child processes, which live as long as the queue: to start one takes a second. */
class Lanes {
  private readonly waiting: Waiting[] = [];
  private readonly wanting: (() => void)[] = [];
  private readonly lanes: Promise<void>[] = [];
  private closed = false;

  constructor(
    private readonly kind: Kind,
    private readonly width: number,
    private readonly options: NormaliseOptions,
  ) {}

  ask(file: NormaliseFile): Promise<NormaliseOutcome> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ file, resolve, reject });
      const free = this.wanting.shift();
      if (free) free();
      else if (this.lanes.length < this.width) this.lanes.push(this.run());
    });
  }

  /** One child process: it is given a file, and the next one only when the outcome is there. */
  private async run(): Promise<void> {
    const taken: Waiting[] = [];
    const next = () => this.waiting.shift();
    const feed = async function* (lanes: Lanes): AsyncGenerator<NormaliseFile> {
      while (!lanes.closed) {
        const entry = next();
        if (entry) {
          taken.push(entry);
          yield entry.file;
        } else await new Promise<void>((free) => lanes.wanting.push(free));
      }
    };
    const normalise = this.kind === "dicom" ? normaliseFiles : normalisePictures;
    try {
      for await (const outcome of normalise(feed(this), { ...this.options, concurrency: 1 }))
        taken.shift()?.resolve(outcome);
    } catch (error) {
      for (const entry of [...taken.splice(0), ...this.waiting.splice(0)]) entry.reject(error);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const free of this.wanting.splice(0)) free();
    await Promise.all(this.lanes);
  }
}

export interface NormaliseQueue {
  /** One outcome per file, in the order asked. @throws when no child process can be started. */
  normalise(kind: Kind, files: readonly NormaliseRequest[], onFile?: () => void): Promise<NormaliseOutcome[]>;
  /** Ends the child processes. */
  close(): Promise<void>;
}

/** Child processes for a whole import, `width` of each kind, started when first needed. */
export function normaliseQueue(options: NormaliseOptions, width: number): NormaliseQueue {
  const lanes = { dicom: new Lanes("dicom", width, options), picture: new Lanes("picture", width, options) };
  return {
    normalise: (kind, files, onFile) =>
      Promise.all(
        files.map(async ({ name, path }) => {
          const outcome = await lanes[kind].ask({ name, path });
          onFile?.();
          return outcome;
        }),
      ),
    async close() {
      await Promise.all([lanes.dicom.close(), lanes.picture.close()]);
    },
  };
}
