import { bestOf } from "./best-of";
import { createPostings, type PackedPostings, type TermPostings, widened } from "./postings";

/** BM25 as Robertson and Zaragoza give it (2009), with the usual constants. */
const saturation = 1.2;
const lengthWeight = 0.75;

/** Rarest terms of a query that are looked for; a case text has hundreds. */
export const longestQuery = 64;

/** Looking one entry up in a term's postings costs about as much as reading so many of them in a row. */
const lookedUp = 8;

/** Sums of the same numbers may differ by so much of their size, whatever the order. */
const rounding = 1e-9;

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
  /** Whether an entry was added with as many stems, these among them. */
  holds(entry: number, stems: readonly string[]): boolean;
  /** The best entries that `accepts` lets through, best first; of equal ones the older. */
  search(stems: readonly string[], limit: number, accepts: (entry: number) => boolean): readonly LexicalHit[];
  /** What is there, with the entries that are gone left out and the others numbered anew, in pieces. */
  pack(): Generator<void, PackedIndex>;
}

/** An index as it is stored. */
export interface PackedIndex extends PackedPostings {
  /** Stems of each entry. */
  readonly lengths: Float32Array;
  /** The number that each entry had. */
  readonly from: Uint32Array;
}

interface WantedTerm extends TermPostings {
  readonly stem: string;
  readonly rarity: number;
  /** No entry gets more for this term. */
  readonly most: number;
}

/** An inverted index in memory. A search looks at the common words only where they can still change what is best. */
export function createLexicalIndex(packed: Omit<PackedIndex, "from"> | null = null): LexicalIndex {
  const postings = createPostings(packed);
  let next = packed?.lengths.length ?? 0;
  const room = Math.max(1024, Math.ceil(next * 1.25));
  let lengths = widened(packed?.lengths ?? new Float32Array(0), room);
  let gone = new Uint8Array(room);
  // Used by one search at a time; all zero between searches.
  let scores = new Float64Array(room);
  let touched = new Uint32Array(room);
  let left = new Uint32Array(room);
  let size = next;
  let total = lengths.reduce((sum, length) => sum + length, 0);

  const grow = () => {
    if (next < lengths.length) return;
    const wider = lengths.length * 2;
    lengths = widened(lengths, wider);
    gone = widened(gone, wider);
    scores = new Float64Array(wider);
    touched = new Uint32Array(wider);
    left = new Uint32Array(wider);
  };
  const partOf = (count: number, length: number, mean: number) =>
    (count * (saturation + 1)) / (count + saturation * (1 - lengthWeight + (lengthWeight * length) / mean));

  /** The rarest first: they decide most. */
  const wantedTerms = (stems: readonly string[], mean: number): readonly WantedTerm[] =>
    [...new Set(stems)]
      .flatMap((stem) => {
        const term = postings.termOf(stem);
        if (!term || term.present <= 0) return [];
        const rarity = Math.log(1 + (size - term.present + 0.5) / (term.present + 0.5));
        return [{ ...term, stem, rarity, most: rarity * partOf(term.mostCount, term.shortest, mean) }];
      })
      .sort((a, b) => b.rarity - a.rarity || (a.stem < b.stem ? -1 : 1))
      .slice(0, longestQuery);

  return {
    get size() {
      return size;
    },
    add(stems) {
      grow();
      const entry = next++;
      postings.add(entry, stems);
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
      for (const stem of new Set(stems)) postings.leave(stem);
    },
    holds(entry, stems) {
      const { entries } = postings;
      if (gone[entry] !== 0 || lengths[entry] !== stems.length) return false;
      return stems.every((stem) => {
        const term = postings.termOf(stem);
        return term !== null && placeOf(entries, term, entry) >= 0;
      });
    },
    search(stems, limit, accepts) {
      const mean = size === 0 ? 1 : Math.max(1, total / size);
      const wanted = wantedTerms(stems, mean);
      /** What an entry can still get from the terms at a place and after it. */
      const rest = new Float64Array(wanted.length + 1);
      for (let at = wanted.length - 1; at >= 0; at -= 1)
        rest[at] = (rest[at + 1] ?? 0) + (wanted[at]?.most ?? 0);
      const { entries, counts } = postings;
      const base = saturation * (1 - lengthWeight);
      const slope = (saturation * lengthWeight) / mean;
      const scoreOf = (entry: number) => scores[entry] ?? 0;
      let touchedCount = 0;
      /** The score that the last of the best has at least. */
      let least = 0;
      let at = 0;
      for (; at < wanted.length; at += 1) {
        const term = wanted[at];
        if (!term || (least > 0 && (rest[at] ?? 0) < least * (1 - rounding))) break;
        const weight = term.rarity * (saturation + 1);
        for (let place = term.from; place < term.to; place += 1) {
          const entry = entries[place] ?? 0;
          if (gone[entry] === 1) continue;
          const before = scores[entry] ?? 0;
          if (before === 0) touched[touchedCount++] = entry;
          const count = counts[place] ?? 0;
          scores[entry] = before + (weight * count) / (count + base + slope * (lengths[entry] ?? 0));
        }
        const after = wanted[at + 1];
        if (after && touchedCount >= limit && (after.to - after.from) * 2 > touchedCount)
          least = lastScore(touched, touchedCount, scores, limit, accepts, least);
      }
      // Nothing new can be among the best: the other terms are looked up for those that still can.
      left.set(touched.subarray(0, touchedCount));
      let count = touchedCount;
      for (; at < wanted.length; at += 1) {
        const term = wanted[at];
        if (!term) break;
        count = keepThose(left, count, scores, least * (1 - rounding) - (rest[at] ?? 0));
        const weight = term.rarity * (saturation + 1);
        const give = (entry: number, place: number) => {
          const times = counts[place] ?? 0;
          const got = (weight * times) / (times + base + slope * (lengths[entry] ?? 0));
          scores[entry] = (scores[entry] ?? 0) + got;
        };
        if (count * lookedUp < term.to - term.from)
          for (let one = 0; one < count; one += 1) {
            const entry = left[one] ?? 0;
            const place = placeOf(entries, term, entry);
            if (place >= 0) give(entry, place);
          }
        else
          for (let place = term.from; place < term.to; place += 1) {
            const entry = entries[place] ?? 0;
            if ((scores[entry] ?? 0) > 0) give(entry, place);
          }
        least = lastScore(left, count, scores, limit, accepts, least);
      }
      const hits = bestOf(left.subarray(0, count), scoreOf, limit, accepts).map((entry): LexicalHit => {
        const held = wanted.flatMap((term) => {
          const place = placeOf(entries, term, entry);
          if (place < 0) return [];
          const part = partOf(counts[place] ?? 0, lengths[entry] ?? 0, mean);
          return [{ stem: term.stem, weight: term.rarity * part }];
        });
        held.sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1));
        return { entry, score: scoreOf(entry), matched: held.map(({ stem }) => stem) };
      });
      for (let one = 0; one < touchedCount; one += 1) scores[touched[one] ?? 0] = 0;
      return hits;
    },
    *pack() {
      const end = next;
      const numbers = new Int32Array(end).fill(-1);
      const from = new Uint32Array(size);
      const kept = new Float32Array(size);
      let there = 0;
      for (let entry = 0; entry < end; entry += 1) {
        if (gone[entry] === 1) continue;
        numbers[entry] = there;
        from[there] = entry;
        kept[there++] = lengths[entry] ?? 0;
      }
      yield;
      return { ...(yield* postings.pack(numbers)), lengths: kept, from };
    },
  };
}

