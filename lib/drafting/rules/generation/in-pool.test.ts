import { expect, test } from "vitest";
import { inPool } from "./in-pool";

test("so many at a time, results in order, a failure fails the whole", async () => {
  let busy = 0;
  let most = 0;
  const work = async (item: number) => {
    busy += 1;
    most = Math.max(most, busy);
    await new Promise((done) => setTimeout(done, (item % 3) * 3));
    busy -= 1;
    return 2 * item;
  };
  const items = Array.from({ length: 20 }, (_, index) => index);
  async function* later() {
    yield* items;
  }
  expect(await inPool(items, 4, work)).toEqual(items.map((item) => 2 * item));
  expect(most).toBe(4);
  expect(await inPool(later(), 3, work)).toHaveLength(20);
  expect(await inPool([], 3, work)).toEqual([]);
  await expect(inPool([1], 2, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
});
