import { createHash } from "node:crypto";
import { closeSync, openSync, readSync, rmSync, statSync } from "node:fs";
import sharp from "sharp";
import { remapUid } from "@/lib/deidentification/rules/remap-uid";
import { fileHash } from "./file-hash";
import { openFrameStore } from "./frame-store";
import { MOST_PICTURE_PIXELS } from "./limits";
import type { NormaliseJob } from "./normalise-dicom";
import { writePosters } from "./poster";
import { writtenFiles } from "./protocol";
import { RefusedFile } from "./refused";
import { rangeOf } from "./samples";
import { refusedPicture } from "./sniff-picture";
import type { NormalisedInstance } from "./types";

const VL_PHOTOGRAPHIC = "1.2.840.10008.5.1.4.1.1.77.1.4";

function head(path: string): Buffer {
  const descriptor = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(4096);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(descriptor);
  }
}

/** Upright, in sRGB or grey, 8 bits, on black, without any metadata. */
async function plainPixels(
  path: string,
): Promise<{ data: Buffer; width: number; height: number; channels: 1 | 3; lossy: boolean }> {
  const open = () => sharp(path, { limitInputPixels: MOST_PICTURE_PIXELS, failOn: "error", pages: 1 });
  const { format, space, channels = 3 } = await open().metadata();
  const grey = space === "b-w" || space === "grey16" || channels <= 2;
  const picture = open()
    .autoOrient()
    .flatten({ background: "#000" })
    .toColourspace(grey ? "b-w" : "srgb");
  const { data, info } = await picture.raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
  if (info.channels !== 1 && info.channels !== 3)
    throw new RefusedFile("The picture's colours are not known.");
  return { data, width: info.width, height: info.height, channels: info.channels, lossy: format === "jpeg" };
}

/**
 * Turns a PNG or JPEG picture into a normalised instance of one frame: upright, 8 bit, grey or sRGB, re-encoded as PNG
 * without metadata. Throws RefusedFile; nothing it wrote stays behind then.
 */
export async function pictureInstance(job: NormaliseJob): Promise<NormalisedInstance> {
  if (statSync(job.path).size === 0) throw new RefusedFile("The file is empty.");
  const refusal = refusedPicture(head(job.path));
  if (refusal) throw new RefusedFile(refusal);
  const files = writtenFiles(job);
  try {
    const pixels = await plainPixels(job.path).catch((error: unknown) => {
      const tooLarge = error instanceof Error && error.message.includes("exceeds pixel limit");
      throw new RefusedFile(
        tooLarge ? "The picture has more than 100 megapixels." : "The picture is damaged or cut off.",
      );
    });
    const { data, width, height, channels, lossy } = pixels;
    const png = await sharp(data, { raw: { width, height, channels } })
      .toColourspace(channels === 1 ? "b-w" : "srgb")
      .png()
      .toBuffer();
    const store = openFrameStore(files.object);
    try {
      store.append(png);
    } finally {
      store.close();
    }
    const sourceHash = await fileHash(job.path);
    const range = rangeOf(data, null);
    const uid = (kind: string) => remapUid(`${kind}:${sourceHash}`, job.identityKey);
    const grey = channels === 1;
    const metadata = {
      ...EMPTY_METADATA,
      rows: height,
      columns: width,
      samplesPerPixel: channels,
      photometricInterpretation: grey ? "MONOCHROME2" : "RGB",
      lossy,
      windows: grey ? [{ center: 128, width: 256, explanation: null }] : [],
      smallestValue: range.smallest,
      largestValue: range.largest,
    } as const;
    await writePosters({ poster: data, thumbnail: data }, metadata, files);
    return {
      ...EMPTY_INSTANCE,
      file: job.name,
      sourceHash,
      pixelHash: createHash("sha256").update(data).digest("hex"),
      studyUid: uid("picture-study"),
      seriesUid: uid("picture-series"),
      sopInstanceUid: uid("picture"),
      metadata,
      objectFile: files.object,
      frameOffsets: store.places,
      posterFile: files.poster,
      thumbnailFile: files.thumbnail,
    };
  } catch (error) {
    for (const file of Object.values(files)) rmSync(file, { force: true });
    throw error;
  }
}

const EMPTY_METADATA = {
  sopClassUid: VL_PHOTOGRAPHIC,
  modality: "OT",
  bitsAllocated: 8,
  bitsStored: 8,
  pixelRepresentation: 0,
  frameCount: 1,
  // No transfer syntax of DICOM: the frame is a PNG.
  frameTransferSyntaxUid: "",
  sourceTransferSyntaxUid: "",
  frameMediaType: "image/png",
  lossy: false,
  rescale: null,
  voiFunction: "LINEAR",
  pixelSpacing: null,
  spacingSource: null,
  radiographicMagnification: null,
  sliceThickness: null,
  spacingBetweenSlices: null,
  frameOfReferenceUid: null,
  patientPosition: null,
  laterality: null,
  viewPosition: null,
  patientOrientation: null,
  geometry: null,
  temporal: null,
  frameTime: null,
  ultrasoundRegions: [],
  technique: {},
} as const;

const EMPTY_INSTANCE = {
  kind: "instance",
  crosswalk: [],
  patientKey: null,
  patientAge: null,
  patientSex: null,
  instanceNumber: null,
  acquisitionNumber: null,
  orderingTime: null,
  echoNumber: null,
  diffusionBValue: null,
  seriesNumber: null,
  seriesDescription: null,
  bodyPart: null,
  identityRisk: null,
  header: {},
} as const;
