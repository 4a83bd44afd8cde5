import type { DataSet } from "dicom-parser";
import type { Samples } from "./samples";

export interface LookupTable {
  /** Input value of the first entry. */
  readonly first: number;
  readonly bits: number;
  readonly values: Uint16Array;
}

/** LUT Descriptor and LUT Data of the first item of a LUT sequence (PS3.3 C.11.1.1); null where there is none whole. */
export function readLookupTable(
  dataSet: DataSet,
  sequence: string,
  signedInput: boolean,
): LookupTable | null {
  const item = dataSet.elements[sequence]?.items?.[0]?.dataSet;
  const count = item?.uint16("x00283002", 0);
  const first = signedInput ? item?.int16("x00283002", 1) : item?.uint16("x00283002", 1);
  const bits = item?.uint16("x00283002", 2);
  const data = item?.elements.x00283006;
  if (!item || count === undefined || first === undefined || bits === undefined || !data) return null;
  const length = count === 0 ? 65_536 : count;
  if (bits < 8 || bits > 16 || data.length < length * 2) return null;
  const values = Uint16Array.from({ length }, (_, index) => item.uint16("x00283006", index) ?? 0);
  return { first, bits, values };
}

/** Stored values replaced by their entries; values outside the table take its nearest entry. */
export function applyLookupTable(samples: Samples, table: LookupTable): Uint16Array {
  const last = table.values.length - 1;
  return Uint16Array.from(
    samples,
    (value) => table.values[Math.min(last, Math.max(0, value - table.first))] ?? 0,
  );
}

/** The window that comes nearest to a VOI LUT: from the last darkest to the first brightest input. */
export function windowOfTable(
  table: LookupTable,
): { readonly center: number; readonly width: number } | null {
  const darkest = Math.min(...table.values);
  const brightest = Math.max(...table.values);
  if (darkest === brightest) return null;
  const low = table.values.lastIndexOf(darkest);
  const high = table.values.indexOf(brightest);
  const from = table.first + Math.min(low, high);
  const to = table.first + Math.max(low, high);
  const width = to - from + 1;
  return { center: from + width / 2, width };
}
