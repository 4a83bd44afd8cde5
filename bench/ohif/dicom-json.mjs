// Reads a folder of DICOM files and builds the "DICOM JSON" manifest that OHIF opens. Every value comes from the files.
import fs from "node:fs";
import path from "node:path";
import parser from "dicom-parser";

// keyword: tag + how to read it. s text, l list of text, n number(s) in text, u 16-bit, U 32-bit, x 16-bit signed or not, d double, q sequence
const TAGS = `
ImageType:00080008:l SOPClassUID:00080016:s SOPInstanceUID:00080018:s StudyDate:00080020:s SeriesDate:00080021:s AcquisitionDate:00080022:s
ContentDate:00080023:s AcquisitionDateTime:0008002a:s StudyTime:00080030:s SeriesTime:00080031:s AcquisitionTime:00080032:s ContentTime:00080033:s
AccessionNumber:00080050:s Modality:00080060:s Manufacturer:00080070:s StudyDescription:00081030:s SeriesDescription:0008103e:s
ManufacturerModelName:00081090:s RecommendedDisplayFrameRate:00082144:n PatientName:00100010:s PatientID:00100020:s PatientBirthDate:00100030:s
PatientSex:00100040:s PatientAge:00101010:s PatientSize:00101020:n PatientWeight:00101030:n BodyPartExamined:00180015:s CineRate:00180040:n
SliceThickness:00180050:n KVP:00180060:n SpacingBetweenSlices:00180088:n ProtocolName:00181030:s FrameTime:00181063:n FrameTimeVector:00181065:n
RadiopharmaceuticalStartTime:00181072:s RadionuclideTotalDose:00181074:n RadionuclideHalfLife:00181075:n RadiopharmaceuticalStartDateTime:00181078:s
EstimatedRadiographicMagnificationFactor:00181114:n ImagerPixelSpacing:00181164:n ViewPosition:00185101:s SequenceOfUltrasoundRegions:00186011:q
RegionSpatialFormat:00186012:u RegionDataType:00186014:u RegionFlags:00186016:U RegionLocationMinX0:00186018:U RegionLocationMinY0:0018601a:U
RegionLocationMaxX1:0018601c:U RegionLocationMaxY1:0018601e:U PhysicalUnitsXDirection:00186024:u PhysicalUnitsYDirection:00186026:u
PhysicalDeltaX:0018602c:d PhysicalDeltaY:0018602e:d StudyInstanceUID:0020000d:s SeriesInstanceUID:0020000e:s StudyID:00200010:s SeriesNumber:00200011:n
AcquisitionNumber:00200012:n InstanceNumber:00200013:n PatientOrientation:00200020:l ImagePositionPatient:00200032:n ImageOrientationPatient:00200037:n
FrameOfReferenceUID:00200052:s Laterality:00200060:s ImageLaterality:00200062:s TemporalPositionIdentifier:00200100:n SliceLocation:00201041:n
InStackPositionNumber:00209057:U FrameContentSequence:00209111:q PlanePositionSequence:00209113:q PlaneOrientationSequence:00209116:q
SamplesPerPixel:00280002:u PhotometricInterpretation:00280004:s PlanarConfiguration:00280006:u NumberOfFrames:00280008:n Rows:00280010:u
Columns:00280011:u PixelSpacing:00280030:n PixelAspectRatio:00280034:n CorrectedImage:00280051:l BitsAllocated:00280100:u BitsStored:00280101:u
HighBit:00280102:u PixelRepresentation:00280103:u SmallestImagePixelValue:00280106:x LargestImagePixelValue:00280107:x PixelPaddingValue:00280120:x
PixelPaddingRangeLimit:00280121:x BurnedInAnnotation:00280301:s PixelSpacingCalibrationType:00280a02:s WindowCenter:00281050:n WindowWidth:00281051:n
RescaleIntercept:00281052:n RescaleSlope:00281053:n RescaleType:00281054:s WindowCenterWidthExplanation:00281055:l VOILUTFunction:00281056:s
LossyImageCompression:00282110:s PixelMeasuresSequence:00289110:q FrameVOILUTSequence:00289132:q PixelValueTransformationSequence:00289145:q
RadiopharmaceuticalInformationSequence:00540016:q Units:00541001:s DecayCorrection:00541102:s FrameReferenceTime:00541300:n DecayFactor:00541321:n
SharedFunctionalGroupsSequence:52009229:q PerFrameFunctionalGroupsSequence:52009230:q`
  .trim()
  .split(/\s+/)
  .map((line) => line.split(":"))
  .map(([keyword, tag, kind]) => ({ keyword, tag: `x${tag}`, kind }));
const SEQUENCES = new Set(TAGS.filter((t) => t.kind === "q").map((t) => t.tag));

