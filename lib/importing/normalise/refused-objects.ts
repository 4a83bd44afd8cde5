const S = "1.2.840.10008.5.1.4.1.1";
const NO_PICTURE = "hold no picture of their own; this file is not shown.";

/** Objects that are not pictures, by SOP Class UID (PS3.4 B.5) or its beginning. */
const BY_CLASS: readonly (readonly [string, string])[] = [
  ["1.2.840.10008.1.3.10", "A DICOMDIR is a table of contents; import the folder it stands in."],
  [`${S}.66.4`, `Segmentation objects ${NO_PICTURE}`],
  [`${S}.66.7`, `Segmentation objects ${NO_PICTURE}`],
  [`${S}.66`, `Raw data, registrations and surfaces ${NO_PICTURE}`],
  [`${S}.67`, `Real world value maps ${NO_PICTURE}`],
  [`${S}.68`, `Surface scans ${NO_PICTURE}`],
  [`${S}.88.59`, `Key object selections ${NO_PICTURE}`],
  [`${S}.88`, `Structured reports ${NO_PICTURE}`],
  [`${S}.90`, `Assessments ${NO_PICTURE}`],
  [`${S}.91`, `Annotations of slides ${NO_PICTURE}`],
  [`${S}.9`, `Waveforms (ECG and the like) ${NO_PICTURE}`],
  [`${S}.11`, `Presentation states ${NO_PICTURE}`],
  [`${S}.104`, "Documents (PDF, CDA, 3D models) inside DICOM are not shown."],
  [`${S}.481.2`, "Radiotherapy dose grids are not shown."],
  [`${S}.481.3`, `Radiotherapy structure sets ${NO_PICTURE}`],
  [`${S}.481.5`, `Radiotherapy plans ${NO_PICTURE}`],
  [`${S}.481.8`, `Radiotherapy plans ${NO_PICTURE}`],
  [`${S}.481.4`, `Radiotherapy treatment records ${NO_PICTURE}`],
  [`${S}.481.6`, `Radiotherapy treatment records ${NO_PICTURE}`],
  [`${S}.481.7`, `Radiotherapy treatment records ${NO_PICTURE}`],
  [`${S}.481.9`, `Radiotherapy treatment records ${NO_PICTURE}`],
  [`${S}.78`, `Eye measurements ${NO_PICTURE}`],
  [`${S}.30`, "Parametric maps with fractional values are not shown."],
  [`${S}.77.1.1.1`, "Video (MPEG) inside DICOM is not shown."],
  [`${S}.77.1.2.1`, "Video (MPEG) inside DICOM is not shown."],
  [`${S}.77.1.4.1`, "Video (MPEG) inside DICOM is not shown."],
];

const BY_MODALITY: ReadonlyMap<string, string> = new Map([
  ["SEG", `Segmentation objects ${NO_PICTURE}`],
  ["SR", `Structured reports ${NO_PICTURE}`],
  ["PR", `Presentation states ${NO_PICTURE}`],
  ["KO", `Key object selections ${NO_PICTURE}`],
  ["RTSTRUCT", `Radiotherapy structure sets ${NO_PICTURE}`],
  ["RTPLAN", `Radiotherapy plans ${NO_PICTURE}`],
  ["RTDOSE", "Radiotherapy dose grids are not shown."],
]);

const WHOLE_SLIDE = `${S}.77.1.6`;

/** One sentence where objects of this kind are not shown; null where they may be pictures. */
export function refusedObject(sopClassUid: string, modality: string, frameCount: number): string | null {
  if (sopClassUid === WHOLE_SLIDE && frameCount > 1)
    return "Whole slide images are stored in tiles; they are not shown.";
  const entry = BY_CLASS.find(([uid]) => sopClassUid === uid || sopClassUid.startsWith(`${uid}.`));
  return entry?.[1] ?? BY_MODALITY.get(modality) ?? null;
}
