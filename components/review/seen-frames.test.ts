import { expect, it } from "vitest";
import { stackOf } from "@/components/viewer/testing/stacks";
import { keepSeen, keptSeen, seenFrames, seenRanges } from "./seen-frames";

const stacks = [stackOf("ct", 6), stackOf("us", 1, 4)];

function memory(first: string | null = null) {
  let text = first;
  const storage = {
    getItem: () => text,
    setItem: (_: string, next: string) => {
      text = next;
    },
  };
  return () => storage;
}

it("writes what was seen as ranges and reads it back", () => {
  const seen = new Set(["ct-0:1", "ct-1:1", "ct-2:1", "ct-5:1", "us-0:3", "gone:1"]);
  const ranges = seenRanges(stacks, seen);
  expect(ranges).toEqual({ ct: "0-2 5", us: "2" });
  seen.delete("gone:1");
  expect(seenFrames(stacks, ranges)).toEqual(seen);
});

it("passes over what names no frame", () => {
  expect(seenFrames(stacks, { ct: "x -1 4-99", mr: "0" })).toEqual(new Set(["ct-4:1", "ct-5:1"]));
});

it("adds to what another tab has kept, and keeps readings apart", () => {
  const storage = memory();
  keepSeen(storage, "one", stacks, new Set(["ct-0:1"]), 1);
  keepSeen(storage, "one", stacks, new Set(["ct-4:1"]), 2);
  keepSeen(storage, "two", stacks, new Set(["us-0:1"]), 3);
  expect(keptSeen(storage, "one", stacks)).toEqual(new Set(["ct-0:1", "ct-4:1"]));
  expect(keptSeen(storage, "two", stacks)).toEqual(new Set(["us-0:1"]));
});

it("lets the reading go that was not opened for longest", () => {
  const storage = memory();
  for (let index = 0; index <= 200; index++)
    keepSeen(storage, `r${index}`, stacks, new Set(["ct-0:1"]), index);
  expect(keptSeen(storage, "r0", stacks).size).toBe(0);
  expect(keptSeen(storage, "r1", stacks).size).toBe(1);
  expect(keptSeen(storage, "r200", stacks).size).toBe(1);
});

it("has seen nothing where the browser keeps nothing or something else", () => {
  for (const text of [null, "{", "[1]", '{"one":{"stacks":1}}'])
    expect(keptSeen(memory(text), "one", stacks).size).toBe(0);
  const full = () => ({
    getItem: () => null,
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  });
  expect(() => keepSeen(full, "one", stacks, new Set(["ct-0:1"]), 1)).not.toThrow();
});
