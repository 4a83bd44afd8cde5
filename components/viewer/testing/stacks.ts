import type { InstanceMetadata, StackView } from "@/lib/cases/types";

/** A stack for tests: an instance a position, its frames the times. */
export function stackOf(id: string, positions: number, times = 1): StackView {
  return {
    id,
    seriesId: id,
    label: id,
    modality: "CT",
    kind: positions > 1 ? "volume" : "figure",
    plane: "axial",
    bodyPart: null,
    positions,
    times,
    notice: null,
    frames: Array.from({ length: positions * times }, (_, index) => {
      const position = Math.floor(index / times);
      const time = index % times;
      return { instanceId: `${id}-${position}`, frame: time + 1, position, time };
    }),
  };
}

/** Metadata of a CT slice for tests, 256 x 256 pixels of 0.7 mm. */
export function metadataWith(part: Partial<InstanceMetadata> = {}): InstanceMetadata {
  return {
    sopClassUid: "1.2.840.10008.5.1.4.1.1.2",
    modality: "CT",
    rows: 256,
    columns: 256,
    samplesPerPixel: 1,
    bitsAllocated: 16,
    bitsStored: 12,
    pixelRepresentation: 0,
    photometricInterpretation: "MONOCHROME2",
    frameCount: 1,
    frameTransferSyntaxUid: "1.2.840.10008.1.2.4.201",
    sourceTransferSyntaxUid: "1.2.840.10008.1.2.1",
    frameMediaType: "image/jphc",
    lossy: false,
    rescale: { slope: 1, intercept: -1024, type: "HU" },
    windows: [],
    voiFunction: "LINEAR",
    pixelSpacing: [0.7, 0.7],
    spacingSource: "pixel-spacing",
    radiographicMagnification: null,
    sliceThickness: 2.5,
    spacingBetweenSlices: null,
    frameOfReferenceUid: "2.25.1",
    patientPosition: "HFS",
    laterality: null,
    viewPosition: null,
    patientOrientation: null,
    geometry: [{ position: [-89.6, -89.6, 12], orientation: [1, 0, 0, 0, 1, 0] }],
    temporal: null,
    frameTime: null,
    ultrasoundRegions: [],
    technique: {},
    smallestValue: 0,
    largestValue: 4095,
    ...part,
  };
}
