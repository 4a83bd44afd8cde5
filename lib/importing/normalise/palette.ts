import type { DataSet } from "dicom-parser";
import { RefusedFile } from "./refused";

const COLOURS = [
  { descriptor: "x00281101", table: "x00281201", segmented: "x00281221" },
  { descriptor: "x00281102", table: "x00281202", segmented: "x00281222" },
  { descriptor: "x00281103", table: "x00281203", segmented: "x00281223" },
];

export interface Palette {
  /** Stored value of the first entry. */
  readonly first: number;
  /** Red, green and blue entries, 8 bit. */
  readonly tables: readonly Uint8Array[];
}

function words(dataSet: DataSet, tag: string, most: number): number[] {
  const length = dataSet.elements[tag]?.length ?? 0;
  const count = Math.min(most, Math.floor(length / 2));
  return Array.from({ length: count }, (_, index) => dataSet.uint16(tag, index) ?? 0);
}

function entries(dataSet: DataSet, tag: string, count: number, bits: number): number[] {
  const element = dataSet.elements[tag];
  if (!element) throw new RefusedFile("The file has palette colours but no palette.");
  if (element.length >= count * 2) return words(dataSet, tag, count);
  if (bits === 8 && element.length >= count) {
    return [...dataSet.byteArray.subarray(element.dataOffset, element.dataOffset + count)];
  }
  throw new RefusedFile(`The palette says ${count} entries, its table holds fewer.`);
}

/** Discrete, linear and indirect segments of a segmented palette (PS3.3 C.7.9.2). */
function expandSegments(data: readonly number[], count: number): number[] {
  const table: number[] = [];
  const expand = (from: number, segments: number, depth: number): void => {
    let at = from;
    for (let done = 0; at < data.length && done < segments && table.length < count; done += 1) {
      const opcode = data[at] ?? 0;
      const length = data[at + 1] ?? 0;
      if (opcode === 0) {
        table.push(...data.slice(at + 2, at + 2 + length));
        at += 2 + length;
      } else if (opcode === 1) {
        const begin = table.at(-1) ?? 0;
        const end = data[at + 2] ?? 0;
        for (let step = 1; step <= length; step += 1)
          table.push(Math.round(begin + ((end - begin) * step) / length));
        at += 3;
      } else if (opcode === 2 && depth === 0) {
        expand((data[at + 2] ?? 0) + (data[at + 3] ?? 0) * 65_536, length, 1);
        at += 4;
      } else throw new RefusedFile("The segmented palette is damaged.");
    }
  };
  expand(0, Number.POSITIVE_INFINITY, 0);
  if (table.length < count)
    throw new RefusedFile(`The palette says ${count} entries, its table holds fewer.`);
  return table.slice(0, count);
}

/** Palette Color Lookup Tables (PS3.3 C.7.6.3.1.5, .6); of 16-bit entries the upper byte. Throws RefusedFile. */
export function readPalette(dataSet: DataSet, signed: boolean): Palette {
  let first = 0;
  const tables = COLOURS.map((colour) => {
    const descriptor = words(dataSet, colour.descriptor, 3);
    const [count, start, bits] = descriptor;
    if (count === undefined || start === undefined || (bits !== 8 && bits !== 16)) {
      throw new RefusedFile("The file has palette colours but no palette.");
    }
    first = signed && start > 32_767 ? start - 65_536 : start;
    const wanted = count === 0 ? 65_536 : count;
    return dataSet.elements[colour.segmented]
      ? expandSegments(words(dataSet, colour.segmented, 65_536), wanted)
      : entries(dataSet, colour.table, wanted, bits);
  });
  // Entries of 16 bits hold 8 in the upper byte, alone or twice; some writers put them into the lower one.
  const upper = tables.some((values) => values.some((value) => value > 255));
  return {
    first,
    tables: tables.map((values) => Uint8Array.from(values, (value) => (upper ? value >> 8 : value))),
  };
}

/** Colours of stored values; values outside the table take its nearest entry. */
export function applyPalette(values: ArrayLike<number>, palette: Palette): Uint8Array {
  const rgb = new Uint8Array(values.length * 3);
  const last = (palette.tables[0]?.length ?? 1) - 1;
  for (let index = 0; index < values.length; index += 1) {
    const entry = Math.min(last, Math.max(0, (values[index] ?? 0) - palette.first));
    for (let colour = 0; colour < 3; colour += 1)
      rgb[index * 3 + colour] = palette.tables[colour]?.[entry] ?? 0;
  }
  return rgb;
}
