/**
 * Works on items, so many at a time, taking each when there is room for it; answers in the order of the items. The first
 * failure fails the whole.
 */
export async function inPool<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  size: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = numbered(items);
  const worker = async () => {
    for (;;) {
      const next = await waiting.next();
      if (next.done) return;
      const [index, item] = next.value;
      results[index] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: size }, worker));
  return results;
}

async function* numbered<Item>(items: Iterable<Item> | AsyncIterable<Item>) {
  let index = 0;
  for await (const item of items) {
    yield [index, item] as const;
    index += 1;
  }
}
