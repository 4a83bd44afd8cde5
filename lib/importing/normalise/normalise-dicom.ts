import { closeSync, openSync, rmSync, statSync } from "node:fs";
import { cleanHeader } from "@/lib/deidentification/rules/clean-header";
import { numberOf, textOf, textsOf } from "@/lib/deidentification/rules/header-values";
import { identityRisk } from "@/lib/deidentification/rules/identity-risk";
import { patientKey, remapUid } from "@/lib/deidentification/rules/remap-uid";
import type { Header } from "@/lib/deidentification/types";
import { fileSource, swappedSource } from "./byte-source";
import { encapsulatedFrames } from "./encapsulated-frames";
import { fileHash } from "./file-hash";
import { openFrameStore } from "./frame-store";
import { instanceMetadata } from "./instance-metadata";
import { headerMetadata } from "./metadata";
import { readLookupTable } from "./modality-lut";
import { nativeFrames } from "./native-frames";
import { type OpenedDicom, openDicom } from "./open-dicom";
import { orderingTime } from "./ordering";
import { readPalette } from "./palette";
import { describePixels, type PixelDescription } from "./pixel-description";
import { groupOf } from "./plane-geometry";
import { writePosters } from "./poster";
import { privateBValue } from "./private-b-value";
import { writtenFiles } from "./protocol";
import { RefusedFile } from "./refused";
import { refusedObject } from "./refused-objects";
import { storeFrames } from "./store-frames";
import { studyDay } from "./study-day";
import type { NormalisedInstance } from "./types";
import { countedInUptake, uptakeOf } from "./uptake";

export interface NormaliseJob {
  readonly path: string;
  /** As the person named it. */
  readonly name: string;
  readonly workDir: string;
  /** Name of what is written, without suffix. */
  readonly stem: string;
  readonly identityKey: Buffer;
}

const FLOAT_PIXELS = ["x7fe00008", "x7fe00009"];

function framesOf(opened: OpenedDicom, pixels: PixelDescription): (index: number) => Buffer {
  const { dataSet, pixelData, source, syntax } = opened;
  if (!pixelData) throw new RefusedFile("The file holds no picture.");
  if (syntax.codec === "native") {
    if (pixelData.length === null) throw new RefusedFile("The pixel data does not say where it ends.");
    const ordered = pixelData.swapped ? swappedSource(source, pixelData.offset) : source;
    return nativeFrames(ordered, pixelData.offset, pixelData.length, pixels);
  }
  if (pixelData.length !== null) {
    throw new RefusedFile("The file says its pixels are compressed, and they are not.");
  }
  return encapsulatedFrames(source, pixelData.offset, dataSet, pixels.frameCount, syntax.codec);
}

function refuseOtherObjects(header: Header, opened: OpenedDicom): void {
  const other = refusedObject(
    textOf(header, "00080016") ?? "",
    textOf(header, "00080060") ?? "",
    numberOf(header, "00280008") ?? 1,
  );
  if (other) throw new RefusedFile(other);
  if (FLOAT_PIXELS.some((tag) => opened.dataSet.elements[tag])) {
    throw new RefusedFile("Pixels with fractional values are not shown.");
  }
  if (opened.dataSet.elements.x00041220) {
    throw new RefusedFile("A DICOMDIR is a table of contents; import the folder it stands in.");
  }
  if (!opened.pixelData) throw new RefusedFile("The file holds no picture.");
}

/**
 * Turns one DICOM file into a normalised instance: identity removed, frames decoded, stored and verified, posters
 * written into `workDir`. Throws RefusedFile or what a decoder throws; nothing it wrote stays behind then.
 */
export async function normaliseDicom(job: NormaliseJob): Promise<NormalisedInstance> {
  const descriptor = openSync(job.path, "r");
  const files = writtenFiles(job);
  try {
    const opened = openDicom(fileSource(descriptor, statSync(job.path).size));
    const { dataSet } = opened;
    const { header, crosswalk } = cleanHeader(dataSet, job.identityKey);
    refuseOtherObjects(header, opened);
    const pixels = describePixels(header);
    const fromHeader = headerMetadata(header, pixels.frameCount);
    const modalityTable =
      pixels.samplesPerPixel === 1 ? readLookupTable(dataSet, "x00283000", pixels.signed) : null;
    const store = openFrameStore(files.object);
    const stored = await storeFrames(
      {
        frame: framesOf(opened, pixels),
        pixels,
        syntax: opened.syntax,
        transferSyntaxUid: opened.transferSyntaxUid,
        palette: pixels.photometric === "PALETTE COLOR" ? readPalette(dataSet, pixels.signed) : null,
        modalityTable: pixels.photometric === "PALETTE COLOR" ? null : modalityTable,
      },
      store,
    ).finally(() => store.close());
    const raw = instanceMetadata({
      header,
      fromHeader,
      pixels,
      stored,
      sourceTransferSyntaxUid: opened.transferSyntaxUid,
      modalityTable,
      voiTable: readLookupTable(dataSet, "x00283010", pixels.signed && !fromHeader.rescale),
    });
    const metadata = countedInUptake(raw, uptakeOf(dataSet));
    const sourceHash = await fileHash(job.path);
    // A file without UIDs stands for itself: the same file gives the same ones again.
    const uid = (tag: string) => textOf(header, tag) ?? remapUid(`${tag}:${sourceHash}`, job.identityKey);
    const patient = patientKey(
      dataSet.string("x00100021") ?? "",
      dataSet.string("x00100020") ?? "",
      job.identityKey,
    );
    const opening = metadata.posterFrame === 1 ? stored.first : stored.middle;
    await writePosters({ poster: opening, thumbnail: stored.middle }, metadata, files);
    return {
      kind: "instance",
      file: job.name,
      sourceHash,
      pixelHash: stored.pixelHash,
      studyUid: uid("0020000D"),
      seriesUid: uid("0020000E"),
      sopInstanceUid: uid("00080018"),
      crosswalk,
      patientKey: patient,
      patientAge: textOf(header, "00101010"),
      patientSex: sexOf(textOf(header, "00100040")),
      instanceNumber: numberOf(header, "00200013"),
      acquisitionNumber: numberOf(header, "00200012"),
      orderingTime: orderingTime(dataSet),
      studyDay: studyDay(dataSet, patient, job.identityKey),
      echoNumber: pixels.frameCount === 1 ? numberOf(header, "00180086") : null,
      diffusionBValue:
        pixels.frameCount === 1
          ? (numberOf(header, "00189087") ??
            numberOf(groupOf(header, 1, "00189117"), "00189087") ??
            (textOf(header, "00080060") === "MR" ? privateBValue(dataSet) : null))
          : null,
      seriesNumber: numberOf(header, "00200011"),
      seriesDescription: textOf(header, "0008103E") ?? textOf(header, "00181030"),
      bodyPart: textOf(header, "00180015"),
      identityRisk: identityRisk({
        sopClassUid: metadata.sopClassUid,
        modality: metadata.modality,
        imageType: textsOf(header, "00080008"),
        burnedInAnnotation: textOf(header, "00280301"),
        recognisableFeatures: textOf(header, "00280302"),
        hasGeometry: metadata.geometry !== null,
      }),
      metadata,
      header: { ...header },
      objectFile: files.object,
      frameOffsets: store.places,
      posterFile: files.poster,
      thumbnailFile: files.thumbnail,
    };
  } catch (error) {
    for (const file of Object.values(files)) rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

function sexOf(text: string | null): NormalisedInstance["patientSex"] {
  return text === "F" || text === "M" || text === "O" ? text : null;
}