/** Keeps the entries of a list that have at least this score, in its first places. @returns how many they are. */
function keepThose(list: Uint32Array, count: number, scores: Float64Array, least: number): number {
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const entry = list[at] ?? 0;
    if ((scores[entry] ?? 0) >= least) list[kept++] = entry;
  }
  return kept;
}

/** The score of the last of the best `limit` entries that are accepted; `known` where it is not higher. */
function lastScore(
  list: Uint32Array,
  count: number,
  scores: Float64Array,
  limit: number,
  accepts: (entry: number) => boolean,
  known: number,
): number {
  const best = new Float64Array(limit);
  let filled = 0;
  for (let at = 0; at < count; at += 1) {
    const entry = list[at] ?? 0;
    const score = scores[entry] ?? 0;
    if (score < known || (filled === limit && score <= (best[limit - 1] ?? 0)) || !accepts(entry)) continue;
    let place = filled < limit ? filled++ : limit - 1;
    for (; place > 0 && (best[place - 1] ?? 0) < score; place -= 1) best[place] = best[place - 1] ?? 0;
    best[place] = score;
  }
  return filled < limit ? known : Math.max(known, best[limit - 1] ?? 0);
}

/** Entries of a term lie in their order, so they are found by halving. */
function placeOf(entries: Uint32Array, { from, to }: TermPostings, entry: number): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = entries[middle] ?? 0;
    if (there === entry) return middle;
    if (there < entry) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