function naturalize(ds, signed = ds.uint16("x00280103") === 1) {
  const out = {};
  for (const { keyword, tag, kind } of TAGS) {
    const el = ds.elements[tag];
    if (!el || (kind !== "q" && !el.length)) continue;
    if (kind === "q")
      out[keyword] = (el.items ?? []).filter((i) => i.dataSet).map((i) => naturalize(i.dataSet, signed));
    else if (kind === "s") out[keyword] = ds.string(tag);
    else if (kind === "l") out[keyword] = ds.string(tag)?.split("\\");
    else if (kind === "u") out[keyword] = ds.uint16(tag);
    else if (kind === "U") out[keyword] = ds.uint32(tag);
    else if (kind === "d") out[keyword] = ds.double(tag);
    else if (kind === "x") out[keyword] = signed ? ds.int16(tag) : ds.uint16(tag);
    else {
      const v = (ds.string(tag) ?? "").split("\\").map((s) => (s.trim() === "" ? NaN : Number(s)));
      if (v.every(Number.isFinite)) out[keyword] = v.length === 1 ? v[0] : v;
    }
    if (out[keyword] === undefined) delete out[keyword];
  }
  return out;
}

/** All images of a folder. Files that are not DICOM images are skipped and counted. */
export function readSeries(dir) {
  const images = [];
  const skipped = [];
  for (const name of fs.readdirSync(dir, { recursive: true }).sort()) {
    const file = path.join(dir, name);
    if (!fs.statSync(file).isFile()) continue;
    try {
      const bytes = fs.readFileSync(file);
      const ds = parser.parseDicom(bytes, {
        untilTag: "x7fe00010",
        vrCallback: (tag) => (SEQUENCES.has(tag) ? "SQ" : undefined),
      });
      const metadata = naturalize(ds);
      if (!metadata.Rows || !ds.elements.x7fe00010 || metadata.Modality === "SEG")
        throw new Error("not an image");
      images.push({
        file,
        size: bytes.length,
        transferSyntax: ds.string("x00020010") ?? "1.2.840.10008.1.2",
        metadata,
      });
    } catch (e) {
      skipped.push(`${name}: ${e.exception ?? e.message ?? e}`);
    }
  }
  if (!images.length)
    throw new Error(`no DICOM image in ${path.basename(dir)}${skipped.length ? ` (${skipped[0]})` : ""}`);
  images.sort(
    (a, b) =>
      (a.metadata.InstanceNumber ?? 0) - (b.metadata.InstanceNumber ?? 0) || (a.file < b.file ? -1 : 1),
  );
  const series = new Map();
  for (const i of images)
    series.set(i.metadata.SeriesInstanceUID, [...(series.get(i.metadata.SeriesInstanceUID) ?? []), i]);
  const first = images[0].metadata;
  const summary = {
    files: images.length,
    frames: images.reduce((n, i) => n + (i.metadata.NumberOfFrames ?? 1), 0),
    series: series.size,
    megabytes: +(images.reduce((n, i) => n + i.size, 0) / 1e6).toFixed(1),
    modality: first.Modality,
    size: `${first.Columns}x${first.Rows}`,
    transferSyntaxes: [...new Set(images.map((i) => i.transferSyntax))],
    skipped: skipped.length,
  };
  return { images, series, summary };
}

/** The manifest; urlOf(image) is the address of the file. One entry per frame, as OHIF expects. */
export function manifest({ images, series }, urlOf) {
  const studies = new Map();
  for (const list of series.values()) {
    const m = list[0].metadata;
    if (!studies.has(m.StudyInstanceUID))
      studies.set(m.StudyInstanceUID, {
        ...pick(m, [
          "StudyInstanceUID",
          "StudyDate",
          "StudyTime",
          "StudyDescription",
          "PatientName",
          "PatientID",
          "AccessionNumber",
          "PatientSex",
          "PatientAge",
        ]),
        series: [],
      });
    const instances = list.flatMap((i) => {
      const n = i.metadata.NumberOfFrames ?? 1;
      return Array.from({ length: n }, (_, k) => ({
        metadata: i.metadata,
        url: `dicomweb:${urlOf(images.indexOf(i))}${n > 1 ? `?frame=${k + 1}` : ""}`,
      }));
    });
    studies.get(m.StudyInstanceUID).series.push({
      ...pick(m, [
        "SeriesInstanceUID",
        "SeriesNumber",
        "SeriesDate",
        "SeriesTime",
        "SeriesDescription",
        "Modality",
        "SliceThickness",
      ]),
      instances,
    });
  }
  const out = [...studies.values()];
  for (const s of out)
    Object.assign(s, {
      NumInstances: s.series.reduce((n, x) => n + x.instances.length, 0),
      Modalities: [...new Set(s.series.map((x) => x.Modality))].join("/"),
    });
  return { studies: out };
}
const pick = (o, keys) => Object.fromEntries(keys.filter((k) => o[k] !== undefined).map((k) => [k, o[k]]));
