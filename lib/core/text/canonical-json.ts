/** A surrogate that stands alone: in a pattern that reads whole characters, a pair never matches. */
const halfCharacter = /\p{Surrogate}/u;

/**
 * One spelling for one value, so that a hash over it means something: keys sorted by code unit, no spaces, numbers as
 * ECMAScript writes them, `undefined` members left out (RFC 8785 for values that come from JSON).
 * @throws on what JSON cannot hold: functions, bigint, NaN and infinities, lone surrogates.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean") return JSON.stringify(value);
  if (typeof value === "string") {
    if (halfCharacter.test(value))
      throw new TypeError("a string with half a surrogate pair has no canonical form");
    return JSON.stringify(value);
  }
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical form`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object") {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(",")}}`;
  }
  throw new TypeError(`a ${typeof value} has no canonical form`);
}
