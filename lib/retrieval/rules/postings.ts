/** Where the postings of a term lie in the pool, and what bounds them. */
export interface TermPostings {
  /** First place and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Entries that are there; the others between `from` and `to` are gone. */
  readonly present: number;
  /** Most often that it stands in one entry, and stems of the shortest entry that it ever stood in. */
  readonly mostCount: number;
  readonly shortest: number;
}

/** The arrays of a pool, as they are stored and read again. Terms are numbered in the order of `stems`. */
export interface PackedPostings {
  readonly stems: readonly string[];
  /** Place of the first posting of each term, and one more: that after the last. */
  readonly starts: Uint32Array;
  readonly mostCounts: Uint16Array;
  readonly shortest: Uint32Array;
  readonly entries: Uint32Array;
  readonly counts: Uint16Array;
}

export interface Postings {
  /** The entries of all terms, each term's in ascending order, and how often the term stands in each. */
  readonly entries: Uint32Array;
  readonly counts: Uint16Array;
  termOf(stem: string): TermPostings | null;
  /** Counts each stem of an entry that is newer than all before it. */
  add(entry: number, stems: readonly string[]): void;
  /** An entry that held this stem is gone. */
  leave(stem: string): void;
  /** What it holds in pieces: entries numbered as `numbers` says, those with a negative number left out. */
  pack(numbers: Int32Array): Generator<void, PackedPostings>;
}

/** Postings and terms that are packed between two pauses. */
const packedAtOnce = 200_000;
const costOfTerm = 20;

const mostCounted = 65_535;

/** Columns of the table of terms: one row lies together in memory, as all of it is wanted at once. */
const columns = 8;
const start = 0;
const length = 1;
const room = 2;
const present = 3;
const mostCount = 4;
const shortest = 5;

/** Postings of all terms in two arrays: six bytes for each term of each entry. A term that outgrows its room moves to the end. */
export function createPostings(packed: PackedPostings | null = null): Postings {
  const numbers = new Map<string, number>();
  let entries = packed?.entries ?? new Uint32Array(4096);
  let counts = packed?.counts ?? new Uint16Array(4096);
  let used = packed?.entries.length ?? 0;
  let table = new Uint32Array(columns * Math.max(1024, Math.ceil((packed?.stems.length ?? 0) * 1.25)));
  for (const [term, stem] of (packed?.stems ?? []).entries()) {
    const from = packed?.starts[term] ?? 0;
    const held = (packed?.starts[term + 1] ?? 0) - from;
    table.set(
      [from, held, held, held, packed?.mostCounts[term] ?? 0, packed?.shortest[term] ?? 0],
      term * columns,
    );
    numbers.set(stem, term);
  }

  const addTerm = (stem: string): number => {
    const term = numbers.size;
    if (term * columns === table.length) table = widened(table, table.length * 2);
    table[term * columns + shortest] = 0xffff_ffff;
    numbers.set(stem, term);
    return term;
  };
  const move = (row: number) => {
    const held = table[row + length] ?? 0;
    const wanted = Math.ceil(held * 1.5) + 1;
    if (used + wanted > entries.length) {
      const wider = Math.ceil((used + wanted) * 1.5);
      entries = widened(entries, wider);
      counts = widened(counts, wider);
    }
    const from = table[row + start] ?? 0;
    entries.copyWithin(used, from, from + held);
    counts.copyWithin(used, from, from + held);
    table[row + start] = used;
    table[row + room] = wanted;
    used += wanted;
  };

  return {
    get entries() {
      return entries;
    },
    get counts() {
      return counts;
    },
    termOf(stem) {
      const term = numbers.get(stem);
      if (term === undefined) return null;
      const row = term * columns;
      const from = table[row + start] ?? 0;
      return {
        from,
        to: from + (table[row + length] ?? 0),
        present: table[row + present] ?? 0,
        mostCount: table[row + mostCount] ?? 0,
        shortest: table[row + shortest] ?? 0,
      };
    },
    add(entry, stems) {
      for (const stem of stems) {
        const row = (numbers.get(stem) ?? addTerm(stem)) * columns;
        const held = table[row + length] ?? 0;
        let last = (table[row + start] ?? 0) + held - 1;
        let count = 1;
        if (held > 0 && entries[last] === entry) count = Math.min((counts[last] ?? 0) + 1, mostCounted);
        else {
          if (held === table[row + room]) move(row);
          last = (table[row + start] ?? 0) + held;
          entries[last] = entry;
          table[row + length] = held + 1;
          table[row + present] = (table[row + present] ?? 0) + 1;
          if (stems.length < (table[row + shortest] ?? 0)) table[row + shortest] = stems.length;
        }
        counts[last] = count;
        if (count > (table[row + mostCount] ?? 0)) table[row + mostCount] = count;
      }
    },
    leave(stem) {
      const term = numbers.get(stem);
      if (term === undefined) return;
      const place = term * columns + present;
      table[place] = (table[place] ?? 0) - 1;
    },
    *pack(renumbered) {
      let total = 0;
      for (let row = 0; row < numbers.size * columns; row += columns) total += table[row + present] ?? 0;
      const packedEntries = new Uint32Array(total);
      const packedCounts = new Uint16Array(total);
      const kept = {
        starts: [0],
        mostCounts: [] as number[],
        shortest: [] as number[],
        stems: [] as string[],
      };
      let place = 0;
      let work = 0;
      for (const [stem, term] of numbers) {
        const row = term * columns;
        const from = table[row + start] ?? 0;
        const to = from + (table[row + length] ?? 0);
        const before = place;
        work += costOfTerm + to - from;
        if (work > packedAtOnce) {
          yield;
          work = 0;
        }
        for (let at = from; at < to; at += 1) {
          const number = renumbered[entries[at] ?? 0] ?? -1;
          if (number < 0) continue;
          packedEntries[place] = number;
          packedCounts[place++] = counts[at] ?? 0;
        }
        if (place === before) continue;
        kept.stems.push(stem);
        kept.starts.push(place);
        kept.mostCounts.push(table[row + mostCount] ?? 0);
        kept.shortest.push(table[row + shortest] ?? 0);
      }
      return {
        stems: kept.stems,
        starts: Uint32Array.from(kept.starts),
        mostCounts: Uint16Array.from(kept.mostCounts),
        shortest: Uint32Array.from(kept.shortest),
        entries: packedEntries.subarray(0, place),
        counts: packedCounts.subarray(0, place),
      };
    },
  };
}

/** A longer copy, filled up with zeros. */
export function widened<T extends Float32Array | Float64Array | Uint8Array | Uint16Array | Uint32Array>(
  from: T,
  length: number,
): T;
export function widened(
  from: Float32Array | Float64Array | Uint8Array | Uint16Array | Uint32Array,
  length: number,
) {
  if (from instanceof Float64Array) return copied(new Float64Array(length), from);
  if (from instanceof Float32Array) return copied(new Float32Array(length), from);
  if (from instanceof Uint32Array) return copied(new Uint32Array(length), from);
  if (from instanceof Uint16Array) return copied(new Uint16Array(length), from);
  return copied(new Uint8Array(length), from);
}

function copied<T extends { set(from: ArrayLike<number>): void }>(to: T, from: ArrayLike<number>): T {
  to.set(from);
  return to;
}
