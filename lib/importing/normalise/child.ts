import sharp from "sharp";
import { loadCodecs } from "./codecs";
import { normaliseDicom } from "./normalise-dicom";
import { pictureInstance } from "./normalise-picture";
import type { ChildMessage, ChildRequest } from "./protocol";
import { RefusedFile } from "./refused";
import type { NormaliseOutcome } from "./types";

/** Entry of the child process that reads untrusted files. It is started by `run.ts` and serves one request at a time. */
const tell = (message: ChildMessage) => process.send?.(message);

interface Answer {
  readonly outcome: NormaliseOutcome;
  readonly spent: boolean;
}

async function answerTo(request: ChildRequest): Promise<Answer> {
  const job = { ...request, identityKey: Buffer.from(request.identityKey, "hex") };
  const refused = (reason: string): NormaliseOutcome => ({ kind: "refused", file: request.name, reason });
  try {
    return {
      outcome: await (request.kind === "dicom" ? normaliseDicom(job) : pictureInstance(job)),
      spent: false,
    };
  } catch (error) {
    if (error instanceof RefusedFile) return { outcome: refused(error.reason), spent: false };
    return { outcome: refused("The file is damaged: it could not be decoded."), spent: true };
  }
}

async function serve(): Promise<void> {
  sharp.cache(false);
  sharp.concurrency(1);
  await loadCodecs();
  process.on("message", (request: ChildRequest) => {
    answerTo(request).then((answer) => tell({ kind: "outcome", id: request.id, ...answer }));
  });
  process.on("disconnect", () => process.exit(0));
  tell({ kind: "ready" });
}

await serve();
