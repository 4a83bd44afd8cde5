import { createHash } from "node:crypto";

/** Things in an order that only the seed and the names decide: the same always, another for another seed. */
export function seededOrder<T>(
  things: readonly T[],
  seed: string,
  nameOf: (thing: T) => string,
): readonly T[] {
  return things
    .map((thing) => ({
      thing,
      at: createHash("sha256")
        .update(`${seed}:${nameOf(thing)}`)
        .digest("hex"),
    }))
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .map(({ thing }) => thing);
}
