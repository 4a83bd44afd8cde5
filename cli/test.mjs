// npm test: every check there is, one after another. The last line counts: "N passed, N failed".
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkNode, generateClient, installPackages, progress, root } from "./prepare.mjs";

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

function execute(command, env = {}) {
  return new Promise((done) => {
    const [program, ...args] = command;
    const child = spawn(program, args, { stdio: "inherit", env: { ...process.env, NO_COLOR: "1", ...env } });
    child.on("error", () => done(1));
    child.on("close", (code) => done(code ?? 1));
  });
}

/** One check that passes or fails as a whole. */
async function check(name, command, env) {
  say(name);
  const ok = (await execute(command, env)) === 0;
  ok ? passed++ : failed++;
  if (!ok) console.error(`FAILED: ${name}`);
}

/** A runner that counts its own tests; `read` takes the counts from its JSON report. */
async function suite(name, command, env, read) {
  say(name);
  const ok = (await execute(command, env)) === 0;
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
  "--reporter=dot",
  "--reporter=json",
  `--outputFile.json=${report(project)}`,
];

const only = process.argv[2];
const wanted = (name) => !only || name === only;
if (!only) {
  await check("Lint", [...bin("@biomejs/biome/bin/biome"), "check", "."]);
  await check("Route types", [...bin("next/dist/bin/next"), "typegen"]);
  await check("Types", [...bin("typescript/bin/tsc"), "--noEmit"]);
  await check("House rules", [process.execPath, "cli/house.mjs"]);
  await check("Dead code", [...bin("knip/bin/knip.js"), "--no-progress"]);
  await check("Migrations match the schema", [process.execPath, "cli/migration.mjs", "--check"]);
}
if (wanted("unit")) await suite("Unit tests", vitest("unit"), {}, readVitest("unit"));
if (wanted("database")) await suite("Database tests", vitest("database"), {}, readVitest("database"));
if (wanted("journeys")) {
  const journeys = [...bin("@playwright/test/cli.js"), "test"];
  await suite("Journeys", journeys, { PLAYWRIGHT_JSON_OUTPUT_NAME: report("journeys") }, readPlaywright);
}
if (existsSync(scratch)) rmSync(scratch, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
