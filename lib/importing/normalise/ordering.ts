import type { DataSet } from "dicom-parser";

/** Acquisition before content: the content of a whole series may be made at one moment. */
const TIMES = ["x00080032", "x0008002a", "x00080033"];

/** Seconds since midnight for ordering repeated positions; it is not part of the header that is kept. */
export function orderingTime(dataSet: DataSet): number | null {
  for (const tag of TIMES) {
    const text = dataSet.string(tag)?.trim() ?? "";
    const match = /^(?:\d{8})?(\d{2})(\d{2})(\d{2}(?:\.\d{1,6})?)/.exec(text);
    if (match) return Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]);
  }
  return null;
}
