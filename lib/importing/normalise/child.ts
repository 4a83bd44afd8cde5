import sharp from "sharp";
import { loadCodecs } from "./codecs";
import { normaliseDicom } from "./normalise-dicom";
import { pictureInstance } from "./normalise-picture";
import type { ChildMessage, ChildRequest } from "./protocol";
import { RefusedFile } from "./refused";
import type { NormaliseOutcome } from "./types";

/** Entry of the child process that reads untrusted files. It is started by `run.ts` and serves one request at a time. */
const tell = (message: ChildMessage) => process.send?.(message);

async function outcomeOf(request: ChildRequest): Promise<NormaliseOutcome> {
  const job = { ...request, identityKey: Buffer.from(request.identityKey, "hex") };
  try {
    return await (request.kind === "dicom" ? normaliseDicom(job) : pictureInstance(job));
  } catch (error) {
    if (error instanceof RefusedFile) return { kind: "refused", file: request.name, reason: error.reason };
    // A WebAssembly trap leaves its memory in an unknown state: answer, then make room for a fresh process.
    if (error instanceof WebAssembly.RuntimeError) setImmediate(() => process.exit(3));
    const detail = error instanceof RangeError ? " or needs too much memory" : "";
    return {
      kind: "refused",
      file: request.name,
      reason: `The file is damaged${detail}: it could not be decoded.`,
    };
  }
}

async function serve(): Promise<void> {
  sharp.cache(false);
  sharp.concurrency(1);
  await loadCodecs();
  process.on("message", (request: ChildRequest) => {
    outcomeOf(request).then((outcome) => tell({ kind: "outcome", id: request.id, outcome }));
  });
  process.on("disconnect", () => process.exit(0));
  tell({ kind: "ready" });
}

await serve();
