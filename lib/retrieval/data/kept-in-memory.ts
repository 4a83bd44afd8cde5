/**
 * What a process keeps of each key, brought up to date before each use; those used least recently go first. Uses of one key
 * wait for each other, and what could not be brought up to date is forgotten and made anew.
 */
export async function keptInMemory<Kept>(
  kept: Map<string, Promise<Kept>>,
  most: number,
  key: string,
  { empty, bringUpToDate }: { empty: () => Kept; bringUpToDate: (found: Kept) => Promise<void> },
): Promise<Kept> {
  const before = kept.get(key) ?? Promise.resolve(empty());
  const opened = before.then(async (found) => {
    await bringUpToDate(found);
    return found;
  });
  kept.delete(key);
  kept.set(key, opened);
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  try {
    return await opened;
  } catch (error) {
    if (kept.get(key) === opened) kept.delete(key);
    throw error;
  }
}
