import { decodeImageFrame } from "@cornerstonejs/dicom-image-loader";
import { type EarlyFrame, isEarlyFrame } from "../early-frame";

// The library's module, once loaded, answers its own tasks. This one makes its codec ready before the first of them.
globalThis.addEventListener("message", (event: MessageEvent<unknown>) => {
  if (isEarlyFrame(event.data)) void decodeEarly(event.data).catch(() => undefined);
});

/** Decodes a frame for nobody: what is compiled and fetched for it is there when the viewer asks for the same. */
async function decodeEarly({ metadata, transferSyntax, bytes }: EarlyFrame): Promise<void> {
  const { rows, columns, samplesPerPixel, bitsAllocated, bitsStored } = metadata;
  const { pixelRepresentation, photometricInterpretation } = metadata;
  await decodeImageFrame(
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
    transferSyntax,
    bytes,
    {},
    { preScale: { enabled: false } },
    undefined,
  );
}
