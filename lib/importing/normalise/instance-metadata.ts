import type { InstanceMetadata } from "@/lib/cases/types";
import { nearestToTable } from "@/lib/core/dicom/choose-window";
import { percentileWindow } from "@/lib/core/dicom/percentile-window";
import { textOf } from "@/lib/deidentification/rules/header-values";
import type { Header } from "@/lib/deidentification/types";
import type { HeaderMetadata } from "./metadata";
import { type LookupTable, windowOfTable } from "./modality-lut";
import type { PixelDescription } from "./pixel-description";
import type { StoredFrames } from "./store-frames";
import { HTJ2K_LOSSLESS } from "./transfer-syntaxes";

interface Parts {
  readonly header: Header;
  readonly fromHeader: HeaderMetadata;
  readonly pixels: PixelDescription;
  readonly stored: StoredFrames;
  readonly sourceTransferSyntaxUid: string;
  readonly modalityTable: LookupTable | null;
  readonly voiTable: LookupTable | null;
}

function photometricOf({ pixels, stored }: Parts): InstanceMetadata["photometricInterpretation"] {
  if (pixels.photometric === "MONOCHROME1" || pixels.photometric === "MONOCHROME2") return pixels.photometric;
  return stored.kept?.mediaType === "image/jpeg" ? "YBR_FULL_422" : "RGB";
}

/** Header windows, else the window nearest to the VOI LUT, else one from the middle frame's percentiles. */
function windowsOf(parts: Parts, grey: boolean): InstanceMetadata["windows"] {
  const { fromHeader, stored, voiTable, modalityTable } = parts;
  if (!grey) return [];
  if (fromHeader.windows.length > 0) return fromHeader.windows;
  const table = voiTable ? windowOfTable(voiTable) : null;
  if (table) return [{ ...table, explanation: nearestToTable }];
  const found = percentileWindow(stored.middle, modalityTable ? null : fromHeader.rescale);
  return found ? [found] : [];
}

/** Metadata of an instance as it is stored, after its frames were decoded. */
export function instanceMetadata(parts: Parts): InstanceMetadata {
  const { header, fromHeader, pixels, stored, modalityTable } = parts;
  const photometricInterpretation = photometricOf(parts);
  const grey = photometricInterpretation.startsWith("MONOCHROME");
  const bytes = stored.middle.BYTES_PER_ELEMENT;
  const ownBits = pixels.bitsAllocated === 1 ? 8 : pixels.bitsStored;
  return {
    ...fromHeader,
    // Frames without a place in the patient play from the first one on; others are looked at from the middle outward.
    ...(pixels.frameCount > 1 && fromHeader.geometry === null ? { posterFrame: 1 } : {}),
    rows: pixels.rows,
    columns: pixels.columns,
    samplesPerPixel: grey ? 1 : 3,
    bitsAllocated: bytes === 1 ? 8 : 16,
    bitsStored: grey ? (modalityTable ? 16 : ownBits) : 8,
    pixelRepresentation: stored.middle instanceof Int16Array ? 1 : 0,
    photometricInterpretation,
    frameTransferSyntaxUid: stored.kept ? parts.sourceTransferSyntaxUid : HTJ2K_LOSSLESS,
    sourceTransferSyntaxUid: parts.sourceTransferSyntaxUid,
    frameMediaType: stored.kept?.mediaType ?? "image/jphc",
    lossy: stored.lossyCodec || textOf(header, "00282110") === "01",
    rescale: grey && !modalityTable ? fromHeader.rescale : null,
    windows: windowsOf(parts, grey),
    smallestValue: stored.range.smallest,
    largestValue: stored.range.largest,
  };
}
