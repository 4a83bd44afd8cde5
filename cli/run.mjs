// `npm run cli -- <verb>`: makes sure the Prisma client is there, then runs cli/main.ts. Plain JavaScript, because it
// runs before anything is generated.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const resolveFrom = createRequire(join(root, "package.json")).resolve;

function stop(sentence) {
  if (process.argv.includes("--json")) console.log(JSON.stringify({ ok: false, error: sentence }));
  else console.error(sentence);
  process.exit(1);
}

function generatedClientIsCurrent() {
  const client = join(root, "lib/db/generated/client.ts");
  if (!existsSync(client)) return false;
  const schema = join(root, "prisma/schema");
  const newest = Math.max(...readdirSync(schema).map((file) => statSync(join(schema, file)).mtimeMs));
  return statSync(client).mtimeMs >= newest;
}

let tsx = "";
let prisma = "";
try {
  tsx = pathToFileURL(resolveFrom("tsx")).href;
  prisma = join(dirname(resolveFrom("prisma/package.json")), "build/index.js");
} catch {
  stop("The packages are not installed. Run npm install in the project folder first.");
}
if (!generatedClientIsCurrent()) {
  const made = spawnSync(process.execPath, [prisma, "generate"], { cwd: root, encoding: "utf8" });
  if (made.status !== 0) stop(`The database client could not be generated: ${made.stderr.trim()}`);
}

// Paths are named from where the person stands; npm keeps that place in INIT_CWD.
const child = spawn(
  process.execPath,
  ["--import", tsx, join(root, "cli/main.ts"), ...process.argv.slice(2)],
  { cwd: root, stdio: "inherit", env: { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() } },
);
// Ctrl+C reaches the child by itself; it stops what it started, and this process waits for it.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("exit", (code) => process.exit(code ?? 1));
