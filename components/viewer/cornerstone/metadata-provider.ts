import { metaData } from "@cornerstonejs/core";
import type { InstanceMetadata } from "@/lib/cases/types";
import type { ImagePlane } from "@/lib/core/geometry/image-plane";
import { cross } from "@/lib/core/geometry/vectors";
import { defaultWindow } from "../window";
import { displayPlane } from "./frame-plane";
import { frameOf } from "./image-id";

type Instances = Readonly<Record<string, InstanceMetadata>>;

let instances: Instances = {};

/** The metadata of the case that is open; frames of other instances have none. */
export function setInstances(next: Instances): void {
  instances = next;
}

export function metadataOf(instanceId: string): InstanceMetadata | null {
  return instances[instanceId] ?? null;
}

/** Gives Cornerstone its metadata from our database: nothing is parsed from pixels. */
export function registerMetadataProvider(): void {
  metaData.addProvider((type: string, imageId: unknown) => {
    const frame = typeof imageId === "string" ? frameOf(imageId) : null;
    const metadata = frame ? metadataOf(frame.instanceId) : null;
    return frame && metadata ? metadataModule(type, metadata, frame.instanceId, frame.frame) : undefined;
  }, 10_000);
}

function metadataModule(type: string, metadata: InstanceMetadata, instanceId: string, frame: number) {
  switch (type) {
    case "imagePixelModule":
      return pixelModule(metadata);
    case "imagePlaneModule":
      return planeModule(metadata, displayPlane(metadata, frame), metadata.frameOfReferenceUid ?? instanceId);
    case "generalSeriesModule":
      // Cornerstone scales PET and dose by rules of its own; values here are already what the reader is told.
      return {
        modality: metadata.modality === "PT" || metadata.modality === "RTDOSE" ? "OT" : metadata.modality,
        seriesInstanceUID: instanceId,
      };
    case "modalityLutModule":
      return {
        rescaleSlope: metadata.rescale?.slope ?? 1,
        rescaleIntercept: metadata.rescale?.intercept ?? 0,
      };
    case "voiLutModule": {
      const { center, width } = defaultWindow(metadata);
      const voiLUTFunction = metadata.voiFunction === "SIGMOID" ? "SIGMOID" : "LINEAR";
      return { windowCenter: [center], windowWidth: [width], voiLUTFunction: [voiLUTFunction] };
    }
    case "sopCommonModule":
      return { sopClassUID: metadata.sopClassUid, sopInstanceUID: instanceId, frameNumber: frame };
    case "transferSyntax":
      return { transferSyntaxUID: metadata.frameTransferSyntaxUid };
    default:
      return undefined;
  }
}

function pixelModule(metadata: InstanceMetadata) {
  return {
    rows: metadata.rows,
    columns: metadata.columns,
    samplesPerPixel: metadata.samplesPerPixel,
    bitsAllocated: metadata.bitsAllocated,
    bitsStored: metadata.bitsStored,
    highBit: metadata.bitsStored - 1,
    pixelRepresentation: metadata.pixelRepresentation,
    photometricInterpretation: metadata.photometricInterpretation,
    planarConfiguration: 0,
    smallestPixelValue: metadata.smallestValue,
    largestPixelValue: metadata.largestValue,
  };
}

function planeModule(metadata: InstanceMetadata, plane: ImagePlane, frameOfReferenceUID: string) {
  const [rowPixelSpacing, columnPixelSpacing] = plane.spacing;
  return {
    frameOfReferenceUID,
    rows: metadata.rows,
    columns: metadata.columns,
    imageOrientationPatient: [...plane.row, ...plane.column],
    rowCosines: [...plane.row],
    columnCosines: [...plane.column],
    imagePositionPatient: [...plane.position],
    pixelSpacing: [rowPixelSpacing, columnPixelSpacing],
    rowPixelSpacing,
    columnPixelSpacing,
    sliceThickness: metadata.sliceThickness,
    sliceNormal: cross(plane.row, plane.column),
    usingDefaultValues: false,
  };
}
