import type { DataSet } from "dicom-parser";
import type { InstanceMetadata } from "@/lib/cases/types";
import { type UptakeFactor, uptakeFactors } from "@/lib/core/dicom/uptake";

const DAY = 86_400;

function numberIn(dataSet: DataSet | undefined, tag: string): number | null {
  const text = dataSet?.string(tag)?.split("\\")[0]?.trim() ?? "";
  const value = text === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}

function words(dataSet: DataSet, tag: string): readonly string[] {
  return (dataSet.string(tag) ?? "").split("\\").map((word) => word.trim().toUpperCase());
}

/** Seconds since 1970 of a DICOM date (DA) and time (TM); null where one of them is missing. */
function moment(date: string | undefined, time: string | undefined): number | null {
  const day = /^(\d{4})\.?(\d{2})\.?(\d{2})/.exec(date?.trim() ?? "");
  const clock = /^(\d{2}):?(\d{2}):?(\d{2}(?:\.\d{1,6})?)/.exec(time?.trim() ?? "");
  if (!day || !clock) return null;
  const midnight = Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])) / 1000;
  return midnight + Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
}

/** The same of a date and time in one (DT); zones are left out, since the scan's times have none either. */
function momentOf(text: string | undefined): number | null {
  return moment(text?.slice(0, 8), text?.slice(8));
}

/** The element of a private block, where its creator is the one named (PS3.5 7.8.1). */
function ofVendor(dataSet: DataSet, tag: string, creator: string): boolean {
  const block = `${tag.slice(0, 5)}00${tag.slice(5, 7)}`;
  return dataSet.string(block)?.trim().startsWith(creator) ?? false;
}

/**
 * The moment that START corrects to. The series time is the start of the scan only where no frame is older than it;
 * a series that was made later says it in a private element, or in the time of the frame (QIBA).
 */
function scanStart(dataSet: DataSet, halfLife: number | null): number | null {
  const series = moment(dataSet.string("x00080021"), dataSet.string("x00080031"));
  const acquired = moment(dataSet.string("x00080022"), dataSet.string("x00080032"));
  if (series !== null && (acquired === null || series <= acquired)) return series;
  if (ofVendor(dataSet, "x0009100d", "GEMS_PETD")) return momentOf(dataSet.string("x0009100d"));
  const reference = numberIn(dataSet, "x00541300");
  const duration = numberIn(dataSet, "x00181242");
  if (acquired === null || !reference || !duration || !halfLife) return null;
  const decay = Math.LN2 / halfLife;
  const during = (decay * duration) / 1000;
  const averageRateAt = Math.log(during / (1 - Math.exp(-during))) / decay;
  return acquired - reference / 1000 + averageRateAt;
}

function injection(dose: DataSet | undefined, seriesDate: string | undefined, scanAt: number | null) {
  const whole = momentOf(dose?.string("x00181078"));
  if (whole !== null) return whole;
  const sameDay = moment(seriesDate, dose?.string("x00181072"));
  // A clock without a date: an injection before midnight belongs to the day before.
  return sameDay !== null && scanAt !== null && sameDay > scanAt ? sameDay - DAY : sameDay;
}

/**
 * Uptake factors of a PET slice from the header as it came. They are worked out here because weight, dose and times do
 * not leave the child process.
 */
export function uptakeOf(dataSet: DataSet): readonly UptakeFactor[] {
  if (dataSet.string("x00080060")?.trim() !== "PT") return [];
  const dose = dataSet.elements.x00540016?.items?.[0]?.dataSet;
  const halfLife = numberIn(dose, "x00181075");
  const scanAt = scanStart(dataSet, halfLife);
  const philips = ofVendor(dataSet, "x70531000", "Philips PET");
  return uptakeFactors({
    units: words(dataSet, "x00541001")[0] ?? null,
    suvType: words(dataSet, "x00541006")[0] ?? null,
    corrected: words(dataSet, "x00280051"),
    decayCorrection: words(dataSet, "x00541102")[0] ?? null,
    dose: numberIn(dose, "x00181074"),
    halfLife,
    injectedAt: injection(dose, dataSet.string("x00080021"), scanAt),
    scanAt,
    weight: numberIn(dataSet, "x00101030"),
    height: numberIn(dataSet, "x00101020"),
    sex: words(dataSet, "x00100040")[0] ?? null,
    suvOfCount: philips ? numberIn(dataSet, "x70531000") : null,
    activityOfCount: philips ? numberIn(dataSet, "x70531009") : null,
  });
}

/**
 * The instance counted in its first uptake value: rescale and windows are multiplied, and windows become exact, because
 * the half step of the linear function (PS3.3 C.11.2.1.2) is one of the values before.
 */
export function countedInUptake(
  metadata: InstanceMetadata,
  factors: readonly UptakeFactor[],
): InstanceMetadata {
  const [first] = factors;
  if (!first) return metadata;
  const { slope, intercept } = metadata.rescale ?? { slope: 1, intercept: 0 };
  const { factor } = first;
  const linear = metadata.voiFunction === "LINEAR";
  return {
    ...metadata,
    rescale: { slope: slope * factor, intercept: intercept * factor, type: first.kind },
    windows: metadata.windows.map(({ center, width, explanation }) => ({
      center: (linear ? center - 0.5 : center) * factor,
      width: Math.max(linear ? width - 1 : width, Number.EPSILON) * factor,
      explanation,
    })),
    voiFunction: linear ? "LINEAR_EXACT" : metadata.voiFunction,
    uptake: factors,
  };
}
