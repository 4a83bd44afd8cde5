import type { ByteSource } from "./byte-source";
import { MOST_FRAGMENTS } from "./limits";
import { RefusedFile } from "./refused";

const ITEM = 0xe000;
const SEQUENCE_END = 0xe0dd;

export interface Fragment {
  /** Of the item's value, bytes from the start of the source. */
  readonly offset: number;
  readonly length: number;
  /** Of the item's tag, bytes from the first fragment: what offset tables count. */
  readonly tableOffset: number;
}

export interface Encapsulated {
  readonly offsetTable: readonly number[];
  readonly fragments: readonly Fragment[];
}

/**
 * Walks the items of encapsulated pixel data (PS3.5 A.4), reading eight bytes each; declared lengths are checked
 * against the source and nothing is allocated from them. Throws RefusedFile where an item runs past the end.
 */
export function readFragments(source: ByteSource, start: number): Encapsulated {
  const fragments: Fragment[] = [];
  let offsetTable: readonly number[] | null = null;
  let offset = start;
  let first = start;
  while (offset + 8 <= source.size) {
    const item = source.read(offset, 8);
    const element = item.readUInt16LE(2);
    if (item.readUInt16LE(0) !== 0xfffe || (element !== ITEM && element !== SEQUENCE_END)) {
      throw new RefusedFile("The compressed pixel data is not divided into items.");
    }
    if (element === SEQUENCE_END) return { offsetTable: offsetTable ?? [], fragments };
    const length = item.readUInt32LE(4);
    if (offset + 8 + length > source.size) {
      throw new RefusedFile(
        `The compressed pixel data is cut: piece ${fragments.length + 1} says ${length} bytes, ${source.size - offset - 8} are left.`,
      );
    }
    if (offsetTable === null) {
      const table = source.read(offset + 8, Math.min(length, MOST_FRAGMENTS * 4));
      offsetTable = Array.from({ length: Math.floor(table.length / 4) }, (_, index) =>
        table.readUInt32LE(index * 4),
      );
      first = offset + 8 + length;
    } else {
      fragments.push({ offset: offset + 8, length, tableOffset: offset - first });
    }
    if (fragments.length > MOST_FRAGMENTS)
      throw new RefusedFile("The pixel data is cut into too many pieces.");
    offset += 8 + length;
  }
  // The end mark is missing; every item is whole, so every frame may be.
  return { offsetTable: offsetTable ?? [], fragments };
}
