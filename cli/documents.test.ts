import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCommand } from "./command-line";
import { verbs } from "./verbs";

const read = (path: string) => readFileSync(path, "utf8");
const below = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("generated"))
    .map((entry) => join(entry.parentPath, entry.name));

const rooms = ["lib", "components"].flatMap((folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name)),
);
const decisions = readdirSync("docs/decisions");
const documents = [
  "README.md",
  ...["docs", "lib", "components"].flatMap(below).filter((path) => path.endsWith(".md")),
];

/** What the system, npm or our own scripts set; not for people. */
const internal = new Set([
  "AUTH_TRUST_HOST",
  "CI",
  "INIT_CWD",
  "NEXT_TELEMETRY_DISABLED",
  "NODE_ENV",
  "PATH",
  "PLAYWRIGHT_JSON_OUTPUT_NAME",
  "PRISMA_SCHEMA_ENGINE_BINARY",
  "TZ",
]);

describe("the documents", () => {
  it.each(documents)("%s: its links lead somewhere", (document) => {
    for (const [, target = ""] of read(document).matchAll(/\]\(([^)#\s]+)[^)]*\)/g))
      if (!/^https?:/.test(target))
        expect([target, existsSync(join(dirname(document), target))]).toEqual([target, true]);
  });

  it.each(rooms)("%s says in at most 40 lines what it is for", (room) => {
    expect(read(join(room, "README.md")).trim().split("\n").length).toBeLessThanOrEqual(40);
  });

  it("decisions have numbers of their own and at most 300 words", () => {
    const numbers = decisions.map((name) => name.slice(0, 4));
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const name of decisions) {
      const text = read(join("docs/decisions", name));
      expect([name, text.split(/\s+/).filter(Boolean).length <= 300]).toEqual([name, true]);
      expect(text).toMatch(new RegExp(`^# ${Number(name.slice(0, 4))}\\. `));
    }
  });

  it("the README's commands are known to the command line", () => {
    const lines = [...read("README.md").matchAll(/^npm run cli -- ([^#\n]+)/gm)].map(([, line = ""]) => line);
    expect(lines.length).toBeGreaterThanOrEqual(5);
    for (const line of lines) {
      const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
      expect([line, readCommand(words, verbs).kind]).toEqual([line, "run"]);
    }
  });

  it("the README names every environment variable that the code reads", () => {
    const files = ["app", "cli", "components", "lib"]
      .flatMap(below)
      .filter((path) => /\.m?tsx?$|\.mjs$/.test(path));
    const used = [...files, "playwright.config.ts", "proxy.ts"].flatMap((path) =>
      [...read(path).matchAll(/process\.env\.([A-Z][A-Z_0-9]+)/g)].map(([, name = ""]) => name),
    );
    const readme = read("README.md");
    expect(
      [...new Set(used)].filter((name) => !internal.has(name) && !readme.includes(`\`${name}\``)),
    ).toEqual([]);
  });
});
