// npm test: every check there is, two at a time up to the journeys. The last line counts: "N passed, N failed".
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { checkNode, generateClient, installPackages, progress, root } from "./prepare.mjs";

const only = process.argv[2];
if (only && !["unit", "database", "journeys"].includes(only)) {
  console.error(`There are no tests called ${only}: npm test, or npm test unit, database or journeys.`);
  process.exit(1);
}
checkNode();
process.chdir(root);
const say = progress();
installPackages({ withTestTools: true, say });
generateClient({ say });

const bin = (path) => [process.execPath, join("node_modules", path)];
const scratch = mkdtempSync(join(tmpdir(), "reading-room-report-"));
const report = (name) => join(scratch, `${name}.json`);
let passed = 0;
let failed = 0;

/** Prints what a step says as it comes, each line with the name of its step. */
function passOn(stream, name) {
  createInterface({ input: stream }).on("line", (line) => {
    if (line.trim()) console.log(`${name} | ${line}`);
  });
}

/** Says that a step begins and prints its output; of a step that runs beside another one each line is named. */
function run(name, [program, ...args], { env = {}, apart = false } = {}) {
  const began = Date.now();
  say(name);
  return new Promise((done) => {
    const child = spawn(program, args, {
      stdio: apart ? ["ignore", "pipe", "pipe"] : "inherit",
      env: { ...process.env, NO_COLOR: "1", ...env },
    });
    if (child.stdout) passOn(child.stdout, name);
    if (child.stderr) passOn(child.stderr, name);
    child.on("error", (error) => {
      console.error(error.message);
      done(1);
    });
    child.on("close", (code) => {
      if (apart) say(`${name}: done in ${Math.round((Date.now() - began) / 1000)} s`);
      done(code ?? 1);
    });
  });
}

/** One check that passes or fails as a whole. */
async function check(name, command, options) {
  const ok = (await run(name, command, options)) === 0;
  ok ? passed++ : failed++;
  if (!ok) console.error(`FAILED: ${name}`);
}

/** A runner that counts its own tests; `read` takes the counts from its JSON report. */
async function suite(name, command, read, options) {
  const ok = (await run(name, command, options)) === 0;
  try {
    const counts = read();
    passed += counts.passed;
    failed += counts.failed;
    if (!ok && counts.failed === 0) failed++;
    if (counts.passed + counts.failed === 0) failed++;
    if (counts.passed + counts.failed === 0) console.error(`FAILED: ${name} ran no test`);
  } catch (error) {
    console.error(`FAILED: ${name}: ${error.message}`);
    failed++;
  }
}

const readVitest = (name) => () => {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report(name), "utf8"));
  return { passed: numPassedTests, failed: numFailedTests };
};
const readPlaywright = () => {
  const { expected, unexpected, flaky } = JSON.parse(readFileSync(report("journeys"), "utf8")).stats;
  if (flaky > 0) console.error(`${flaky} of the journeys passed only when tried again: see "flaky" above`);
  return { passed: expected + flaky, failed: unexpected };
};
const vitest = (project) => [
  ...bin("vitest/vitest.mjs"),
  "run",
  "--project",
  project,
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report(project)}`,
];

const journeysPort = process.env.E2E_PORT ?? "3987";
const journeysFolder = process.env.E2E_DATA_DIR ?? mkdtempSync(join(tmpdir(), "reading-room-journeys-"));
// The embedded PostgreSQL may run as another user, who must be able to enter.
if (!process.env.E2E_DATA_DIR) chmodSync(journeysFolder, 0o711);

const unitTests = (options) => suite("Unit tests", vitest("unit"), readVitest("unit"), options);
const databaseTests = (options) =>
  suite("Database tests", vitest("database"), readVitest("database"), options);
const journeys = () =>
  suite("Journeys", [...bin("@playwright/test/cli.js"), "test"], readPlaywright, {
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report("journeys"), E2E_DATA_DIR: journeysFolder },
  });

/** What reads the code, and what gets the journeys' server ready: each keeps one processor busy. */
async function checksOfTheCode() {
  const apart = { apart: true };
  await check("Lint", [...bin("@biomejs/biome/bin/biome"), "check", "."], apart);
  await check("Route types", [...bin("next/dist/bin/next"), "typegen"], apart);
  await check("Types", [...bin("typescript/bin/tsc"), "--noEmit"], apart);
  await check("House rules", [process.execPath, "cli/house.mjs"], apart);
  await check("Dead code", [...bin("knip/bin/knip.js"), "--no-progress"], apart);
  await check("Migrations match the schema", [process.execPath, "cli/migration.mjs", "--check"], apart);
  await unitTests(apart);
  if (process.env.E2E_DATA_DIR) return;
  await check("First start", [process.execPath, "cli/start.mjs", "--prepare"], {
    ...apart,
    env: { PORT: journeysPort, DATA_DIR: journeysFolder, DATABASE_URL: "" },
  });
}

try {
  if (!only) await Promise.all([checksOfTheCode(), databaseTests({ apart: true })]);
  if (only === "unit") await unitTests();
  if (only === "database") await databaseTests();
  if (!only || only === "journeys") await journeys();
} finally {
  rmSync(scratch, { recursive: true, force: true });
  if (!process.env.E2E_DATA_DIR) rmSync(journeysFolder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
