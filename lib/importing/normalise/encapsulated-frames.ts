import type { DataSet } from "dicom-parser";
import type { ByteSource } from "./byte-source";
import { type Fragment, readFragments } from "./fragments";
import { RefusedFile } from "./refused";
import type { Codec } from "./transfer-syntaxes";

/** First bytes of a compressed picture: JPEG and JPEG-LS, JPEG 2000 codestream, JP2 file. */
const STARTS = [
  [0xff, 0xd8, 0xff],
  [0xff, 0x4f, 0xff, 0x51],
  [0x00, 0x00, 0x00, 0x0c, 0x6a, 0x50],
];

function byOffsets(fragments: readonly Fragment[], offsets: readonly number[]): readonly Fragment[][] | null {
  const starts = new Set(offsets);
  const groups: Fragment[][] = [];
  for (const fragment of fragments) {
    if (starts.has(fragment.tableOffset)) groups.push([]);
    const group = groups.at(-1);
    if (!group) return null;
    group.push(fragment);
  }
  return groups.length === offsets.length ? groups : null;
}

function byStartMarkers(source: ByteSource, fragments: readonly Fragment[]): readonly Fragment[][] {
  const groups: Fragment[][] = [];
  for (const fragment of fragments) {
    const head = source.read(fragment.offset, Math.min(8, fragment.length));
    const begins = STARTS.some((start) => start.every((byte, index) => head[index] === byte));
    const group = groups.at(-1);
    if (begins || !group) groups.push([fragment]);
    else group.push(fragment);
  }
  return groups;
}

/** Extended Offset Table (PS3.3 C.7.6.3.1.8): unsigned 64-bit little endian. */
function extendedOffsets(dataSet: DataSet): readonly number[] {
  const element = dataSet.elements.x7fe00001;
  if (!element) return [];
  const bytes = Buffer.from(
    dataSet.byteArray.buffer,
    dataSet.byteArray.byteOffset + element.dataOffset,
    element.length,
  );
  return Array.from({ length: Math.floor(bytes.length / 8) }, (_, index) =>
    Number(bytes.readBigUInt64LE(index * 8)),
  );
}

/**
 * Compressed frames, each joined from its fragments when asked for. Offset tables are believed where they fit the
 * fragments; without one, a fragment that begins like a picture begins a frame.
 */
export function encapsulatedFrames(
  source: ByteSource,
  start: number,
  dataSet: DataSet,
  frameCount: number,
  codec: Codec,
): (index: number) => Buffer {
  const { offsetTable, fragments: all } = readFragments(source, start);
  const fragments = all.filter((fragment) => fragment.length > 0);
  const groups = groupFragments();
  if (groups.length !== frameCount) {
    throw new RefusedFile(
      groups.length < frameCount
        ? `The file declares ${frameCount} frames and holds ${groups.length}.`
        : `The file declares ${frameCount} frames, but its pixel data holds ${groups.length}.`,
    );
  }
  return (index) =>
    Buffer.concat((groups[index] ?? []).map((fragment) => source.read(fragment.offset, fragment.length)));

  function groupFragments(): readonly (readonly Fragment[])[] {
    if (fragments.length === 0) return [];
    if (frameCount === 1) return [fragments];
    const tables = [extendedOffsets(dataSet), offsetTable].filter((table) => table.length === frameCount);
    for (const table of tables) {
      const groups = byOffsets(fragments, table);
      if (groups) return groups;
    }
    if (fragments.length === frameCount || codec === "rle") return fragments.map((fragment) => [fragment]);
    return byStartMarkers(source, fragments);
  }
}
