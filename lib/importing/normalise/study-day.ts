import { createHmac } from "node:crypto";
import type { DataSet } from "dicom-parser";

const dayMilliseconds = 86_400_000;
/** Days within which calendars are shifted: about a century. */
const widest = 36_525;

/**
 * Study Date as a day on a calendar of the patient's own: shifted by a number that follows from the identity key, so that
 * differences between the studies of one patient stay and no date can be told (PS3.15, modified dates). Null without a
 * date or a patient.
 */
export function studyDay(dataSet: DataSet, patientKey: string | null, identityKey: Buffer): number | null {
  const match = /^(\d{4})[.]?(\d{2})[.]?(\d{2})$/.exec(dataSet.string("x00080020")?.trim() ?? "");
  if (!match || patientKey === null) return null;
  const day = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / dayMilliseconds;
  const shift = createHmac("sha256", identityKey)
    .update(`study day of ${patientKey}`)
    .digest()
    .readUInt32BE(0);
  return Math.round(day) - (shift % widest);
}
