/** Records that are much alike: each is a base and what differs from it. Fields hold JSON. */
export interface PackedRecords<T> {
  readonly bases: readonly T[];
  readonly records: readonly (readonly [id: string, base: number, differs: Partial<T>])[];
}

/** With more fields than this of its own, a record is a base itself. */
const mostDifferences = 10;

const same = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** The fields of `record` that are not those of `base`; null where it lacks one of them, or where they are many. */
function differences<T extends object>(record: T, base: T): Partial<T> | null {
  const keys = Object.keys(record) as (keyof T)[];
  if (keys.length !== Object.keys(base).length || keys.some((key) => !Object.hasOwn(base, key))) return null;
  const differs = keys.filter((key) => !same(record[key], base[key]));
  if (differs.length > mostDifferences) return null;
  return Object.fromEntries(differs.map((key) => [key, record[key]])) as Partial<T>;
}

/** Packs records for a way where every byte counts; order is kept. Neighbours that are alike make it small. */
export function packRecords<T extends object>(all: Readonly<Record<string, T>>): PackedRecords<T> {
  const bases: T[] = [];
  const records = Object.entries(all).map(([id, record]) => {
    const last = bases.at(-1);
    const differs = last ? differences(record, last) : null;
    if (differs) return [id, bases.length - 1, differs] as const;
    bases.push(record);
    return [id, bases.length - 1, {}] as const;
  });
  return { bases, records };
}

/** The records as they were. Parts that are alike are one object. */
export function unpackRecords<T extends object>({ bases, records }: PackedRecords<T>): Record<string, T> {
  return Object.fromEntries(
    records.map(([id, base, differs]) => [id, { ...(bases[base] as T), ...differs }]),
  );
}
