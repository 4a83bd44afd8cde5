// What our importer stores of a file, decoded by the codecs that the viewer uses.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { normaliseFiles } from "../../lib/importing/normalise/run.ts";

const require = createRequire(import.meta.url);
/** Codecs are those of the viewer's image loader, not ours. */
const loader = createRequire(require.resolve("@cornerstonejs/dicom-image-loader"));

const decoders = {
  "image/jphc": ["@cornerstonejs/codec-openjph", "HTJ2KDecoder"],
  "image/jpeg": ["@cornerstonejs/codec-libjpeg-turbo-8bit", "JPEGDecoder"],
  "image/jp2": ["@cornerstonejs/codec-openjpeg", "J2KDecoder"],
  "image/jls": ["@cornerstonejs/codec-charls", "JpegLSDecoder"],
};
const modules = new Map();
/** The JPEG 2000 codec tells of every header it reads. */
const quiet = () => undefined;

async function decode(mediaType, bytes) {
  const [name, kind] = decoders[mediaType];
  if (!modules.has(name)) modules.set(name, await loader(name)({ print: quiet, printErr: quiet }));
  const decoder = new (modules.get(name)[kind])();
  decoder.getEncodedBuffer(bytes.length).set(bytes);
  decoder.decode();
  const info = decoder.getFrameInfo();
  const decoded = Buffer.from(decoder.getDecodedBuffer());
  decoder.delete();
  return { info, decoded };
}

function numbers({ info, decoded }, signed) {
  if (info.bitsPerSample <= 8) return signed ? new Int8Array(decoded) : decoded;
  const aligned = new Uint8Array(decoded).buffer;
  return signed ? new Int16Array(aligned) : new Uint16Array(aligned);
}

/** Outcomes of the importer by file name; `folder` takes what it writes. */
export async function imported(files, folder) {
  const outcomes = new Map();
  const options = { workDir: folder, identityKey: Buffer.alloc(32, 7), concurrency: 2 };
  for await (const outcome of normaliseFiles(files, options)) outcomes.set(outcome.file, outcome);
  return outcomes;
}

/** Frames of an imported instance as the viewer decodes them: stored values, or RGB. */
export async function ourFrames({ metadata, objectFile, frameOffsets }) {
  const bytes = readFileSync(objectFile);
  const frames = [];
  for (const { offset, length } of frameOffsets) {
    const found = await decode(metadata.frameMediaType, bytes.subarray(offset, offset + length));
    frames.push(numbers(found, metadata.pixelRepresentation === 1));
  }
  return frames;
}
