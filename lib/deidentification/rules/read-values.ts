import type { DataSet, Element } from "dicom-parser";

const BINARY_SIZE: Readonly<Record<string, number>> = { US: 2, SS: 2, UL: 4, SL: 4, FL: 4, FD: 8, AT: 4 };
const MOST_VALUES = 65_536;
const MOST_CHARACTERS = 1_048_576;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

function binary(dataSet: DataSet, element: Element, vr: string): (number | string)[] {
  const count = Math.min(MOST_VALUES, Math.floor(element.length / (BINARY_SIZE[vr] ?? 1)));
  const read = {
    US: dataSet.uint16,
    SS: dataSet.int16,
    UL: dataSet.uint32,
    SL: dataSet.int32,
    FL: dataSet.float,
    FD: dataSet.double,
  }[vr];
  if (vr === "AT") {
    const tag = dataSet.attributeTag(element.tag);
    return tag ? [tag.slice(1).toUpperCase()] : [];
  }
  const values: number[] = [];
  for (let index = 0; index < count; index += 1)
    values.push(read?.call(dataSet, element.tag, index) ?? Number.NaN);
  return values.filter(Number.isFinite);
}

/**
 * Values of a data element as numbers or trimmed strings, at most 65,536 of them. The file's own VR is believed where
 * it is binary, else the listed one; what does not parse as the listed kind is left out.
 */
export function readValues(dataSet: DataSet, element: Element, listedVr: string): (number | string)[] {
  if (element.length === 0 || element.items) return [];
  const fileVr = element.vr !== undefined && element.vr in BINARY_SIZE ? element.vr : null;
  const textual = element.vr !== undefined && ["DS", "IS"].includes(element.vr);
  const vr = fileVr ?? (textual ? (element.vr ?? listedVr) : listedVr);
  if (vr in BINARY_SIZE) return binary(dataSet, element, vr);
  if (element.length > MOST_CHARACTERS) return [];
  const parts = (dataSet.string(element.tag) ?? "").split("\\").map((part) => part.trim());
  if (vr !== "DS" && vr !== "IS") return parts;
  const numeric = parts.slice(0, MOST_VALUES).filter((part) => part.length <= 32 && DECIMAL.test(part));
  return numeric.length === parts.length ? numeric.map(Number).filter(Number.isFinite) : [];
}
