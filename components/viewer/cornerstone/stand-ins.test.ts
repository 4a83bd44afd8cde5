import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { standIns } from "../../../next.config";
import * as clipping from "./contour-clipping";
import * as greyTable from "./grey-table";
import * as leftOut from "./left-out";
import * as noSegmentations from "./no-segmentations";
import * as capabilities from "./rendering-capabilities";
import * as viewports from "./stack-viewports";
import * as windows from "./webgl-windows";

const packages = ["@cornerstonejs/core/dist/esm", "@cornerstonejs/tools/dist/esm"];
const modules = join(import.meta.dirname, "../../../node_modules");
const exported: Readonly<Record<string, readonly string[]>> = {
  "stack-viewports.ts": Object.keys(viewports),
  "grey-table.ts": Object.keys(greyTable),
  "rendering-capabilities.ts": Object.keys(capabilities),
  "left-out.ts": Object.keys(leftOut),
  "no-segmentations.ts": Object.keys(noSegmentations),
  "contour-clipping.ts": Object.keys(clipping),
  "webgl-windows.ts": Object.keys(windows),
};

/** What the library imports from elsewhere: the request, and the names of a list or "default". */
function imports(): readonly { readonly request: string; readonly names: readonly string[] }[] {
  return packages.flatMap((folder) =>
    readdirSync(join(modules, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".js"))
      .flatMap((file) =>
        [
          ...readFileSync(join(modules, folder, file), "utf8").matchAll(
            /^import (?:(\w+)(?:, | ))?(?:\{([^}]*)\} )?(?:from )?'([^']+)'/gm,
          ),
        ].map(([, own, list = "", request = ""]) => ({
          request,
          names: [
            ...(own ? ["default"] : []),
            ...list.split(",").flatMap((word) => word.trim().split(" ")[0] || []),
          ],
        })),
      ),
  );
}

it.each(Object.entries(standIns))("what the library asks of %s is there", (file, requests) => {
  const asked = imports();
  const found = requests.map((request) => asked.filter((one) => request.test(one.request)));
  // A pattern that finds nothing would let the library's own module into the bundle again.
  for (const [at, hits] of found.entries()) expect(hits, String(requests[at])).not.toEqual([]);
  const names = new Set(found.flat().flatMap((one) => one.names));
  expect(exported[file]).toEqual(expect.arrayContaining([...names]));
});

it("what was left out cannot be made, and what is listened for in vain does nothing", () => {
  expect(() => new leftOut.default()).toThrow("no part of this kind");
  expect(noSegmentations.default()).toBeUndefined();
  expect(() => clipping.applyBoolean()).toThrow("does not join outlines");
});

it("an outline that crosses itself is made simple once the code for it is here", async () => {
  const bow: [number, number][] = [
    [0, 0],
    [10, 10],
    [10, 0],
    [0, 10],
  ];
  expect(clipping.splitSelfIntersections(bow)).toEqual([]);
  await clipping.loadClipping();
  expect(clipping.splitSelfIntersections(bow)).toHaveLength(2);
});

it("a window of WebGL is made by the code that was fetched for it", async () => {
  expect(() => windows.default.newInstance()).toThrow("has not been loaded");
  await windows.loadWebgl();
  expect(windows.webglHere()).toBe(true);
});
