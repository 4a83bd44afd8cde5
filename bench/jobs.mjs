// Kills workers while they work off a queue against a model server of our own, and counts what that cost.
import { spawn } from "node:child_process";

export const summary =
  "kills workers during many drafts: each stored once, paid again at most what was in flight";
export const options = {
  items: { type: "string", default: "2000" },
  kills: { type: "string", default: "20" },
};

/** @returns the exit code of the test, which prints the figures. */
export function run({ items, kills }, closers) {
  const test = spawn(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", "--project", "database", "lib/jobs/worker-killed.db.test.ts"],
    { env: { ...process.env, JOBS_ITEMS: items, JOBS_KILLS: kills }, stdio: "inherit" },
  );
  const ended = new Promise((done) => test.once("exit", (code) => done(code ?? 1)));
  closers.push(async () => {
    if (test.exitCode === null) test.kill("SIGTERM");
    await ended;
  });
  return ended;
}
