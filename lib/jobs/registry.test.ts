import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { findKind, kinds } from "./registry";
import { afterFailure, backoffSeconds, noCounts, runState } from "./rules";

test("the registry lists what the folder holds, each under the name of its file", () => {
  const files = readdirSync("lib/jobs/kinds").filter((file) => !file.endsWith(".test.ts"));
  expect(kinds.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  expect(findKind("draft-case")?.label).toBe("Drafts");
  expect(findKind("nothing")).toBeNull();
});

test("what may pass by itself is tried three times, ever later; anything else once", () => {
  expect([1, 2, 3].map((failed) => afterFailure(failed, true))).toEqual(["waiting", "waiting", "failed"]);
  expect(afterFailure(1, false)).toBe("failed");
  expect([1, 2].map(backoffSeconds)).toEqual([30, 120]);
});

test.each([
  [{ waiting: 3 }, false, "waiting"],
  [{ waiting: 3, done: 1 }, false, "running"],
  [{ waiting: 3, running: 1 }, false, "running"],
  [{ done: 3 }, false, "done"],
  [{ done: 3, failed: 1 }, false, "failed"],
  [{ done: 3, running: 1 }, true, "running"],
  [{ done: 3, cancelled: 1, failed: 1 }, true, "cancelled"],
])("a run of %j, cancelled %s, is called %s", (counts, cancelled, word) => {
  expect(runState({ ...noCounts, ...counts }, cancelled)).toBe(word);
});
