/**
 * Finds text that no database column and no JSON file can hold: NUL, or half of a surrogate pair.
 * @returns the path of the first such text and what is wrong with it, or null.
 */
export function unstorableText(
  value: unknown,
  path: readonly (string | number)[] = [],
): { readonly path: readonly (string | number)[]; readonly message: string } | null {
  if (typeof value === "string") {
    if (value.includes("\u0000")) return { path, message: "holds a NUL character, which cannot be stored" };
    if (/\p{Surrogate}/u.test(value))
      return { path, message: "holds half of a character (a lone surrogate), which cannot be stored" };
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  const members: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  for (const [key, member] of members) {
    const found = unstorableText(member, [...path, key]);
    if (found) return found;
  }
  return null;
}
