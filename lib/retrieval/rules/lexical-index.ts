import { bestOf } from "./best-of";

/** BM25 as Robertson and Zaragoza give it (2009), with the usual constants. */
const saturation = 1.2;
const lengthWeight = 0.75;

/** Rarest terms of a query that are looked for; a case text has hundreds. */
export const longestQuery = 64;

export interface LexicalHit {
  readonly entry: number;
  readonly score: number;
  /** Stems of the query that it holds, what counted most first. */
  readonly matched: readonly string[];
}

export interface LexicalIndex {
  /** Entries that are there. */
  readonly size: number;
  /** @returns the number of the entry; numbers count up from 0 and are not used again. */
  add(stems: readonly string[]): number;
  /** @param stems the same that it was added with. */
  remove(entry: number, stems: readonly string[]): void;
  /** The best entries that `accepts` lets through, best first; of equal ones the older. */
  search(stems: readonly string[], limit: number, accepts: (entry: number) => boolean): readonly LexicalHit[];
}

interface Postings {
  entries: Uint32Array;
  counts: Uint16Array;
  /** Filled places, entries that are gone included. */
  length: number;
  /** Entries that are there. */
  present: number;
}

/** An inverted index in memory: postings in typed arrays, about six bytes for each word of each entry. */
export function createLexicalIndex(): LexicalIndex {
  const terms = new Map<string, Postings>();
  let lengths = new Float32Array(1024);
  let scores = new Float32Array(1024);
  let gone = new Uint8Array(1024);
  let next = 0;
  let size = 0;
  let total = 0;

  const grow = () => {
    if (next < lengths.length) return;
    const wider = lengths.length * 2;
    lengths = copied(new Float32Array(wider), lengths);
    gone = copied(new Uint8Array(wider), gone);
    scores = new Float32Array(wider);
  };

  return {
    get size() {
      return size;
    },
    add(stems) {
      grow();
      const entry = next++;
      for (const [stem, count] of counted(stems)) {
        const postings = terms.get(stem) ?? emptyPostings();
        terms.set(stem, postings);
        append(postings, entry, count);
      }
      lengths[entry] = stems.length;
      size += 1;
      total += stems.length;
      return entry;
    },
    remove(entry, stems) {
      if (entry >= next || gone[entry] === 1) return;
      gone[entry] = 1;
      size -= 1;
      total -= stems.length;
      for (const stem of new Set(stems)) {
        const postings = terms.get(stem);
        if (postings) postings.present -= 1;
      }
    },
    search(stems, limit, accepts) {
      const meanLength = size === 0 ? 1 : Math.max(1, total / size);
      const wanted = [...new Set(stems)]
        .flatMap((stem) => {
          const postings = terms.get(stem);
          if (!postings || postings.present <= 0) return [];
          const rarity = Math.log(1 + (size - postings.present + 0.5) / (postings.present + 0.5));
          return [{ stem, postings, rarity }];
        })
        .sort((a, b) => b.rarity - a.rarity || (a.stem < b.stem ? -1 : 1))
        .slice(0, longestQuery);
      const weightOf = (entry: number, count: number, rarity: number) => {
        const length = (lengths[entry] ?? 0) / meanLength;
        return (
          (rarity * count * (saturation + 1)) /
          (count + saturation * (1 - lengthWeight + lengthWeight * length))
        );
      };
      const touched: number[] = [];
      for (const { postings, rarity } of wanted)
        for (let at = 0; at < postings.length; at += 1) {
          const entry = postings.entries[at] ?? 0;
          if (gone[entry] === 1) continue;
          const before = scores[entry] ?? 0;
          if (before === 0) touched.push(entry);
          scores[entry] = before + weightOf(entry, postings.counts[at] ?? 0, rarity);
        }
      const best = bestOf(touched, (entry) => scores[entry] ?? 0, limit, accepts);
      const hits = best.map((entry): LexicalHit => {
        const held = wanted.flatMap(({ stem, postings, rarity }) => {
          const at = placeOf(postings, entry);
          return at < 0 ? [] : [{ stem, weight: weightOf(entry, postings.counts[at] ?? 0, rarity) }];
        });
        held.sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1));
        return { entry, score: scores[entry] ?? 0, matched: held.map(({ stem }) => stem) };
      });
      for (const entry of touched) scores[entry] = 0;
      return hits;
    },
  };
}

function counted(stems: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

const emptyPostings = (): Postings => ({
  entries: new Uint32Array(2),
  counts: new Uint16Array(2),
  length: 0,
  present: 0,
});

function append(postings: Postings, entry: number, count: number): void {
  if (postings.length === postings.entries.length) {
    const wider = Math.ceil(postings.length * 1.5) + 2;
    postings.entries = copied(new Uint32Array(wider), postings.entries);
    postings.counts = copied(new Uint16Array(wider), postings.counts);
  }
  postings.entries[postings.length] = entry;
  postings.counts[postings.length] = Math.min(count, 65_535);
  postings.length += 1;
  postings.present += 1;
}

function copied<T extends Float32Array | Uint8Array | Uint16Array | Uint32Array>(to: T, from: T): T {
  to.set(from);
  return to;
}

/** Entries of a term lie in their order, so they are found by halving. */
function placeOf({ entries, length }: Postings, entry: number): number {
  let low = 0;
  let high = length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = entries[middle] ?? 0;
    if (there === entry) return middle;
    if (there < entry) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
