import type { DataSet } from "dicom-parser";

/** Larger than any gradient of a scanner for people; s/mm². What is beyond was something else. */
const largest = 50_000;

/** GE writes flags above the value: 1,000,000,050 means 50 (conformance statement, 0043,1039). */
const flagUnit = 100_000;

/**
 * The creator of a private block is named at (gggg,00bb); its elements are (gggg,bbee) (PS3.5 7.8.1). An element counts
 * only below the creator that defines it: the same number means something else in another's block.
 */
function privateTag(dataSet: DataSet, group: string, element: string, creator: RegExp): string | null {
  for (let block = 0x10; block <= 0xff; block++) {
    const hex = block.toString(16).padStart(2, "0");
    const name = dataSet.string(`x${group}00${hex}`);
    if (name !== undefined && creator.test(name.trim())) return `x${group}${hex}${element}`;
  }
  return null;
}

const asNumber = (text: string | undefined): number | null => {
  const trimmed = text?.trim() ?? "";
  return /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : null;
};

/** Siemens MR HEADER, 0C: IS. */
function siemens(dataSet: DataSet): number | null {
  const tag = privateTag(dataSet, "0019", "0c", /^SIEMENS MR HEADER$/i);
  return tag === null ? null : asNumber(dataSet.string(tag));
}

/** GEMS_PARM_01, 39: IS, the first of four values. */
function ge(dataSet: DataSet): number | null {
  const tag = privateTag(dataSet, "0043", "39", /^GEMS_PARM_01$/i);
  const value = tag === null ? null : asNumber(dataSet.string(tag, 0));
  return value === null ? null : value % flagUnit;
}

/** Philips Imaging DD 001, 03: FL. */
function philips(dataSet: DataSet): number | null {
  const tag = privateTag(dataSet, "2001", "03", /^PHILIPS IMAGING DD 001$/i);
  const element = tag === null ? undefined : dataSet.elements[tag];
  if (!tag || !element) return null;
  // Where the transfer syntax gives no VR the value is four bytes; as text it would be longer than that.
  return element.length === 4 && element.vr !== "IS" && element.vr !== "DS"
    ? (dataSet.float(tag) ?? null)
    : asNumber(dataSet.string(tag));
}

/**
 * Diffusion b-value that a manufacturer wrote into a private element, s/mm²; for objects without (0018,9087). Only this
 * number leaves the private block.
 */
export function privateBValue(dataSet: DataSet): number | null {
  for (const read of [siemens, ge, philips]) {
    const value = read(dataSet);
    if (value !== null && Number.isFinite(value) && value >= 0 && value <= largest) return value;
  }
  return null;
}
