import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const sources = ["app", "components", "lib", "public", "prisma/schema"];
const settings = ["next.config.ts", "postcss.config.mjs", "proxy.ts", "tsconfig.json", "package-lock.json"];
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
  await new Promise<void>((done, fail) => {
    const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build", "--webpack"], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
    });
    let output = "";
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", fail);
    child.on("close", (code) =>
      code === 0 ? done() : fail(new Error(`The build failed:\n${output.slice(-4000)}`)),
    );
  });
  writeFileSync(stampFile, hash);
}
