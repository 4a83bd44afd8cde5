import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";

const packageShape = z.object({
  name: z.string(),
  license: z.string(),
  engines: z.object({ node: z.string().optional() }).optional(),
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
});
const read = (path: string) => packageShape.parse(JSON.parse(readFileSync(path, "utf8")));

/** Copyleft by file is taken for what only tests use; fonts have a licence of their own kind. */
const allowed = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT OR Apache-2.0", "OFL-1.1"];
const allowedInTests = [...allowed, "MPL-2.0"];

const ours = read("package.json");
const direct = [
  ...Object.keys(ours.dependencies).map((name) => ({ name, licences: allowed })),
  ...Object.keys(ours.devDependencies).map((name) => ({ name, licences: allowedInTests })),
].map((dependency) => ({ ...dependency, found: read(`node_modules/${dependency.name}/package.json`) }));

type Version = readonly [number, number, number];
const leastNode: Version = [20, 19, 0];

const versionOf = (text: string): Version => {
  const [major = 0, minor = 0, patch = 0] = text.replace(/^\D+/, "").split(".").map(Number);
  return [major, minor, patch];
};
const compare = (a: Version, b: Version) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

/** Whether an npm range of Node versions holds the least one that the app runs on; knows `>=`, `^`, `<`, `||`. */
function allowsLeastNode(range: string): boolean {
  return range.split("||").some((part) =>
    (part.match(/(>=|<|\^|)\s*\d[\d.]*/g) ?? []).every((comparator) => {
      const version = versionOf(comparator);
      const order = compare(leastNode, version);
      if (comparator.startsWith(">=")) return order >= 0;
      if (comparator.startsWith("<")) return order < 0;
      return order >= 0 && version[0] === leastNode[0];
    }),
  );
}

it("reads ranges of Node versions", () => {
  for (const range of [">= 10", "^20.19 || ^22.12 || >=24.0", ">=18.0.0 <21", ">=20"])
    expect([range, allowsLeastNode(range)]).toEqual([range, true]);
  for (const range of [">=22.13", "^18.12 || >=22", ">=20.20.0", ">=18 <20"])
    expect([range, allowsLeastNode(range)]).toEqual([range, false]);
});

it.each(direct)("$name may be used and runs on Node 20.19", ({ licences, found }) => {
  expect(licences).toContain(found.license);
  expect(allowsLeastNode(found.engines?.node ?? ">=0")).toBe(true);
});

it("the page of direct dependencies names each with its licence", () => {
  const page = readFileSync("docs/third-party.md", "utf8");
  const rows = [...page.matchAll(/^\| `([^`]+)` +\| ([^|]+?) +\|/gm)].map(([, name, licence]) => [
    name,
    licence,
  ]);
  expect(rows.sort()).toEqual(direct.map(({ name, found }) => [name, found.license]).sort());
});
