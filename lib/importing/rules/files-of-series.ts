/** Numbers inside names count as numbers: slice2 comes before slice10. The same on every machine. */
const byName = new Intl.Collator("en", { numeric: true });

/** Paths of a series in the order the bundle gives them; those of a folder by name. Entries that match nothing give none. */
export function filesOfSeries(
  series: { readonly files: readonly string[] },
  paths: readonly string[],
): readonly string[] {
  const found = new Set<string>();
  for (const entry of series.files) {
    const folder = `${entry.replace(/\/$/, "")}/`;
    const below = entry === "." ? paths : paths.filter((path) => path === entry || path.startsWith(folder));
    for (const path of below.toSorted((a, b) => byName.compare(a, b) || (a < b ? -1 : 1))) found.add(path);
  }
  return [...found];
}
