import charls from "@cornerstonejs/codec-charls";
import dcmjsCodecs from "dcmjs-codecs";
import type { PixelDescription } from "./pixel-description";

const { Context, NativeCodecs } = dcmjsCodecs;

type CodecContext = InstanceType<typeof Context>;
type Shape = Pick<PixelDescription, "rows" | "columns" | "samplesPerPixel" | "signed" | "photometric"> & {
  readonly bitsAllocated: 8 | 16;
  readonly bitsStored: number;
};

/** Loads the WebAssembly codecs; once per process, before any other function here. */
export async function loadCodecs(): Promise<void> {
  if (!NativeCodecs.isInitialized()) await NativeCodecs.initializeAsync();
}

function context(
  shape: Shape,
  buffers: { encodedBuffer?: Uint8Array; decodedBuffer?: Uint8Array },
): CodecContext {
  return new Context({
    width: shape.columns,
    height: shape.rows,
    bitsAllocated: shape.bitsAllocated,
    bitsStored: shape.bitsStored,
    samplesPerPixel: shape.samplesPerPixel,
    pixelRepresentation: shape.signed ? 1 : 0,
    planarConfiguration: 0,
    photometricInterpretation: shape.photometric,
    ...buffers,
  });
}

const DECODERS = {
  rle: NativeCodecs.decodeRle,
  jpeg: NativeCodecs.decodeJpeg,
  "jpeg-lossless": NativeCodecs.decodeJpeg,
  "jpeg-2000": NativeCodecs.decodeJpeg2000,
  htj2k: NativeCodecs.decodeHtJpeg2000,
} as const;

/** Decoded bytes, little endian, interleaved by pixel. Throws whatever the decoder throws. */
export function decodeWith(codec: keyof typeof DECODERS, frame: Buffer, shape: Shape): Uint8Array {
  const result = DECODERS[codec].call(NativeCodecs, context(shape, { encodedBuffer: frame }), {
    convertColorspaceToRgb: false,
  });
  return result.getDecodedBuffer() ?? new Uint8Array(0);
}

/**
 * JPEG-LS by CharLS proper: the other build aborts on preset coding parameters. `planar` where the components came one
 * after another. Throws whatever the decoder throws.
 */
export async function decodeJpegLs(
  frame: Buffer,
): Promise<{ readonly bytes: Uint8Array; readonly planar: boolean }> {
  const module = await charls();
  const decoder = new module.JpegLSDecoder();
  try {
    decoder.getEncodedBuffer(frame.length).set(frame);
    decoder.decode();
    return { bytes: decoder.getDecodedBuffer().slice(), planar: decoder.getInterleaveMode() === 0 };
  } finally {
    decoder.delete();
  }
}

/** Lossless HTJ2K of interleaved little endian samples. */
export function encodeHtj2k(samples: Buffer, shape: Shape): Buffer {
  const encoded = NativeCodecs.encodeHtJpeg2000(context(shape, { decodedBuffer: samples }), { lossy: false });
  return Buffer.from(encoded.getEncodedBuffer() ?? new Uint8Array(0));
}
