import { bestOf } from "./best-of";

export interface DenseHit {
  readonly entry: number;
  /** Inner product. */
  readonly score: number;
}

export interface DenseIndex {
  readonly size: number;
  /** @returns the number of the entry. @throws where the vector is not as long as those before. */
  add(vector: Float32Array): number;
  /** The nearest entries that `accepts` lets through, nearest first; exact, by looking at all of them. */
  search(vector: Float32Array, limit: number, accepts: (entry: number) => boolean): readonly DenseHit[];
}

/** Vectors in one array; a search reads it once. 100,000 of 768 numbers take 300 MB. */
export function createDenseIndex(): DenseIndex {
  let values = new Float32Array(0);
  let width = 0;
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(vector) {
      if (size === 0) width = vector.length;
      if (vector.length !== width)
        throw new Error(`a vector of ${vector.length} numbers among those of ${width}`);
      if ((size + 1) * width > values.length) {
        const wider = new Float32Array(Math.max(64, size * 2) * width);
        wider.set(values.subarray(0, size * width));
        values = wider;
      }
      values.set(vector, size * width);
      size += 1;
      return size - 1;
    },
    search(vector, limit, accepts) {
      if (size === 0) return [];
      if (vector.length !== width)
        throw new Error(`a query of ${vector.length} numbers among vectors of ${width}`);
      const scores = new Float32Array(size);
      for (let entry = 0; entry < size; entry += 1) {
        let sum = 0;
        for (let at = 0, place = entry * width; at < width; at += 1, place += 1)
          sum += (values[place] ?? 0) * (vector[at] ?? 0);
        scores[entry] = sum;
      }
      const best = bestOf(scores.keys(), (entry) => scores[entry] ?? 0, limit, accepts);
      return best.map((entry) => ({ entry, score: scores[entry] ?? 0 }));
    },
  };
}
