import { decodeImageFrame } from "@cornerstonejs/dicom-image-loader";
import { type DecodedGrey, type EarlyAnswer, type EarlyFrame, isEarly } from "../early-frame";
import { readFrame, statedTransferSyntax } from "./frame-answer";

// The library's module, once loaded, answers its own tasks. This one fetches and decodes the frame that a case shows first
// before the library's other half is here to ask for it.
globalThis.addEventListener("message", (event: MessageEvent<unknown>) => {
  if (isEarly(event.data) && "url" in event.data) void answer(event.data);
});

// The server's page starts this worker with its first task.
if (self.name) {
  const task: unknown = JSON.parse(self.name);
  if (isEarly(task) && "url" in task) void answer(task);
}

async function answer(task: EarlyFrame): Promise<void> {
  // What fails early fails again where it is seen.
  const decoded = await decodeGrey(task).catch(() => null);
  const reply: EarlyAnswer = { early: true, decoded };
  globalThis.postMessage(reply, { transfer: decoded ? [decoded.samples.buffer] : [] });
}

async function decodeGrey({ url, metadata }: EarlyFrame): Promise<DecodedGrey> {
  const { bytes, contentType } = await readFrame(url);
  const { rows, columns, samplesPerPixel, bitsAllocated, bitsStored } = metadata;
  const { pixelRepresentation, photometricInterpretation } = metadata;
  const frame = await decodeImageFrame(
    {
      rows,
      columns,
      samplesPerPixel,
      bitsAllocated,
      bitsStored,
      pixelRepresentation,
      photometricInterpretation,
      planarConfiguration: 0,
    },
    statedTransferSyntax(contentType) ?? metadata.frameTransferSyntaxUid,
    bytes,
    {},
    { preScale: { enabled: false } },
    undefined,
  );
  return {
    rows: frame.rows,
    columns: frame.columns,
    samples: frame.pixelData,
    least: frame.smallestPixelValue,
    most: frame.largestPixelValue,
  };
}
