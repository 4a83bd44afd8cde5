import { fork } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { makeModulesEager } from "./eager-modules";
import { compressStaticFiles } from "./static-files";

const sources = ["app", "components", "lib", "public", "prisma/schema"];
const settings = [
  "cli/eager-modules.ts",
  "cli/static-files.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
  "package-lock.json",
];
const otherBuild = "Another next build process is already running";
const stampFile = join(".next", "reading-room-build");

/** SHA-256 over every file that the build reads. */
function sourceHash(): string {
  const hash = createHash("sha256");
  const files = [...settings];
  for (const folder of sources.filter((path) => existsSync(path)))
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
      if (entry.isFile() && !/\.test\.tsx?$|\.md$/.test(entry.name))
        files.push(join(entry.parentPath, entry.name));
  for (const file of files.sort()) if (existsSync(file)) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

/** Builds the app unless the last build is of this very code. @throws with the end of the build's output when it fails. */
export async function buildIfStale(say: (line: string) => void): Promise<void> {
  const hash = sourceHash();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === hash) return;
  say("Building the app (once after each change of the code)");
  rmSync(stampFile, { force: true });
  let outcome = await build();
  // A build whose app was killed a moment ago holds its lock until it notices.
  for (let tries = 0; tries < 60 && outcome.output.includes(otherBuild); tries++) {
    await sleep(2000);
    outcome = await build();
  }
  if (outcome.code !== 0 || !existsSync(join(".next", "BUILD_ID")))
    throw new Error(`The build failed:\n${outcome.output.slice(-4000)}`);
  await makeModulesEager();
  await compressStaticFiles();
  writeFileSync(stampFile, hash);
}

function build(): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((done, fail) => {
    const child = fork("node_modules/next/dist/bin/next", ["build", "--webpack"], {
      execArgv: ["--import", "./cli/end-with-parent.mjs"],
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
    });
    let output = "";
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.on("error", fail);
    child.on("close", (code) => done({ code, output }));
  });
}
